import type { Fetch } from '../api/fetch';
import type { KnownPhase } from '../model/key';
import type { Answer } from './answer';
import { type Behaviour, defaultBehaviour } from './behaviour';
import { carryInProcess } from './carryInProcess';
import { RealClock, type SimulatorClock } from './clock';
import type { Delivery } from './delivery';
import { FaultQueue, replacesOperation } from './faults';
import { faultTokens } from './faultTokens';
import { futureKey } from './futureKey';
import { inProcess } from './inProcess';
import { IssuedTokens } from './issuedTokens';
import { messageOf } from './message';
import type { SimulatedOrganization } from './organization';
import { RateLimiter } from './rateLimiter';
import { type RecordedRequest, RequestLog } from './requestLog';
import { routes } from './routes';
import { SimulatedService, type SimulatorRequest } from './simulatedService';
import { spoilt } from './spoilt';
import type { PlannedPhase } from './validation';

export interface SimulatorOptions {
  readonly organization: SimulatedOrganization;
  readonly clock?: SimulatorClock;
  readonly behaviour?: Partial<Behaviour>;
}

/** A Confluent Cloud in memory that can be told to fail: as a `fetch`, or behind a server that calls `handle`. */
export class Simulator {
  readonly behaviour: Behaviour;
  readonly faults = new FaultQueue();
  readonly requests: readonly RecordedRequest[];
  readonly #log = new RequestLog();
  readonly #service: SimulatedService;

  constructor({ organization, clock = new RealClock(), behaviour = {} }: SimulatorOptions) {
    this.behaviour = { ...defaultBehaviour, ...behaviour };
    this.requests = this.#log.entries;
    this.#service = new SimulatedService({
      organization,
      clock,
      behaviour: this.behaviour,
      routes,
      tokens: new IssuedTokens(organization.identityPools),
      limiter: new RateLimiter(),
      futureKey,
    });
  }

  readonly fetch: Fetch = inProcess((request, signal) => carryInProcess(this.handle(request), signal));

  /** Carries a request out, and gives what is to be delivered, faults included. */
  handle(request: SimulatorRequest): Delivery {
    const { method, url, headers, body } = request;
    const path = url.pathname + url.search;
    this.#log.add({ method, origin: url.origin, path, headers, body });
    const { delayMs, planned } = this.faults.take(method, path);
    const isReplaced = planned !== undefined && replacesOperation(planned);
    const answer: Answer = isReplaced ? { status: 200, json: {} } : this.#service.answer(request);
    const delivery = { ...messageOf(answer), delayMs, mishap: undefined };
    if (planned === undefined) return delivery;
    return spoilt(delivery, planned.fault, faultTokens(this.#service.parts.paging, url));
  }

  /** Ends a validation attempt of a key now, and forgets what was planned for it. */
  setPhase(keyId: string, phase: KnownPhase, message?: string): void {
    const { state } = this.#service.parts;
    state.forgetPlan(keyId);
    state.attempt({ keyId, at: state.now(), phase, ...(message === undefined ? {} : { message }) });
  }

  /** Plans the validation attempts of a key from now on, in place of those that were planned. */
  scriptValidation(keyId: string, plan: readonly PlannedPhase[]): void {
    this.#service.parts.state.plan(keyId, plan);
  }

  /** From now on the API key is unknown. */
  revoke(apiKeyId: string): void {
    this.#service.revoke(apiKeyId);
  }
}
