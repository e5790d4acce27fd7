import { parseArgs } from 'node:util';
import { demoOrganization } from './demoOrganization';
import { organizationOf } from './organizationOf';
import { serve } from './server';
import { Simulator } from './simulator';

const usage = `Serves a simulated Confluent Cloud on this machine, until Ctrl+C.
  --port N      the port to listen on; a free one unless given
  --keys N      an organization with so many keys in place of the demo organization
  --latency MS  how long each answer is held back`;

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '0' },
    keys: { type: 'string' },
    latency: { type: 'string', default: '0' },
    help: { type: 'boolean', default: false },
  },
});

async function main(): Promise<void> {
  if (values.help) {
    print(usage);
    return;
  }
  const now = Date.now();
  const organization =
    values.keys === undefined ? demoOrganization(now) : organizationOf(numberIn(values.keys), now);
  const server = await serve(new Simulator({ organization }), {
    port: numberIn(values.port),
    latencyMs: numberIn(values.latency),
  });
  print(`${organization.displayName} at ${server.url}`);
  for (const { role, apiKeyId, apiKeySecret } of organization.credentials) {
    print(`  ${role}: API key ${apiKeyId}, secret ${apiKeySecret}`);
  }
  process.once('SIGINT', () => void server.close());
}

function numberIn(text: string): number {
  if (!/^\d+$/.test(text)) throw new Error(`'${text}' is not a number.`);
  return Number(text);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(`${String(error)}\n`);
  process.exitCode = 1;
});
