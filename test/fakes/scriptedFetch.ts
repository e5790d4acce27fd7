import type { Fetch, FetchInit } from '../../src/api/fetch';

/** What a {@link ScriptedFetch} answers: JSON, or any text, or nothing for ever, or an error. */
export interface ScriptedAnswer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly json?: unknown;
  readonly text?: string;
  /** Fails in place of an answer. */
  readonly error?: Error;
  /** Ignores even the signal. */
  readonly hangs?: 'beforeHeaders' | 'inBody';
  /** Node's code of the error that the body ends in. */
  readonly breaks?: string;
}

export interface SentRequest extends FetchInit {
  readonly url: string;
}

/** A service in memory that gives the answers of its script in turn, and the last one from then on. */
export class ScriptedFetch {
  readonly requests: SentRequest[] = [];

  constructor(private readonly script: readonly ScriptedAnswer[]) {}

  readonly fetch: Fetch = async (url, init) => {
    const answer = this.script[Math.min(this.requests.length, this.script.length - 1)] ?? {};
    this.requests.push({ url, ...init });
    if (answer.error) throw answer.error;
    if (answer.hangs === 'beforeHeaders') await forever();
    const headers = new Headers({
      'content-type': answer.text === undefined ? 'application/json' : 'text/plain',
      ...answer.headers,
    });
    const text = answer.text ?? (answer.json === undefined ? '' : JSON.stringify(answer.json));
    return { status: answer.status ?? 200, headers, body: bodyOf(text, answer) };
  };
}

async function* bodyOf(text: string, { hangs, breaks }: ScriptedAnswer): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
  if (hangs === 'inBody') await forever();
  if (breaks !== undefined) throw Object.assign(new Error('broken'), { code: breaks });
}

function forever(): Promise<never> {
  return new Promise(() => undefined);
}
