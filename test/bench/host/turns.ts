/**
 * The longest turn of this thread's event loop, in ms, while something goes on. Where Node tells the CPU time of a
 * thread that is what counts: on a busy machine a turn that waits for a processor is not a long one.
 */
export async function longestTurn(work: () => Promise<unknown>): Promise<number> {
  let longest = 0;
  let isOver = false;
  let before = busyMs();
  const look = (): void => {
    const now = busyMs();
    longest = Math.max(longest, now - before);
    before = now;
    if (!isOver) setImmediate(look);
  };
  setImmediate(look);
  try {
    await work();
  } finally {
    isOver = true;
  }
  return longest;
}

/** CPU time of this thread where Node has it (from 23.9 on), in ms. */
export function busyMs(): number {
  if (!('threadCpuUsage' in process)) return performance.now();
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}
