import type { Fetch } from '../api/fetch';
import type { KnownPhase } from '../model/key';
import { type Answer, Refusal } from './answer';
import { type Behaviour, defaultBehaviour } from './behaviour';
import type { Parts } from './call';
import { carryInProcess, throwIfAborted } from './carryInProcess';
import { RealClock, type SimulatorClock } from './clock';
import { type Delivery, deliveryOf } from './delivery';
import { unauthenticated, unauthorized } from './failures';
import { FaultQueue, replacesOperation } from './faults';
import type { SimulatedOrganization } from './organization';
import { Paging } from './paging';
import { RateLimiter } from './rateLimiter';
import { type RecordedRequest, RequestLog } from './requestLog';
import { findRoute, type Route } from './router';
import { type Caller, SignIn } from './signIn';
import { spoilt } from './spoilt';
import { State } from './state';
import type { PlannedPhase } from './validation';

export interface SimulatorOptions {
  readonly organization: SimulatedOrganization;
  readonly clock?: SimulatorClock;
  readonly behaviour?: Partial<Behaviour>;
}

export interface SimulatorRequest {
  readonly method: string;
  readonly url: URL;
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
}

/** A Confluent Cloud in memory, with one organization: as a `fetch`, or behind a server that calls `handle`. */
export class Simulator {
  readonly behaviour: Behaviour;
  readonly faults = new FaultQueue();
  readonly requests: readonly RecordedRequest[];
  readonly #log = new RequestLog();
  readonly #limiter = new RateLimiter();
  readonly #parts: Parts;

  constructor({ organization, clock = new RealClock(), behaviour = {} }: SimulatorOptions) {
    this.behaviour = { ...defaultBehaviour, ...behaviour };
    this.requests = this.#log.entries;
    this.#parts = {
      behaviour: this.behaviour,
      state: new State(organization, clock, this.behaviour),
      paging: new Paging(this.behaviour),
      signIn: new SignIn(organization),
    };
  }

  /** Answers whatever host is asked, without a port. Rejects with an `AbortError` when the signal says so. */
  readonly fetch: Fetch = async (url, { method, headers, body, signal }) => {
    // As the network would be: never in the same turn.
    await new Promise(resolve => setImmediate(resolve));
    throwIfAborted(signal);
    const lowerCase = Object.entries(headers).map(([name, value]): [string, string] => [
      name.toLowerCase(),
      value,
    ]);
    const request = { method, url: new URL(url), headers: Object.fromEntries(lowerCase), body };
    return carryInProcess(this.handle(request), signal);
  };

  /** Carries a request out, and gives what is to be delivered, faults included. */
  handle(request: SimulatorRequest): Delivery {
    const { method, url, headers, body } = request;
    const path = url.pathname + url.search;
    this.#log.add({ method, origin: url.origin, path, headers, body });
    const { delayMs, planned } = this.faults.take(method, path);
    const replaced = planned !== undefined && replacesOperation(planned);
    const answer: Answer = replaced ? { status: 200, json: {} } : this.#answer(request);
    const identified = { ...answer, headers: { 'X-Request-Id': crypto.randomUUID(), ...answer.headers } };
    const delivery = { ...deliveryOf(identified), delayMs };
    if (planned === undefined) return delivery;
    const fresh = () => this.#parts.paging.startAgain(url.pathname, url.searchParams);
    return spoilt(delivery, planned.fault, {
      fresh,
      same: () => url.searchParams.get('page_token') ?? fresh(),
    });
  }

  /** Ends a validation attempt of a key now, and forgets what was planned for it. */
  setPhase(keyId: string, phase: KnownPhase, message?: string): void {
    const { state } = this.#parts;
    state.forgetPlan(keyId);
    state.attempt({ keyId, at: state.now(), phase, ...(message === undefined ? {} : { message }) });
  }

  /** Plans the validation attempts of a key from now on, in place of those that were planned. */
  scriptValidation(keyId: string, plan: readonly PlannedPhase[]): void {
    this.#parts.state.plan(keyId, plan);
  }

  /** From now on the API key is unknown. */
  revoke(apiKeyId: string): void {
    this.#parts.signIn.revoke(apiKeyId);
  }

  #answer(request: SimulatorRequest): Answer {
    try {
      return this.#run(request);
    } catch (error) {
      if (error instanceof Refusal) return error.answer;
      throw error;
    }
  }

  #run(request: SimulatorRequest): Answer {
    const { method, url, headers, body = '' } = request;
    const found = findRoute(method, url.pathname);
    if (!('route' in found)) return found;
    const { route, id } = found;
    const { signIn, state } = this.#parts;
    const caller =
      route.roles === undefined ? anonymous : signIn.caller(headers['authorization'], state.now());
    if (caller === undefined) return unauthenticated();
    const rate = this.#limiter.count(caller.id, this.behaviour.rateLimit, state.now());
    if (rate.limited) return { status: 429, headers: rate.headers };
    if (!allows(route, caller)) return unauthorized(caller.id, route.resource, 'OrganizationAdmin');
    const call = { base: url.origin, path: url.pathname, query: url.searchParams, id, body, caller };
    const answer = route.run(call, this.#parts);
    return { ...answer, headers: { ...rate.headers, ...answer.headers } };
  }
}

const anonymous: Caller = { id: 'anonymous', role: 'MetricsViewer' };

function allows({ roles }: Route, caller: Caller): boolean {
  return roles === undefined || roles.includes(caller.role);
}
