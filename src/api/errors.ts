/** What went wrong, by what can be done about it. `rejected` is any other 4xx. */
export type ErrorKind =
  | 'unauthenticated'
  | 'forbidden'
  | 'notFound'
  | 'quotaExceeded'
  | 'conflict'
  | 'invalid'
  | 'rateLimited'
  | 'rejected'
  | 'server'
  | 'redirect'
  | 'badAnswer'
  | 'unreachable'
  | 'timeout';

/** Why there was no answer. `tls`: no secure connection could be agreed on; `network`: anything else below HTTP. */
export type UnreachableReason =
  'hostNotFound' | 'refused' | 'reset' | 'certificate' | 'tls' | 'proxy' | 'network';

/**
 * Why an answer cannot be used. `notJson`: of another type, such as a captive portal's page; `garbled`: not HTTP, or
 * compressed wrongly; `tooLarge`: over 5 MB; `unexpected`: JSON, but not what the contract says; `incompleteList`: the
 * pages of a list that must be whole do not lead to its end.
 */
export type BadAnswerReason =
  'notJson' | 'invalidJson' | 'garbled' | 'empty' | 'tooLarge' | 'unexpected' | 'incompleteList';

/** One problem out of the service's answer. All text is cleaned, and untrusted all the same. */
export interface ErrorEntry {
  readonly code?: string;
  readonly title?: string;
  readonly detail?: string;
  /** JSON pointer into the request's body. */
  readonly pointer?: string;
  /** Name of a query parameter. */
  readonly parameter?: string;
  /** What the service advises. */
  readonly resolution?: string;
}

export interface ErrorFacts {
  readonly reason?: UnreachableReason | BadAnswerReason;
  /** Node's own code, such as `ECONNREFUSED`. */
  readonly systemCode?: string;
  readonly status?: number;
  readonly requestId?: string;
  /** Where the service points to: the resource a request conflicts with, or the target of a redirect. */
  readonly location?: string;
  /** After how many ms the service wants to be asked again; at most a minute. */
  readonly retryAfter?: number;
  readonly entries?: readonly ErrorEntry[];
}

/** A request that did not get the answer it asked for. Made of the fields listed here alone: no header, address or body. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly reason: UnreachableReason | BadAnswerReason | undefined;
  readonly systemCode: string | undefined;
  readonly status: number | undefined;
  readonly requestId: string | undefined;
  readonly location: string | undefined;
  readonly retryAfter: number | undefined;
  readonly entries: readonly ErrorEntry[];
  readonly #facts: ErrorFacts;

  constructor(
    readonly kind: ErrorKind,
    facts: ErrorFacts = {},
  ) {
    super(messageOf(kind, facts));
    this.#facts = facts;
    this.reason = facts.reason;
    this.systemCode = facts.systemCode;
    this.status = facts.status;
    this.requestId = facts.requestId;
    this.location = facts.location;
    this.retryAfter = facts.retryAfter;
    this.entries = facts.entries ?? [];
  }

  /** The same error, of an answer that had begun. */
  in(answer: Pick<ErrorFacts, 'status' | 'requestId'>): ApiError {
    return new ApiError(this.kind, { ...answer, ...this.#facts });
  }

  get code(): string | undefined {
    return this.entries[0]?.code;
  }

  get title(): string | undefined {
    return this.entries[0]?.title;
  }

  get detail(): string | undefined {
    return this.entries[0]?.detail;
  }

  get pointer(): string | undefined {
    return this.entries[0]?.pointer;
  }

  get parameter(): string | undefined {
    return this.entries[0]?.parameter;
  }
}

/** The caller's signal was aborted. Not an {@link ApiError}: nothing went wrong, and nobody needs to be told. */
export class CancelledError extends Error {
  override readonly name = 'CancelledError';

  constructor() {
    super('The request was cancelled');
  }
}

// Of our own words alone: a message can end up in a notification, where VS Code makes commands of links.
function messageOf(kind: ErrorKind, { reason, systemCode, status, requestId }: ErrorFacts): string {
  const parts = [reason, systemCode, status && `status ${status}`, requestId && `request ${requestId}`];
  const known = parts.filter(part => part !== undefined);
  return known.length === 0 ? kind : `${kind} (${known.join(', ')})`;
}

/** For a success that does not hold what the contract promises. */
export function unexpected(answer: {
  readonly json: unknown;
  readonly status: number;
  readonly requestId: string | undefined;
}): ApiError {
  return new ApiError('badAnswer', {
    reason: answer.json === undefined ? 'empty' : 'unexpected',
    status: answer.status,
    ...(answer.requestId !== undefined && { requestId: answer.requestId }),
  });
}
