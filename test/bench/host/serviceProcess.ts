// A simulated Confluent Cloud in a process of its own, so that its work is not counted as the extension host's.
import { organizationOf } from '../../../src/simulator/organizationOf';
import { serve } from '../../../src/simulator/server';
import { Simulator } from '../../../src/simulator/simulator';
import { canaryKey } from '../../api/canary';
import { certificates, serverKey } from '../../api/certificates';

export interface ServiceSize {
  readonly keys: number;
  readonly environments?: number;
  readonly clusters?: number;
  readonly latencyMs: number;
}

export interface ServiceLog {
  /** Without the ones before the last look. */
  readonly requests: readonly ServedRequest[];
  readonly connections: number;
}

export interface ServedRequest {
  readonly path: string;
  /** In ms since 1970, with fractions: when the answer was due. */
  readonly answeredAt: number;
}

/** What comes over the channel; each message is answered by one. */
export type Order = { readonly start: ServiceSize } | { readonly look: true };

class TimedSimulator extends Simulator {
  readonly served: ServedRequest[] = [];
  latencyMs = 0;

  override handle(request: Parameters<Simulator['handle']>[0]): ReturnType<Simulator['handle']> {
    const delivery = super.handle(request);
    const now = performance.timeOrigin + performance.now();
    this.served.push({
      path: request.url.pathname + request.url.search,
      answeredAt: now + delivery.delayMs + this.latencyMs,
    });
    return delivery;
  }
}

let look = (): ServiceLog => ({ requests: [], connections: 0 });

async function start({ keys, latencyMs, ...size }: ServiceSize): Promise<string> {
  const organization = organizationOf(keys, Date.now(), size);
  const credentials = [{ ...canaryKey, role: 'OrganizationAdmin' as const }];
  const simulator = new TimedSimulator({ organization: { ...organization, credentials } });
  simulator.latencyMs = latencyMs;
  const server = await serve(simulator, { latencyMs, tls: { key: serverKey, cert: certificates.trusted } });
  let connections = 0;
  look = () => {
    const log = { requests: simulator.served.splice(0), connections: server.connections() - connections };
    connections = server.connections();
    return log;
  };
  return server.url;
}

process.on('message', (order: Order) => {
  void ('start' in order ? start(order.start) : Promise.resolve(look())).then(answer =>
    process.send?.(answer),
  );
});
// Whoever started it is gone.
process.on('disconnect', () => process.exit());
