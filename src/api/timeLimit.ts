import type { Clock } from './clock';
import { ApiError, CancelledError } from './errors';

/** How long a piece of work may take, and whether somebody still wants it: both as one signal. */
export class TimeLimit {
  readonly #controller = new AbortController();
  readonly #stopped: Promise<never>;
  #failure: CancelledError | ApiError | undefined;
  #release: () => void = () => undefined;

  constructor(clock: Clock, ms: number, caller?: AbortSignal) {
    this.#stopped = new Promise((_, reject) => {
      const stop = (failure: CancelledError | ApiError) => {
        if (this.signal.aborted) return;
        this.#failure = failure;
        reject(failure);
        this.#controller.abort();
      };
      const cancel = () => stop(new CancelledError());
      if (caller?.aborted) cancel();
      caller?.addEventListener('abort', cancel, { once: true });
      this.#release = () => caller?.removeEventListener('abort', cancel);
      clock.delay(ms, this.signal).then(
        () => stop(new ApiError('timeout')),
        () => undefined,
      );
    });
    // Nobody may be racing when it ends.
    this.#stopped.catch(() => undefined);
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** Why the work had to stop: whatever it fails with then is a consequence. */
  get failure(): CancelledError | ApiError | undefined {
    return this.#failure;
  }

  /** Settles as the work does, or rejects with {@link failure} as soon as there is one, even if the work hangs. */
  race<T>(work: Promise<T>): Promise<T> {
    return Promise.race([this.#stopped, work]);
  }

  /** Ends what is still under way. */
  dispose(): void {
    this.#release();
    this.#controller.abort();
  }
}
