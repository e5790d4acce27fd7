import type { Fetch } from '../api/fetch';
import { defaultBehaviour } from './behaviour';
import { RealClock, type SimulatorClock } from './clock';
import { demoOrganization } from './demoOrganization';
import { demoRoutes } from './demoRoutes';
import { inProcess, responseOf } from './inProcess';
import { messageOf } from './message';
import { SimulatedService } from './simulatedService';

/** The demo organization and the way into it. */
export interface Demo {
  /** A name that no network resolves: the simulator answers for it in this process. */
  readonly endpoint: string;
  readonly authorization: string;
  readonly fetch: Fetch;
}

/** A demo organization of its own, answering in this process: no port is opened, and nothing leaves the machine. */
export function createDemo(clock: SimulatorClock = new RealClock()): Demo {
  const organization = demoOrganization(clock.now());
  const [owner] = organization.credentials;
  if (!owner) throw new Error('The demo organization has no credential');
  const pair = Buffer.from(`${owner.apiKeyId}:${owner.apiKeySecret}`).toString('base64');
  const routes = [...demoRoutes];
  const service = new SimulatedService({ organization, clock, behaviour: defaultBehaviour, routes });
  let changes: Promise<unknown> | undefined;
  // Who only looks around has none of it.
  const allowChanges = () =>
    (changes ??= import('./demoChanges').then(({ demoChanges }) => routes.push(...demoChanges)));
  const fetch = inProcess(async request => {
    if (request.method !== 'GET') await allowChanges();
    const { body, ...message } = messageOf(service.answer(request));
    return responseOf(message, body === undefined ? null : bytesOf(body));
  });
  return { endpoint: 'https://demo.invalid', authorization: `Basic ${pair}`, fetch };
}

async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(new TextEncoder().encode(text));
}
