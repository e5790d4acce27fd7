import type { FindingView } from '../../src/panels/protocol/finding';
import { list } from './parts';
import type { Content } from './view';
import { h } from './view';

/** What a finding goes by, why it matters and what to do. */
export function findingText(
  { evidence, why, advice, muted }: FindingView,
  words: { readonly why: string; readonly whatToDo: string },
): Content {
  return [
    muted !== undefined && h('p', {}, muted),
    evidence.length > 0 && list(evidence),
    h('p', {}, h('strong', {}, words.why), ': ', why),
    advice.length > 0 && [h('p', {}, h('strong', {}, words.whatToDo), ':'), list(advice)],
  ];
}
