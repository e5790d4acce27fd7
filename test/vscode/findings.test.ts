import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { ExportedFinding } from '../../src/exported/exports';
import type { Session } from './session';
import { startSession } from './session';

describe('the findings of an organization', () => {
  let session: Session;
  beforeEach(async () => {
    session = await startSession();
  });
  afterEach(() => session.close());

  const run = (id: string, ...args: readonly unknown[]): Thenable<unknown> =>
    vscode.commands.executeCommand(id, ...args);
  const findings = (): Promise<readonly ExportedFinding[]> => session.byok.findings(session.connectionId);
  const ids = async (): Promise<readonly string[]> => (await findings()).map(({ id }) => id);
  const find = async (id: string): Promise<ExportedFinding | undefined> =>
    (await findings()).find(finding => finding.id === id);

  it('are those that the demo organization has, the worst first', async () => {
    await run('byok.refreshClusters', session.connectionId);
    const found = await findings();
    assert.deepEqual(
      found.filter(({ rule }) => rule !== 'unused').map(({ severity, id, muted }) => [severity, id, muted]),
      [
        ['error', 'invalidInUse:cck-b0v6h', false],
        ['warning', 'otherRegion:cck-t9s2l', false],
        ['warning', 'invalid:cck-u4n6b', false],
        ['warning', 'invalid:cck-x5r1t', false],
        ['warning', 'waitingLong:cck-v1c8k', false],
        ['warning', 'registeredTwice:cck-e6j4u', false],
        ['warning', 'registeredTwice:cck-z2k7y', false],
        ['warning', 'googleMultiRegion:cck-d2l9j', false],
        ['info', 'inUseUnseen:cck-h3t5q', false],
        ['info', 'legacyKey:lkc-8l5gy', false],
        ['info', 'awsMultiRegion:cck-m9w2c', false],
        ['info', 'unnamed:cck-x5r1t', false],
      ],
    );
    assert.deepEqual(
      found.flatMap(({ rule, keyId }) => (rule === 'unused' ? [keyId] : [])),
      ['cck-3nd8s', 'cck-m9w2c'],
    );
  });

  it('say nothing about clusters before somebody looked for them', async () => {
    const rules = new Set((await findings()).map(({ rule }) => rule));
    assert.deepEqual(
      ['otherRegion', 'inUseUnseen', 'legacyKey'].filter(rule => rules.has(rule)),
      [],
    );
  });

  it('have words for what they go by, why it matters and what to do', async () => {
    await run('byok.refreshClusters', session.connectionId);
    const found = await find('invalidInUse:cck-b0v6h');
    assert.deepEqual(
      { ...found, evidence: found?.evidence.slice(0, 2) },
      {
        connectionId: session.connectionId,
        id: 'invalidInUse:cck-b0v6h',
        rule: 'invalidInUse',
        severity: 'error',
        keyId: 'cck-b0v6h',
        clusterIds: ['lkc-3f6rd'],
        title: 'Invalid key in use',
        evidence: [
          'Confluent says: Access to key denied.',
          'Used by fraud-detection (lkc-3f6rd), AWS, us-west-2.',
        ],
        why: 'Confluent cannot use the key. The cluster can become unavailable at once, and without the key nobody can read its data. After the repair it may take half an hour until it runs again.',
        advice: [
          'Likely cause: The grant for Confluent is missing or incomplete.',
          'Compare the key policy with the two statements: every role, every action, no condition, no denial.',
          'If a cluster is affected, restore the saved policy and ask Confluent Support.',
        ],
        muted: false,
      },
    );
    for (const { title, why, advice, evidence } of await findings()) {
      for (const sentence of [why, ...advice, ...evidence]) assert.match(sentence, /^[A-Z…0-9].+/);
      assert.doesNotMatch([title, why, ...advice, ...evidence].join(' '), /\{\d\}|undefined/);
    }
  });

  it('follow what becomes of a key', async () => {
    session.simulator.setPhase('cck-b0v6h', 'VALID');
    await session.byok.refresh(session.connectionId);
    assert.equal(await find('invalidInUse:cck-b0v6h'), undefined);
  });

  it('come with time and with the setting, not only with news', async () => {
    const configuration = vscode.workspace.getConfiguration('byok');
    assert.equal(await find('unused:cck-d2l9j'), undefined);
    await configuration.update('staleAfter', 60, vscode.ConfigurationTarget.Global);
    try {
      assert.ok(await find('unused:cck-d2l9j'));
    } finally {
      await configuration.update('staleAfter', undefined, vscode.ConfigurationTarget.Global);
    }
  });

  it('are of all organizations where none is named', async () => {
    const other = await startSession();
    const found = await session.byok.findings();
    const connections = new Set(found.map(({ connectionId }) => connectionId));
    assert.ok(connections.has(session.connectionId) && connections.has(other.connectionId));
    await other.close();
  });

  describe('that are muted', () => {
    const id = 'invalid:cck-x5r1t';
    const argument = () => ({ connectionId: session.connectionId, findingId: id });

    it('come last, with the reason, until they are unmuted', async () => {
      const before = await ids();
      await run('byok.muteFinding', { ...argument(), reason: '  Agreed\nuntil March ' });
      const found = await findings();
      assert.deepEqual(
        [found.at(-1)?.id, found.at(-1)?.muted, found.at(-1)?.reason],
        [id, true, 'Agreed until March'],
      );
      assert.equal(found.length, before.length);
      await run('byok.unmuteFinding', argument());
      assert.deepEqual(await ids(), before);
    });

    it('are of one rule and one key', async () => {
      await run('byok.muteFinding', { ...argument(), reason: 'Agreed' });
      const muted = (await findings()).filter(finding => finding.muted);
      assert.deepEqual(
        muted.map(finding => finding.id),
        [id],
      );
    });

    it('are forgotten with the connection', async () => {
      await run('byok.exploreDemo');
      await session.byok.refresh('demo');
      await run('byok.muteFinding', { connectionId: 'demo', findingId: id, reason: 'Agreed' });
      await run('byok.signOut', 'demo');
      await run('byok.exploreDemo');
      await session.byok.refresh('demo');
      const found = (await session.byok.findings('demo')).find(finding => finding.id === id);
      await run('byok.signOut', 'demo');
      assert.equal(found?.muted, false);
    });

    for (const command of ['byok.muteFinding', 'byok.unmuteFinding']) {
      it(`must be there: ${command}`, async () => {
        await assert.rejects(
          async () => await run(command, { ...argument(), findingId: 'invalid:cck-0', reason: 'x' }),
          { message: 'There is no such finding any more.' },
        );
      });
    }
  });
});
