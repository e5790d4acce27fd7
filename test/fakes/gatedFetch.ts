import type { Fetch, FetchInit, FetchResponse } from '../../src/api/fetch';

interface Held {
  readonly url: string;
  readonly init: FetchInit;
  readonly release: () => void;
}

/** Holds requests back, while it is closed, until a test lets them through one by one. */
export class GatedFetch {
  /** Those that wait. */
  #held: readonly Held[] = [];
  #isClosed = false;
  /** Path and query of each request so far. */
  readonly requests: string[] = [];

  constructor(private readonly behind: Fetch) {}

  readonly fetch: Fetch = async (url, init): Promise<FetchResponse> => {
    const { pathname, search } = new URL(url);
    this.requests.push(pathname + search);
    if (this.#isClosed) await this.#wait(url, init);
    return this.behind(url, init);
  };

  close(): void {
    this.#isClosed = true;
  }

  open(): void {
    this.#isClosed = false;
    for (const held of this.#held) held.release();
  }

  /** Waits until a request is held. */
  async held(): Promise<{ readonly isAborted: boolean; release(): void }> {
    for (;;) {
      const [first] = this.#held;
      if (first) return { isAborted: first.init.signal.aborted, release: first.release };
      await new Promise(resolve => setImmediate(resolve));
    }
  }

  #wait(url: string, init: FetchInit): Promise<void> {
    return new Promise(resolve => {
      const release = (): void => {
        this.#held = this.#held.filter(other => other !== held);
        resolve();
      };
      const held: Held = { url, init, release };
      this.#held = [...this.#held, held];
    });
  }
}
