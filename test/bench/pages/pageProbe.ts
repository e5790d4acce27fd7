import type { FrameLocator, Page } from 'playwright-core';

interface LongTask {
  /** In ms. */
  readonly duration: number;
  /** Whose it was, as the browser says it: VS Code's, on the same thread, is "same-origin-ancestor". */
  readonly name: string;
}

/** What is in each frame of the browser's page. Times are in ms since 1970, with fractions. */
interface Probe {
  /** When a key was last pressed there. */
  pressedAt: number;
  /** When the heading of the frame in it was drawn, in sight, and a button had taken the focus. */
  readonly interactiveAt: Promise<number>;
  /** Resolves when there is nothing to do. */
  longTasks(): Promise<readonly LongTask[]>;
}

declare global {
  var benchProbe: Probe;
}

/** Has what `page` opens from now on measured from within. */
export async function probe(page: Page): Promise<void> {
  await page.addInitScript(putProbe);
  await page.evaluate(putProbe);
}

/** How long it took from the key that was pressed last until the webview answered the keyboard, in ms. */
export async function timeToInteractive(page: Page): Promise<number> {
  const end = await frameAround(page)
    .locator('html')
    .evaluate(() => globalThis.benchProbe.interactiveAt);
  return end - (await page.evaluate(() => globalThis.benchProbe.pressedAt));
}

/** The tasks over 50 ms of the webview, from its first until it has nothing to do; VS Code's own are not among them. */
export async function longTasksOf(page: Page): Promise<readonly LongTask[]> {
  const tasks = await frameAround(page)
    .locator('html')
    .evaluate(() => globalThis.benchProbe.longTasks());
  return tasks.filter(({ name }) => !name.endsWith('-ancestor'));
}

/** VS Code writes a webview's document into a frame within a frame of its own; the outer one stays itself. */
function frameAround(page: Page): FrameLocator {
  return page.locator('iframe.webview.ready').last().contentFrame();
}

/** It runs in the frames, and so uses nothing from here. */
function putProbe(): void {
  const now = (): number => performance.timeOrigin + performance.now();
  const tasks: LongTask[] = [];
  const add = (entries: PerformanceEntryList): void => {
    tasks.push(...entries.map(({ duration, name }) => ({ duration, name })));
  };
  const observer = new PerformanceObserver(list => add(list.getEntries()));
  observer.observe({ type: 'longtask', buffered: true });
  const isInteractive = (): boolean => {
    // It has another id, and is hidden, until it has loaded.
    const inner = document.querySelector<HTMLIFrameElement>('iframe#active-frame')?.contentDocument;
    const heading = inner?.querySelector('h1');
    const button = inner?.querySelector<HTMLElement>('button, vscode-button');
    if (!heading?.checkVisibility() || heading.getBoundingClientRect().height === 0 || !button) return false;
    button.focus({ preventScroll: true });
    return inner?.activeElement === button;
  };
  const interactiveAt = new Promise<number>((resolve, reject) => {
    const look = (): void => {
      if (isInteractive()) resolve(now());
      else if (performance.now() > 20_000) reject(new Error('No page became interactive in 20 s.'));
      else requestAnimationFrame(look);
    };
    if (window !== window.top) look();
  });
  interactiveAt.catch(() => undefined);
  const longTasks = async (): Promise<readonly LongTask[]> => {
    await new Promise(resolve => requestIdleCallback(resolve));
    add(observer.takeRecords());
    return tasks;
  };
  const probe: Probe = { pressedAt: NaN, interactiveAt, longTasks };
  globalThis.benchProbe = probe;
  window.addEventListener('keydown', () => (probe.pressedAt = now()), { capture: true });
}
