import type { Fetch } from '../api/fetch';
import { demoOrganization } from './demoOrganization';
import { Simulator } from './simulator';

/** The demo organization and the way into it. */
export interface Demo {
  /** A name that no network resolves: the simulator answers for it in this process. */
  readonly endpoint: string;
  readonly authorization: string;
  readonly fetch: Fetch;
}

/** A demo organization of its own, answering in this process: no port is opened, and nothing leaves the machine. */
export function createDemo(): Demo {
  const organization = demoOrganization(Date.now());
  const [owner] = organization.credentials;
  if (!owner) throw new Error('The demo organization has no credential');
  const pair = Buffer.from(`${owner.apiKeyId}:${owner.apiKeySecret}`).toString('base64');
  const { fetch } = new Simulator({ organization });
  return { endpoint: 'https://demo.invalid', authorization: `Basic ${pair}`, fetch };
}
