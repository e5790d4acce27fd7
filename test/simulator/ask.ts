import { isJsonObject, type JsonObject, type JsonValue } from '../../src/model/json';
import { demoOrganization } from '../../src/simulator/demoOrganization';
import type { SimulatedCredential } from '../../src/simulator/organization';
import type { Simulator } from '../../src/simulator/simulator';

export const origin = 'https://api.confluent.cloud';
/** When the tests' organizations begin. */
export const start = Date.parse('2026-03-01T12:00:00Z');

export type As = 'admin' | 'environmentAdmin' | 'viewer' | 'nobody' | { readonly authorization: string };

export interface Question {
  readonly as?: As;
  /** Sent as JSON, or as it is where it is text. */
  readonly body?: JsonValue;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Reply {
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  readonly text: string;
  /** An empty object where the text is no JSON object. */
  readonly json: JsonObject;
}

/** Sends `GET /path` and the like to a simulator in process, by default as its admin. */
export async function ask(simulator: Simulator, what: string, question: Question = {}): Promise<Reply> {
  const [method = '', path = ''] = what.split(' ', 2);
  const { as = 'admin', body } = question;
  const response = await simulator.fetch(path.startsWith('http') ? path : origin + path, {
    method,
    headers: {
      ...authorization(as),
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...question.headers,
    },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    redirect: 'manual',
    signal: new AbortController().signal,
  });
  const pieces: Uint8Array[] = [];
  for await (const piece of response.body ?? []) pieces.push(piece);
  const text = Buffer.concat(pieces).toString('utf8');
  return { status: response.status, headers: response.headers, text, json: parsed(text) };
}

/** The header that a Cloud API key makes. */
export function basic({
  apiKeyId,
  apiKeySecret,
}: Pick<SimulatedCredential, 'apiKeyId' | 'apiKeySecret'>): string {
  return `Basic ${Buffer.from(`${apiKeyId}:${apiKeySecret}`).toString('base64')}`;
}

function authorization(as: As): Readonly<Record<string, string>> {
  if (as === 'nobody') return {};
  if (typeof as === 'object') return { Authorization: as.authorization };
  const role = { admin: 'OrganizationAdmin', environmentAdmin: 'EnvironmentAdmin', viewer: 'MetricsViewer' }[
    as
  ];
  const credential = demoOrganization(start).credentials.find(one => one.role === role);
  return credential === undefined ? {} : { Authorization: basic(credential) };
}

function parsed(text: string): JsonObject {
  try {
    const json: unknown = JSON.parse(text);
    return isJsonObject(json) ? json : {};
  } catch {
    return {};
  }
}

/** The items of a list's answer. */
export function dataOf(json: JsonObject): readonly JsonObject[] {
  const { data } = json;
  return Array.isArray(data) ? data.filter(isJsonObject) : [];
}

export function idsOf(json: JsonObject): readonly string[] {
  return dataOf(json).map(item => String(item['id']));
}

/** The address of the page after a list's answer; undefined at the end. */
export function nextOf(json: JsonObject): string | undefined {
  const { metadata } = json;
  const next = isJsonObject(metadata) ? metadata['next'] : undefined;
  return typeof next === 'string' ? next : undefined;
}

/** The entries of an error's answer, without their random ids. */
export function errorsOf(json: JsonObject): readonly JsonObject[] {
  const { errors } = json;
  if (!Array.isArray(errors)) return [];
  return errors
    .filter(isJsonObject)
    .map(error => Object.fromEntries(Object.entries(error).filter(([name]) => name !== 'id')));
}
