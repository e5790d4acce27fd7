import { median } from '../measure.ts';
import { busyMs } from './turns';

const rounds = 7;

/** CPU time of one `work`, in ms: the median of some rounds of so many, after one round that does not count. */
export function timeOf(times: number, work: (index: number) => unknown): number {
  const [, ...counted] = Array.from({ length: rounds + 1 }, () => {
    const start = busyMs();
    for (let index = 0; index < times; index += 1) work(index);
    return (busyMs() - start) / times;
  });
  return median(counted);
}
