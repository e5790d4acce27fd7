import { type Answer, Refusal } from './answer';
import type { Behaviour } from './behaviour';
import type { Parts } from './call';
import type { SimulatorClock } from './clock';
import type { futureKey } from './futureKey';
import type { IssuedTokens } from './issuedTokens';
import { unauthenticated, unauthorized } from './failures';
import type { SimulatedOrganization } from './organization';
import { Paging } from './paging';
import type { RateLimiter } from './rateLimiter';
import { findRoute, type Route } from './router';
import { type Caller, SignIn } from './signIn';
import { State } from './state';

export interface SimulatedServiceOptions {
  readonly organization: SimulatedOrganization;
  readonly clock: SimulatorClock;
  readonly behaviour: Behaviour;
  /** The operations that it has. */
  readonly routes: readonly Route[];
  /** Without them, only API keys are known. */
  readonly tokens?: IssuedTokens;
  /** Without one, callers are not limited. */
  readonly limiter?: RateLimiter;
  /** Without it, `unknownEnums` changes nothing. */
  readonly futureKey?: typeof futureKey;
}

export interface SimulatorRequest {
  readonly method: string;
  readonly url: URL;
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
}

/** What Confluent Cloud would answer, with one organization in memory, by whatever way it is asked. */
export class SimulatedService {
  readonly parts: Parts;
  readonly #routes: readonly Route[];
  readonly #limiter: RateLimiter | undefined;
  readonly #signIn: SignIn;

  constructor(options: SimulatedServiceOptions) {
    const { organization, clock, behaviour, routes, tokens, limiter, futureKey } = options;
    this.#routes = routes;
    this.#limiter = limiter;
    this.#signIn = new SignIn(organization.credentials, tokens);
    this.parts = {
      behaviour,
      state: new State(organization, clock, behaviour),
      paging: new Paging(behaviour),
      tokens,
      futureKey,
    };
  }

  answer(request: SimulatorRequest): Answer {
    try {
      return this.#run(request);
    } catch (error) {
      if (error instanceof Refusal) return error.answer;
      throw error;
    }
  }

  /** From now on the API key is unknown. */
  revoke(apiKeyId: string): void {
    this.#signIn.revoke(apiKeyId);
  }

  #run({ method, url, headers, body = '' }: SimulatorRequest): Answer {
    const found = findRoute(this.#routes, method, url.pathname);
    if (!('route' in found)) return found;
    const { route, id } = found;
    const { behaviour, state } = this.parts;
    const caller =
      route.roles === undefined ? anonymous : this.#signIn.caller(headers['authorization'], state.now());
    if (caller === undefined) return unauthenticated();
    const rate = this.#limiter?.count(caller.id, behaviour.rateLimit, state.now());
    if (rate?.limited) return { status: 429, headers: rate.headers };
    if (!allows(route, caller)) return unauthorized(caller.id, route.resource, 'OrganizationAdmin');
    const call = { base: url.origin, path: url.pathname, query: url.searchParams, id, body, caller };
    const answer = route.run(call, this.parts);
    return { ...answer, headers: { ...rate?.headers, ...answer.headers } };
  }
}

const anonymous: Caller = { id: 'anonymous', role: 'MetricsViewer' };

function allows({ roles }: Route, caller: Caller): boolean {
  return roles === undefined || roles.includes(caller.role);
}
