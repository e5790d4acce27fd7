import assert from 'node:assert/strict';
import { CredentialMissingError } from '../../src/connections/connectionStore';
import { tellGivenUp, tellNews } from '../../src/flows/validationNews';
import { someKey } from '../factories';
import { silentLog } from '../fakes/silentLog';
import { Cleanup } from '../harness/cleanup.ts';
import { temporaryFolder } from '../harness/temporaryFolder.ts';
import { hostileTexts } from './hostile';
import { Shown } from './shown';

describe('the news of a key', () => {
  let shown: Shown;
  let cleanup: Cleanup;
  let folder: string;
  beforeEach(() => {
    shown = new Shown();
    cleanup = new Cleanup();
    folder = temporaryFolder(cleanup);
  });
  afterEach(() => {
    shown.dispose();
    cleanup.run();
  });

  const news = (...parts: readonly Parameters<typeof someKey>[1][]) =>
    parts.map((each, index) => ({ connectionId: 'one', key: someKey(`cck-${index}`, each) }));
  const denied = { phase: 'INVALID', message: 'Access to key denied.' } as const;

  it('says that it is valid, and what comes next', async () => {
    await tellNews(news({ phase: 'VALID' }), folder);
    assert.deepEqual(shown.notifications, [
      [
        'showInformationMessage',
        'Confluent can use the key cck-0 now. Next: create the cluster that it is for.',
        'Show Key',
      ],
    ]);
  });

  it('says that it is invalid, the likely cause, and what helps', async () => {
    await tellNews(news(denied), folder);
    const [[how, message, ...buttons] = []] = shown.notifications;
    assert.deepEqual([how, buttons], ['showWarningMessage', ['Show Grant', 'Show Key', 'Show Details']]);
    assert.match(message ?? '', /^Confluent cannot use the key cck-0\. The grant .+\. .+\.$/);
  });

  it('says that a cluster may stop, as an error', async () => {
    await tellNews(news({ ...denied, state: 'IN_USE' }), folder);
    const [[how, message] = []] = shown.notifications;
    assert.equal(how, 'showErrorMessage');
    assert.match(
      message ?? '',
      /^Confluent can no longer use the key cck-0: the cluster that has it may stop\./,
    );
  });

  it('says it once, in whichever window', async () => {
    const same = news(denied);
    await Promise.all([tellNews(same, folder), tellNews(same, folder)]);
    await tellNews(same, folder);
    assert.equal(shown.notifications.length, 1);
    await tellNews(news({ ...denied, createdAt: '2026-02-02T00:00:00Z' }), folder);
    assert.equal(shown.notifications.length, 2);
  });

  it('says of many at once how many there are, without those that were told', async () => {
    const three = news(...Array.from({ length: 3 }, () => ({ ...denied, state: 'IN_USE' })));
    await tellNews(three.slice(0, 1), folder);
    await tellNews(three, folder);
    assert.deepEqual(shown.notifications.at(-1), [
      'showErrorMessage',
      'Confluent can no longer use 2 keys: the clusters that have them may stop.',
      'Show Keys',
      'Show Details',
    ]);
  });

  it('says why nobody waits any more', async () => {
    const key = { connectionId: 'one', keyId: 'cck-0' };
    await tellGivenUp({ ...key, why: 'hour' }, silentLog);
    await tellGivenUp({ ...key, why: 'gone' }, silentLog);
    await tellGivenUp({ ...key, why: 'failed', error: new CredentialMissingError('x') }, silentLog);
    assert.deepEqual(
      shown.notifications.map(([, message, ...buttons]) => [message.split('. ')[0], ...buttons]),
      [
        ['After an hour Confluent still cannot use the key cck-0', 'Show Grant', 'Wait Another Hour'],
        ['The key cck-0 is waited for no longer: somebody has deleted its registration.'],
        ['The key cck-0 is waited for no longer', 'Sign In Again…', 'Show Log'],
      ],
    );
  });

  for (const [label, text] of Object.entries(hostileTexts)) {
    it(`has nothing of what the service says: ${label}`, async () => {
      for (const [state, createdAt] of [
        ['IN_USE', '2026-01-01T00:00:00Z'],
        ['AVAILABLE', '2026-01-02T00:00:00Z'],
      ] as const) {
        const key = someKey('cck-1', { name: text, state, phase: 'INVALID', message: text, createdAt });
        const hostile = { ...key, id: text };
        await tellNews([{ connectionId: 'one', key: hostile }], folder);
        await tellGivenUp({ connectionId: 'one', keyId: text, why: 'hour' }, silentLog);
      }
      assert.equal(shown.notifications.length, 4);
      for (const [, message] of shown.notifications)
        assert.match(message, /^(Confluent|After an hour Confluent) [a-z ]+ the key (…|[\w-]{1,64})[:.] /);
    });
  }
});
