/** What came in. The value of `Authorization` is not kept, and neither is a token to be exchanged. */
export interface RecordedRequest {
  readonly method: string;
  /** Scheme and authority the request came to. */
  readonly origin: string;
  /** With the query. */
  readonly path: string;
  /** By lower-case name; `authorization` is its scheme alone. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
}

const maximum = 5_000;

/** The last few thousand requests, oldest first. */
export class RequestLog {
  readonly entries: RecordedRequest[] = [];

  add({ headers, body, ...rest }: RecordedRequest): void {
    const scheme = headers['authorization']?.split(' ', 1)[0];
    this.entries.push({
      ...rest,
      headers: scheme === undefined ? headers : { ...headers, authorization: scheme },
      body: body?.replace(/(?<=(^|&)subject_token=)[^&]*/, '[secret]'),
    });
    if (this.entries.length > maximum) this.entries.shift();
  }
}
