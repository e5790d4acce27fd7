import type { Clock } from './clock';
import { ApiError, CancelledError } from './errors';
import type { Fetch, FetchInit, FetchResponse } from './fetch';
import { contentOf, urlOf, type HttpRequest } from './httpRequest';
import { factsIn, readAnswer, type Answer } from './readAnswer';
import { readBody } from './readBody';
import { retryDelay } from './retry';
import { TimeLimit } from './timeLimit';
import { unreachable } from './unreachable';

/** How long a request is tried again, from its beginning, in ms; a later try has what is left of it. */
const totalTime = 60_000;

export interface HttpOptions {
  /** An origin, such as `https://api.confluent.cloud`. All requests go there, and nowhere else. */
  readonly endpoint: string;
  /** Gives the value of the `Authorization` header, for each try. What it throws is thrown on. */
  readonly authorize: (signal: AbortSignal) => Promise<string>;
  readonly fetch: Fetch;
  readonly clock: Clock;
  /** Product and version. */
  readonly userAgent: string;
  /** The time limit of one try in ms, from sign-in to the last byte; asked for each try. */
  readonly timeout: () => number;
  /** From 0 to 1, for the jitter between tries. */
  readonly random?: () => number;
  readonly log?: (entry: HttpLogEntry) => void;
}

/** One try. Holds nothing of its query, its bodies and its headers but the request id. */
export interface HttpLogEntry {
  readonly method: string;
  /** With `{id}` for the id. */
  readonly path: string;
  readonly attempt: number;
  readonly ms: number;
  readonly status?: number;
  readonly requestId?: string;
  readonly error?: string;
}

/** The one way to the service: sign-in, time limits, retries, errors. */
export class Http {
  readonly #options: HttpOptions;

  constructor(options: HttpOptions) {
    this.#options = options;
  }

  /** Throws an {@link ApiError}, or a {@link CancelledError} once the request's signal is aborted. */
  async request(request: HttpRequest): Promise<Answer> {
    const { clock, random = Math.random } = this.#options;
    const deadline = clock.now() + totalTime;
    const mayRetry = request.method === 'GET';
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.#try(request, attempt, attempt === 1 ? Infinity : deadline - clock.now());
      } catch (error) {
        const wait = mayRetry ? retryDelay(error, attempt, random) : undefined;
        if (wait === undefined || clock.now() + wait >= deadline) throw error;
        await this.#pause(wait, request.signal);
        // The machine may have slept meanwhile.
        if (clock.now() >= deadline) throw error;
      }
    }
  }

  async #try(request: HttpRequest, attempt: number, timeLeft: number): Promise<Answer> {
    const { clock, timeout } = this.#options;
    const limit = new TimeLimit(clock, Math.min(timeout(), timeLeft), request.signal);
    const start = clock.now();
    const report = (outcome: Outcome) =>
      this.#options.log?.({
        ...outcome,
        method: request.method,
        path: request.path,
        attempt,
        ms: Math.round(clock.now() - start),
      });
    try {
      const answer = await this.#exchange(request, limit);
      report(factsOf(answer));
      return answer;
    } catch (error) {
      report(
        error instanceof ApiError ? { ...factsOf(error), error: error.message } : { error: nameOf(error) },
      );
      throw error;
    } finally {
      limit.dispose();
    }
  }

  async #exchange(request: HttpRequest, limit: TimeLimit): Promise<Answer> {
    const url = urlOf(request, this.#options.endpoint);
    const init = await this.#initOf(request, limit);
    let response: FetchResponse | undefined;
    try {
      response = await limit.race(this.#options.fetch(url, init));
      return readAnswer(response, await readBody(response, limit));
    } catch (error) {
      if (error instanceof CancelledError) throw error;
      const typed = error instanceof ApiError ? error : unreachable(error);
      throw response ? typed.in(factsIn(response)) : typed;
    }
  }

  async #initOf(request: HttpRequest, limit: TimeLimit): Promise<FetchInit> {
    if (limit.failure) throw limit.failure;
    const content = contentOf(request);
    const authorization = request.anonymous === true ? undefined : await this.#authorization(limit);
    return {
      method: request.method,
      headers: {
        Accept: 'application/json',
        'User-Agent': this.#options.userAgent,
        Connection: 'keep-alive',
        ...(content && { 'Content-Type': content.type }),
        ...(authorization !== undefined && { Authorization: authorization }),
      },
      redirect: 'manual',
      signal: limit.signal,
      ...(content && { body: content.text }),
    };
  }

  async #authorization(limit: TimeLimit): Promise<string> {
    const authorization = await limit.race(this.#options.authorize(limit.signal));
    // No service has issued what no header can hold, and `fetch` would quote it in its error.
    if (!/^[\x20-\x7e]+$/.test(authorization)) throw new ApiError('unauthenticated');
    return authorization;
  }

  async #pause(ms: number, signal: AbortSignal | undefined): Promise<void> {
    try {
      await this.#options.clock.delay(ms, signal);
    } catch {
      throw new CancelledError();
    }
  }
}

type Outcome = Pick<HttpLogEntry, 'status' | 'requestId' | 'error'>;

function factsOf({ status, requestId }: Pick<Answer | ApiError, 'status' | 'requestId'>): Outcome {
  return { ...(status !== undefined && { status }), ...(requestId !== undefined && { requestId }) };
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : 'unknown';
}
