import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { canaryKey } from '../api/canary';
import { ask } from '../simulator/ask';
import type { Answer, Row } from './callTool';
import { call, textOf } from './callTool';
import type { Session } from './session';
import { startSession } from './session';

const idsIn = ({ keys }: Answer): readonly unknown[] | undefined => keys?.map(({ id }) => id);

describe('the tools for language models', () => {
  let session: Session;
  before(async () => {
    session = await startSession();
  });
  after(() => session.close());

  const arn = 'arn:aws:kms:us-west-2:111122223333:key/3ad77bb4-0d7a-4660-a89e-caf32466ef97';

  it('are those of package.json, in the editor’s own list', () => {
    assert.deepEqual(
      vscode.lm.tools.map(({ name }) => name).filter(name => name.startsWith('byok_')),
      ['byok_listKeys', 'byok_getKey', 'byok_explainGrant', 'byok_listFindings'],
    );
  });

  const lists: Readonly<Record<string, readonly [input: object, ...ids: string[]]>> = {
    'what is invalid': [{ validation: 'INVALID' }, 'cck-u4n6b', 'cck-x5r1t', 'cck-b0v6h'],
    'what waits for access': [{ validation: 'initializing' }, 'cck-n5o1i', 'cck-v1c8k'],
    'what is invalid and in use': [{ validation: 'INVALID', state: 'IN_USE' }, 'cck-b0v6h'],
    'a cloud and a region': [{ provider: 'aws', region: 'EU-Central-1' }, 'cck-q81fz', 'cck-h3t5q'],
    'a part of the name': [{ text: 'LEDGER' }, 'cck-z2k7y', 'cck-e6j4u'],
    'a part of the ARN': [{ text: '3ad77bb4' }, 'cck-b0v6h'],
    'an organization by its label': [{ organization: 'test', text: 'search-prod' }, 'cck-w0f5r'],
    'what there is not': [{ text: 'nothing like it' }],
  };
  for (const [label, [input, ...ids]] of Object.entries(lists)) {
    it(`list keys: ${label}`, async () => {
      const answer = await call('byok_listKeys', input);
      assert.deepEqual([new Set(idsIn(answer)), answer.matching], [new Set(ids), ids.length]);
    });
  }

  it('say of a key in a list what tells it from others, and how it does', async () => {
    const { keys, organizations } = await call('byok_listKeys', { text: 'fraud' });
    const { createdAt, ...row } = keys?.[0] ?? {};
    const { asOf, ...organization } = organizations?.[0] ?? {};
    assert.ok([createdAt, asOf].every(at => typeof at === 'string' && !Number.isNaN(Date.parse(at))));
    assert.deepEqual(organization, { id: session.connectionId, label: 'Test', keys: 18 });
    assert.deepEqual(row, {
      id: 'cck-b0v6h',
      name: 'fraud-detection-prod',
      organization: session.connectionId,
      provider: 'AWS',
      state: 'IN_USE',
      validation: 'INVALID',
      validationMessage: 'Access to key denied.',
      region: 'us-west-2',
      cloudIdentifier: arn,
    });
  });

  it('list keys part by part, each once', async () => {
    const parts = [];
    for (const offset of [0, 7, 14]) parts.push(await call('byok_listKeys', { offset, limit: 7 }));
    assert.deepEqual(
      parts.map(({ keys, more }) => [keys?.length, more]),
      [
        [7, '11 more: ask again with "offset": 7, or narrow the search.'],
        [7, '4 more: ask again with "offset": 14, or narrow the search.'],
        [4, undefined],
      ],
    );
    assert.equal(new Set(parts.flatMap(idsIn)).size, 18);
  });

  it('fetch nothing that is loaded', async () => {
    const before = session.simulator.requests.length;
    await call('byok_listKeys');
    await call('byok_getKey', { key: 'cck-b0v6h' });
    await call('byok_explainGrant', { key: 'cck-b0v6h' });
    await call('byok_listFindings');
    assert.equal(session.simulator.requests.length, before);
  });

  for (const key of ['cck-b0v6h', arn, arn.toUpperCase(), 'Fraud-Detection-Prod']) {
    it(`know a key by ${key}`, async () => {
      assert.deepEqual(idsIn(await call('byok_getKey', { key })), ['cck-b0v6h']);
    });
  }

  it('know a key in Azure by its URL with a version, and one in Google Cloud with one', async () => {
    const url = `https://KV-partner-portal.vault.azure.net/keys/portal/${'0'.repeat(32)}`;
    assert.deepEqual(idsIn(await call('byok_getKey', { key: url })), ['cck-u4n6b']);
    const name = 'projects/acme-search-prod/locations/europe-west1/keyRings/kafka/cryptoKeys/search';
    assert.deepEqual(idsIn(await call('byok_getKey', { key: `${name}/cryptoKeyVersions/2` })), ['cck-w0f5r']);
  });

  it('say of a key what it lacks, and who uses it once that is known', async () => {
    const [before] = (await call('byok_getKey', { key: 'cck-b0v6h' })).keys ?? [];
    assert.match(JSON.stringify(before?.['clusters']), /includeClusters/);
    assert.match(String(before?.['likelyCause']), /grant/);
    assert.ok((before?.['whatHelps'] as readonly string[]).length > 0);
    assert.equal((before?.['cloudKey'] as { confluentRoles: unknown[] }).confluentRoles.length, 2);
    const [after] = (await call('byok_getKey', { key: 'cck-b0v6h', includeClusters: true })).keys ?? [];
    const { found } = after?.['clusters'] as { found: readonly Row[] };
    assert.deepEqual(
      found.map(({ id, name, cloud, region }) => ({ id, name, cloud, region })),
      [{ id: 'lkc-3f6rd', name: 'fraud-detection', cloud: 'AWS', region: 'us-west-2' }],
    );
  });

  it('fetch a key again when asked, and say when it is gone', async () => {
    session.simulator.setPhase('cck-q81fz', 'INVALID', 'Just now.');
    const validation = async (refresh: boolean): Promise<unknown> =>
      (await call('byok_getKey', { key: 'cck-q81fz', refresh })).keys?.[0]?.['validation'];
    assert.deepEqual([await validation(false), await validation(true)], ['VALID', 'INVALID']);
    await ask(session.simulator, 'DELETE /byok/v1/keys/cck-q81fz');
    assert.deepEqual((await call('byok_getKey', { key: 'cck-q81fz', refresh: true })).keys, [
      { id: 'cck-q81fz', organization: session.connectionId, gone: true },
    ]);
    await session.byok.refresh(session.connectionId);
  });

  const grants: Readonly<Record<string, readonly [input: object, form: string, text: RegExp]>> = {
    'the statements of AWS': [{ key: 'cck-b0v6h' }, 'statements', /"Sid": .*[\s\S]*kms:/],
    'a whole policy': [{ key: 'cck-b0v6h', form: 'policy' }, 'policy', /"Version": "2012-10-17"/],
    'commands for Azure': [{ key: 'cck-v1c8k' }, 'commands', /az role assignment create/],
    'commands for Google Cloud': [{ key: 'cck-n5o1i' }, 'commands', /gcloud kms keys add-iam-policy-binding/],
    Terraform: [{ key: 'cck-b0v6h', form: 'Terraform' }, 'terraform', /confluent_byok_key/],
  };
  for (const [label, [input, form, text]] of Object.entries(grants)) {
    it(`explain the grant of a key: ${label}`, async () => {
      const { grant, forms } = await call('byok_explainGrant', input);
      assert.equal(grant?.['form'], form);
      assert.match(String(grant['text']), text);
      assert.ok(forms?.includes(form));
    });
  }

  it('say when there is no grant of that form', async () => {
    const { grant, forms } = await call('byok_explainGrant', { key: 'cck-v1c8k', form: 'policy' });
    assert.deepEqual(grant, { form: 'policy', unavailable: 'There is no such form for this cloud.' });
    assert.deepEqual(forms, ['commands', 'powershell', 'terraform']);
  });

  it('list what is wrong, the worst first, and what to do about it', async () => {
    const { findings, matching } = await call('byok_listFindings');
    const first = findings?.[0];
    assert.deepEqual(
      [first?.['rule'], first?.['severity'], first?.['key'], first?.['keyName']],
      ['invalidInUse', 'error', 'cck-b0v6h', 'fraud-detection-prod'],
    );
    assert.ok(String(first?.['why']).length > 0 && (first?.['whatToDo'] as string[]).length > 1);
    assert.equal(matching, findings?.length);
    const severities = findings?.map(({ severity }) => severity);
    const order = ['error', 'warning', 'info'];
    assert.deepEqual(
      severities,
      [...(severities ?? [])].sort((a, b) => order.indexOf(String(a)) - order.indexOf(String(b))),
    );
  });

  it('list what is wrong with one key, by its name too', async () => {
    for (const key of ['cck-b0v6h', 'fraud-detection-prod', arn]) {
      const { findings } = await call('byok_listFindings', { key });
      assert.deepEqual([...new Set(findings?.map(({ key: id }) => id))], ['cck-b0v6h']);
    }
    const { findings } = await call('byok_listFindings', { severity: 'info' });
    assert.deepEqual([...new Set(findings?.map(({ severity }) => severity))], ['info']);
  });

  it('tell no credential', async () => {
    const inputs = {
      byok_listKeys: {},
      byok_getKey: { key: arn },
      byok_explainGrant: { key: arn },
      byok_listFindings: {},
    };
    for (const [name, input] of Object.entries(inputs)) {
      const text = await textOf(name, input);
      assert.ok(!text.includes(canaryKey.apiKeyId) && !text.includes(canaryKey.apiKeySecret), name);
    }
  });
});
