import type { JsonObject } from '../model/json';
import { ApiError } from './errors';

export interface HttpRequest {
  /** Only a GET is ever tried again. */
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** Absolute; `{id}` stands for `id`, so that the log can name it. */
  readonly path: string;
  readonly id?: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: JsonObject;
  /** A body as HTML forms send it, in place of `body`. */
  readonly form?: Readonly<Record<string, string>>;
  /** For the one operation that takes no sign-in. */
  readonly anonymous?: boolean;
  readonly signal?: AbortSignal | undefined;
}

/** The address of a request, always at the endpoint. Throws an {@link ApiError} for what cannot be an id. */
export function urlOf({ path, id, query }: HttpRequest, endpoint: string): string {
  // In a path these would name another resource.
  if (id === '' || id === '.' || id === '..') throw new ApiError('notFound');
  const encodedId = encodeURIComponent((id ?? '').toWellFormed());
  const url = new URL(path.replace('{id}', encodedId), endpoint);
  url.search = new URLSearchParams(query).toString();
  return url.href;
}

/** The body of a request and its type; undefined for a request without one. */
export function contentOf({ body, form }: HttpRequest): { type: string; text: string } | undefined {
  if (form) return { type: 'application/x-www-form-urlencoded', text: new URLSearchParams(form).toString() };
  return body && { type: 'application/json', text: JSON.stringify(body) };
}
