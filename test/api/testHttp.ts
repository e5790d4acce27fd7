import { Http, type HttpLogEntry, type HttpOptions } from '../../src/api/http';
import { FakeClock } from '../fakes/fakeClock';
import { ScriptedFetch, type ScriptedAnswer } from '../fakes/scriptedFetch';

/** An `Http` over a scripted service on a clock that stands still, without jitter. */
export function testHttp(script: readonly ScriptedAnswer[], options: Partial<HttpOptions> = {}) {
  const clock = new FakeClock();
  const service = new ScriptedFetch(script);
  const log: HttpLogEntry[] = [];
  const http = new Http({
    endpoint: 'https://api.confluent.cloud',
    authorize: () => Promise.resolve('Basic aWQ6c2VjcmV0'),
    fetch: service.fetch,
    clock,
    userAgent: 'confluent-byok/0.1.0',
    timeout: () => 30_000,
    random: () => 0,
    log: entry => log.push(entry),
    ...options,
  });
  return { http, clock, service, log };
}

/** What a piece of work ends with, either way. */
export function outcomeOf(work: Promise<unknown>): Promise<unknown> {
  return work.catch((error: unknown) => error);
}

export async function collect<T>(items: AsyncIterable<T>): Promise<readonly T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}
