import type { JsonValue } from '../model/json';

/** What can go wrong with an answer. */
export type Fault =
  /** The answer's first byte comes later. Adds to any other fault. */
  | { readonly kind: 'delay'; readonly ms: number }
  /** Nothing (more) comes, and the connection stays. */
  | { readonly kind: 'stall'; readonly when: 'beforeHeaders' | 'afterHeaders' }
  | { readonly kind: 'reset'; readonly when?: 'beforeHeaders' | 'midBody' }
  /** The connection ends in good order after half the body. */
  | { readonly kind: 'truncate'; readonly framing: 'contentLength' | 'chunked' }
  /** A captive portal. */
  | { readonly kind: 'html'; readonly status?: number }
  /** Any answer: the service's own for that status, but for what `headers` and `body` (JSON) or `text` replace. */
  | {
      readonly kind: 'status';
      readonly status: number;
      readonly headers?: Readonly<Record<string, string>>;
      readonly body?: JsonValue;
      readonly text?: string;
    }
  | { readonly kind: 'redirect'; readonly status: number; readonly location: string }
  | { readonly kind: 'invalidJson' }
  | { readonly kind: 'wrongJson'; readonly value: JsonValue }
  | { readonly kind: 'alter'; readonly change: (json: JsonValue) => JsonValue }
  | { readonly kind: 'emptyBody' }
  /** So many bytes, once unpacked. */
  | { readonly kind: 'hugeBody' | 'gzipBomb'; readonly bytes: number }
  /** `metadata.next` names the page it stands on. */
  | { readonly kind: 'loopingToken' }
  /** `metadata.next` always names another page, and it is the first one again. */
  | { readonly kind: 'endlessTokens' }
  | { readonly kind: 'foreignNext'; readonly url: string };

export interface PlannedFault {
  readonly match?: {
    readonly method?: string;
    /** A string is the whole path; a pattern also sees the query. */
    readonly path?: string | RegExp;
    /** Counted from 1 among the requests that match: those before it are left alone. */
    readonly nth?: number;
  };
  /** How many requests in a row; 1 unless given, `Infinity` for all to come. */
  readonly times?: number;
  /** Whether the operation is carried out all the same. Unless given, it is where its own answer is spoilt. */
  readonly takesEffect?: boolean;
  readonly fault: Fault;
}

interface Entry extends PlannedFault {
  seen: number;
}

/** The faults to come. Each request takes the delays that match it, and the first other fault. */
export class FaultQueue {
  #entries: readonly Entry[] = [];

  add(planned: PlannedFault): void {
    this.#entries = [...this.#entries, { ...planned, seen: 0 }];
  }

  clear(): void {
    this.#entries = [];
  }

  /** Takes what happens to a request; `target` is its path and query. */
  take(
    method: string,
    target: string,
  ): { readonly delayMs: number; readonly planned: PlannedFault | undefined } {
    let delayMs = 0;
    let planned: PlannedFault | undefined;
    for (const entry of this.#entries) {
      const { fault } = entry;
      // One that has to wait for its turn has not seen the request.
      if (planned !== undefined && fault.kind !== 'delay') continue;
      if (!isDue(entry, method, target)) continue;
      if (fault.kind === 'delay') delayMs += fault.ms;
      else planned = entry;
    }
    this.#entries = this.#entries.filter(
      ({ seen, match, times }) => seen < (match?.nth ?? 1) - 1 + (times ?? 1),
    );
    return { delayMs, planned };
  }
}

/** Counts the request where it matches. */
function isDue(entry: Entry, method: string, target: string): boolean {
  const { method: wantedMethod = method, path, nth = 1 } = entry.match ?? {};
  const matches =
    typeof path === 'string'
      ? target.split('?', 1)[0] === path
      : path === undefined || target.search(path) >= 0;
  if (!matches || wantedMethod !== method) return false;
  entry.seen += 1;
  return entry.seen >= nth;
}

/** Whether a fault stands in for the operation, rather than spoiling its answer. */
export function replacesOperation({ fault, takesEffect }: PlannedFault): boolean {
  if (takesEffect !== undefined) return !takesEffect;
  switch (fault.kind) {
    case 'html':
    case 'status':
    case 'redirect':
      return true;
    case 'stall':
      return fault.when === 'beforeHeaders';
    case 'reset':
      return fault.when !== 'midBody';
    default:
      return false;
  }
}
