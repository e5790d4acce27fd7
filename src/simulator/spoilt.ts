import { isJsonObject, type JsonValue } from '../model/json';
import { type Delivery, deliveryOf } from './delivery';
import { failureOf } from './failures';
import type { Fault } from './faults';

/** Page tokens for the faults that need one. */
export interface FaultTokens {
  /** Leads to the page it is asked for. */
  readonly same: () => string;
  /** Leads to the first page, and is new each time. */
  readonly fresh: () => string;
}

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
      return redirected(delivery, fault.status, fault.location);
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

function replaced(delivery: Delivery, fault: Extract<Fault, { kind: 'status' }>): Delivery {
  const usual = failureOf(fault.status);
  const requestId = { 'X-Request-Id': delivery.headers['X-Request-Id'] ?? '' };
  const headers = { ...requestId, ...(fault.headers ?? usual.headers) };
  if (fault.text !== undefined) {
    return {
      ...deliveryOf({ status: fault.status }),
      headers: { 'Content-Type': 'text/plain', ...headers },
      body: fault.text,
    };
  }
  return deliveryOf({ ...usual, headers, ...(fault.body === undefined ? {} : { json: fault.body }) });
}

/** Without a body there is no type of it. */
function redirected(delivery: Delivery, status: number, location: string): Delivery {
  const kept = Object.entries(delivery.headers).filter(([name]) => name !== 'Content-Type');
  return { ...delivery, status, headers: { ...Object.fromEntries(kept), Location: location }, body: '' };
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
