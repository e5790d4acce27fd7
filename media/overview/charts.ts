import type { ChartView, SegmentView } from '../../src/panels/protocol/overview';
import type { Tone } from '../../src/panels/protocol/page';
import { icon } from '../shared/icons';
import type { Described } from '../shared/view';
import { h } from '../shared/view';
import type { Drawn } from './kept';
import { moreButton } from './parts';

/**
 * A bar for each value, as a button. A chart library would bring 40 kB and more, and draw on a canvas or in elements of
 * its own what neither the keyboard nor a screen reader nor a high-contrast theme reaches; a bar is one rectangle.
 */
export function chart(drawn: Drawn, view: ChartView): Described {
  const id = `chart-${view.by}`;
  return h(
    'section',
    { key: view.by, class: 'chart', 'aria-labelledby': id },
    h('h3', { id }, view.title),
    h(
      'ul',
      { class: 'segments' },
      view.segments.map(segment => h('li', { key: segment.value }, segmentButton(drawn, view, segment))),
    ),
    moreButton(drawn, view.by, view.more),
  );
}

function segmentButton({ state, host }: Drawn, { by }: ChartView, segment: SegmentView): Described {
  const { value, tone, label, count, share, percent } = segment;
  return h(
    'button',
    {
      class: 'segment',
      title: state.words.filter,
      onclick: () => host.send({ type: 'filter', by, value }),
    },
    h('span', { class: 'name' }, tone !== 'plain' && icon(tone, tone), label),
    ' ',
    h('span', { class: 'count' }, count),
    ' ',
    h('span', { class: 'percent quiet' }, percent),
    bar(share, tone),
  );
}

/** How much of a whole, from 0 to 1. What it says stands beside it in words. */
export function bar(share: number, tone: Tone): Described {
  // So that a very small part is still seen.
  const width = Math.max(share * 100, share > 0 ? 0.75 : 0);
  return h(
    'svg',
    { class: `bar is-${tone}`, viewBox: '0 0 100 4', preserveAspectRatio: 'none', 'aria-hidden': 'true' },
    h('rect', { class: 'whole', width: '100', height: '4' }),
    h('rect', { class: 'part', width: width.toFixed(2), height: '4' }),
  );
}
