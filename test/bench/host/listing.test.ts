import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { median } from '../measure.ts';
import { BareClient } from './bareClient';
import { activateProbed } from './probed';
import { report } from './report';
import { Service, latencyMs } from './service';

const rounds = 3;
const pageSize = 100;
const path = `/byok/v1/keys?page_size=${pageSize}`;

describe('bench: listing', () => {
  for (const keys of [100, 1_000, 10_000]) {
    it(`is timed for ${keys} keys`, async () => {
      const service = await Service.start({ keys });
      const [ours, bare] = [[] as Listing[], [] as number[]];
      for (let round = 0; round < rounds; round += 1) {
        bare.push(await bareListing(service, keys));
        ours.push(await ourListing(service, keys));
      }
      service.stop();
      const floor = Math.ceil(keys / pageSize) * latencyMs;
      const ms = median(ours.map(each => each.ms));
      const count = keys.toLocaleString('en');
      const note = `${ms.toFixed(0)} ms, over TLS at ${latencyMs} ms; a bare loop ${median(bare).toFixed(0)} ms; floor ${floor} ms`;
      const isLarge = keys === 10_000;
      report(
        {
          measure: `list ${count} keys, to the floor`,
          value: ms / floor,
          unit: '×',
          // A single page is mostly the handshake.
          ...(isLarge ? { limit: { atMost: 1.4 } } : {}),
          note,
        },
        { measure: `list ${count} keys, to a bare loop`, value: ms / median(bare), unit: '×' },
        {
          measure: `list ${count} keys, requests`,
          value: Math.max(...ours.map(each => each.requests)),
          unit: '',
          limit: { exactly: keys / pageSize },
        },
        {
          measure: `list ${count} keys, connections`,
          value: Math.max(...ours.map(each => each.connections)),
          unit: '',
          limit: { exactly: 1 },
        },
      );
    }).timeout(120_000);
  }
});

interface Listing {
  readonly ms: number;
  readonly requests: number;
  readonly connections: number;
}

async function ourListing(service: Service, keys: number): Promise<Listing> {
  const byok = await activateProbed();
  const id = await service.signIn();
  await service.look();
  const start = performance.now();
  await byok.refresh(id);
  const ms = performance.now() - start;
  const { requests, connections } = await service.look();
  assert.equal(byok.keys(id).length, keys);
  await vscode.commands.executeCommand('byok.signOut', id);
  return { ms, requests: requests.length, connections };
}

async function bareListing(service: Service, keys: number): Promise<number> {
  const client = new BareClient(service.url);
  const start = performance.now();
  const found = await client.list(path);
  const ms = performance.now() - start;
  client.close();
  assert.equal(found.length, keys);
  return ms;
}
