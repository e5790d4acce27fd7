import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import type { FetchResponse } from '../../src/api/fetch';
import { isJsonObject, type JsonObject } from '../../src/model/json';
import { objectAt, type Operation, Spec } from './spec';

/** A request as it was sent; a `RecordedRequest` of the simulator is one. */
export interface SentRequest {
  readonly method: string;
  /** With the query. */
  readonly path: string;
  /** By lower-case name; of `authorization` the scheme is enough. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
}

export interface ReceivedResponse {
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  readonly body: string;
}

/** Where the published descriptions are: `BYOK_API_SPECS`, or `../shared/api`; undefined where there are none. */
export function specFolder(): string | undefined {
  const folder = process.env['BYOK_API_SPECS'] ?? path.resolve('../shared/api');
  return existsSync(folder) ? folder : undefined;
}

/** Describes what is held against the descriptions; where there are none it says so, and there is nothing to run. */
export function describeContract(title: string, tests: () => void): void {
  if (specFolder() !== undefined) describe(title, tests);
  else console.log(`Skipped, "${title}": no API descriptions in ../shared/api or in BYOK_API_SPECS.`);
}

/** Reads one description, such as `byok-v1.openapi.yaml`. */
export function loadSpec(file: string): Spec {
  const json: unknown = parse(readFileSync(path.join(specFolder() ?? '', file), 'utf8'));
  if (!isJsonObject(json)) throw new Error(`${file} describes nothing.`);
  return new Spec(json);
}

/** Reads the body to its end, for `checkResponse`. */
export async function received({ status, headers, body }: FetchResponse): Promise<ReceivedResponse> {
  const pieces: Uint8Array[] = [];
  for await (const piece of body ?? []) pieces.push(piece);
  return { status, headers, body: Buffer.concat(pieces).toString('utf8') };
}

/** What a request says against its description; nothing when it keeps to it. */
export function checkRequest(spec: Spec, request: SentRequest): readonly string[] {
  const url = new URL(request.path, 'https://api.confluent.cloud');
  const operation = spec.operation(request.method, url.pathname);
  if (operation === undefined) return [`${request.method} ${url.pathname} is not described`];
  return [
    ...queryProblems(spec, operation, url.searchParams),
    ...credentialProblems(operation, request.headers['authorization']),
    ...sentBodyProblems(spec, operation, request),
  ];
}

/** What a response says against the description of its request; nothing when it keeps to it. */
export function checkResponse(
  spec: Spec,
  request: Pick<SentRequest, 'method' | 'path'>,
  response: ReceivedResponse,
): readonly string[] {
  const operation = spec.operation(request.method, request.path.split('?', 1)[0] ?? '');
  if (operation === undefined) return [`${request.method} ${request.path} is not described`];
  const described = operation.responses[String(response.status)];
  if (!isJsonObject(described)) return [`status ${response.status} is not described`];
  return [...headerProblems(spec, described, response), ...receivedBodyProblems(spec, described, response)];
}

function queryProblems(spec: Spec, { parameters }: Operation, query: URLSearchParams): readonly string[] {
  const described = parameters.filter(parameter => parameter['in'] === 'query');
  const names = described.map(parameter => String(parameter['name']));
  const undescribed = [...new Set(query.keys())].filter(name => !names.includes(name));
  return [
    ...undescribed.map(name => `query ${name}: is not described`),
    ...described.flatMap(({ name, required, schema }) => {
      const values = query.getAll(String(name));
      if (values.length === 0) return required === true ? [`query ${String(name)}: is required`] : [];
      return spec.problems('text', schema, values.length === 1 ? values[0] : values, `query ${String(name)}`);
    }),
  ];
}

function credentialProblems({ secured }: Operation, authorization: string | undefined): readonly string[] {
  const scheme = authorization?.split(' ', 1)[0];
  if (!secured) return scheme === undefined ? [] : ['authorization: is not asked for'];
  return scheme === 'Basic' || scheme === 'Bearer' ? [] : ['authorization: must be Basic or Bearer'];
}

function sentBodyProblems(spec: Spec, { body: schemas }: Operation, request: SentRequest): readonly string[] {
  const [described] = Object.entries(schemas);
  if (described === undefined) return request.body === undefined ? [] : ['body: is not described'];
  const [contentType, schema] = described;
  if (!sameType(request.headers['content-type'], contentType))
    return [`content-type: must be ${contentType}`];
  if (contentType === 'application/x-www-form-urlencoded') {
    const form = Object.fromEntries(new URLSearchParams(request.body));
    return spec.problems('text', schema, form, 'body');
  }
  return jsonProblems(request.body ?? '', json => spec.problems('sent', schema, json, 'body'));
}

function headerProblems(spec: Spec, described: JsonObject, { headers }: ReceivedResponse): readonly string[] {
  return Object.entries(objectAt(described, 'headers')).flatMap(([name, header]) => {
    const value = headers.get(name);
    if (value === null) return [`header ${name}: is missing`];
    return spec.problems('text', objectAt(header, 'schema'), value, `header ${name}`);
  });
}

function receivedBodyProblems(
  spec: Spec,
  described: JsonObject,
  { headers, body }: ReceivedResponse,
): readonly string[] {
  const [content] = Object.entries(objectAt(described, 'content'));
  if (content === undefined) return body === '' ? [] : ['body: is not described'];
  const [contentType, media] = content;
  if (!sameType(headers.get('content-type'), contentType)) return [`content-type: must be ${contentType}`];
  return jsonProblems(body, json => spec.problems('received', objectAt(media, 'schema'), json, 'body'));
}

function jsonProblems(text: string, check: (json: unknown) => readonly string[]): readonly string[] {
  try {
    return check(JSON.parse(text));
  } catch (error) {
    if (error instanceof SyntaxError) return [`body: ${error.message}`];
    throw error;
  }
}

function sameType(actual: string | null | undefined, described: string): boolean {
  return actual?.split(';', 1)[0]?.trim() === described;
}
