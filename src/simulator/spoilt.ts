import { isJsonObject, type JsonValue } from '../model/json';
import type { Delivery } from './delivery';
import type { Fault } from './faults';
import type { FaultTokens } from './faultTokens';
import { messageOf } from './message';
import { usualFailure } from './usualFailure';

const portal = `<!DOCTYPE html>
<html><head><title>Sign in to the network</title></head>
<body><h1>Welcome</h1><form action="/login"><button>Accept and connect</button></form></body></html>
`;

/** A delivery as a fault leaves it. */
export function spoilt(delivery: Delivery, fault: Fault, tokens: FaultTokens): Delivery {
  switch (fault.kind) {
    case 'delay':
      return { ...delivery, delayMs: delivery.delayMs + fault.ms };
    case 'stall':
      return {
        ...delivery,
        mishap: fault.when === 'beforeHeaders' ? 'stallBeforeHeaders' : 'stallAfterHeaders',
      };
    case 'reset':
      return { ...delivery, mishap: fault.when === 'midBody' ? 'resetMidBody' : 'resetBeforeHeaders' };
    case 'truncate':
      return {
        ...delivery,
        mishap: fault.framing === 'chunked' ? 'truncateChunked' : 'truncateContentLength',
      };
    case 'html':
      return { ...withBody(delivery, portal, 'text/html; charset=utf-8'), status: fault.status ?? 200 };
    case 'status':
      return replaced(delivery, fault);
    case 'redirect':
      return replaced(delivery, { status: fault.status, headers: { Location: fault.location } });
    case 'invalidJson':
      return withBody(delivery, '{"data": [{"id": "cck-');
    case 'wrongJson':
      return withBody(delivery, JSON.stringify(fault.value));
    case 'alter':
      return altered(delivery, fault.change);
    case 'emptyBody':
      return withBody(delivery, '');
    case 'hugeBody':
      return { ...delivery, body: { bytes: fault.bytes, gzip: false } };
    case 'gzipBomb':
      return {
        ...withHeader(delivery, 'Content-Encoding', 'gzip'),
        body: { bytes: fault.bytes, gzip: true },
      };
    case 'loopingToken':
      return withNext(delivery, page => `${page}?page_token=${tokens.same()}`);
    case 'endlessTokens':
      return withNext(delivery, page => `${page}?page_token=${tokens.fresh()}`);
    case 'foreignNext':
      return withNext(delivery, () => fault.url);
  }
}

function replaced(delivery: Delivery, fault: Omit<Extract<Fault, { kind: 'status' }>, 'kind'>): Delivery {
  const { status, text, body: json } = fault;
  const usual = usualFailure(status);
  const requestId = { 'X-Request-Id': delivery.headers['X-Request-Id'] ?? '' };
  const headers = { ...requestId, ...(fault.headers ?? usual.headers) };
  if (text !== undefined) {
    return { ...delivery, status, headers: { 'Content-Type': 'text/plain', ...headers }, body: text };
  }
  return { ...delivery, ...messageOf({ ...usual, headers, ...(json === undefined ? {} : { json }) }) };
}

function withHeader(delivery: Delivery, name: string, value: string): Delivery {
  return { ...delivery, headers: { ...delivery.headers, [name]: value } };
}

function withBody(delivery: Delivery, body: string, contentType = 'application/json'): Delivery {
  return { ...withHeader(delivery, 'Content-Type', contentType), body };
}

function altered(delivery: Delivery, change: (json: JsonValue) => JsonValue): Delivery {
  if (typeof delivery.body !== 'string') return delivery;
  const json = JSON.parse(delivery.body) as JsonValue;
  return withBody(delivery, JSON.stringify(change(json)));
}

/** The list with another `next`, made from the address of its first page; anything else is left as it is. */
function withNext(delivery: Delivery, next: (firstPage: string) => string): Delivery {
  return altered(delivery, json => {
    const metadata = isJsonObject(json) ? json['metadata'] : undefined;
    if (!isJsonObject(json) || !isJsonObject(metadata) || typeof metadata['first'] !== 'string') return json;
    return { ...json, metadata: { ...metadata, next: next(metadata['first']) } };
  });
}
