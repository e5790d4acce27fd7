import type { FilterDimension } from '../../model/filter';
import type { Key } from '../../model/key';
import { chartsOf, type Segment } from '../../model/overview/charts';
import { dimensionName, filterValueName, number, percent } from '../../words/words';
import type { ChartView, Look, SegmentView } from '../protocol/overview';
import type { Tone } from '../protocol/page';
import { bounded } from './bounded';

/** The keys counted by what the tree can be filtered by. */
export function chartsView(keys: readonly Key[], look: Look, now: number): readonly ChartView[] {
  return chartsOf(keys, now).map(({ by, segments }) => {
    const { items, more } = bounded(segments, by, look);
    return {
      by,
      title: dimensionName(by),
      segments: items.map(segment => segmentView(by, segment, keys.length)),
      ...(more !== undefined && { more }),
    };
  });
}

function segmentView(by: FilterDimension, { value, count }: Segment, all: number): SegmentView {
  const share = count / all;
  return {
    value,
    tone: by === 'phases' ? (phaseTones[value] ?? 'plain') : 'plain',
    label: filterValueName(by, value),
    count: number(count),
    share,
    percent: percent(share),
  };
}

const phaseTones: Readonly<Partial<Record<string, Tone>>> = {
  VALID: 'good',
  INVALID: 'bad',
  INITIALIZING: 'waiting',
};
