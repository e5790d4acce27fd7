import assert from 'node:assert/strict';
import type { Fault } from '../../src/simulator/faults';
import { ask } from '../simulator/ask';
import type { VsCode } from './driver.ts';
import { openForAll } from './openForAll.ts';
import type { ServedOrganization } from './organization';
import { signInByHand } from './organization';

describe('the view without a key to show', () => {
  let vscode: VsCode;
  let organization: ServedOrganization;
  openForAll(
    { organization: { keys: [], clusters: [], holds: [] } },
    opened => ({ vscode, organization } = opened),
  );

  /** Waits until the welcome begins so, and gives what can be pressed there. */
  const buttonsOf = async (beginning: string): Promise<readonly string[]> => {
    const [, ...texts] = await vscode.keys.welcome(beginning);
    return texts.filter(text => text.length < 40);
  };

  it('offers to sign in, or the demo', async () => {
    assert.deepEqual(await buttonsOf('See the self-managed encryption keys'), [
      'Sign In',
      'Explore the Demo Organization',
    ]);
  });

  it('offers to upload the first key', async () => {
    await signInByHand(vscode, organization);
    assert.deepEqual(await buttonsOf('This organization has no self-managed encryption key yet.'), [
      'Upload Key',
    ]);
  });

  const states: readonly (readonly [
    label: string,
    fault: Fault,
    beginning: string,
    buttons: readonly string[],
  ])[] = [
    [
      'a credential that is refused',
      { kind: 'status', status: 401 },
      'Confluent Cloud did not accept the credential.',
      ['Sign In Again', 'Create a Cloud API Key', 'Sign Out'],
    ],
    [
      'a role that may not see keys',
      { kind: 'status', status: 403 },
      'These credentials may not see encryption keys.',
      ['Try Again', 'Sign In with Another Credential', 'Sign Out'],
    ],
    [
      'a network that is not there',
      { kind: 'html' },
      'Confluent Cloud cannot be reached just now.',
      ['Try Again', 'Show Log'],
    ],
    [
      'anything else',
      { kind: 'status', status: 400 },
      'The keys could not be fetched.',
      ['Try Again', 'Show Log'],
    ],
  ];
  for (const [label, fault, beginning, buttons] of states) {
    it(`says what helps with ${label}, and recovers`, async () => {
      organization.simulator.faults.add({ times: Infinity, fault });
      await vscode.runCommand('Confluent BYOK: Refresh Keys');
      assert.deepEqual(await buttonsOf(beginning), buttons);
      assert.deepEqual(await vscode.notifications.texts(), []);
      organization.simulator.faults.clear();
      if (buttons.includes('Try Again')) await vscode.keys.welcomeAction('Try Again');
      else await vscode.runCommand('Confluent BYOK: Refresh Keys');
      await buttonsOf('This organization has no self-managed encryption key yet.');
    });
  }

  it('offers to clear a filter that hides everything', async () => {
    const body = {
      display_name: 'only-one',
      key: {
        kind: 'AwsKey',
        key_arn: 'arn:aws:kms:us-east-1:111122223333:key/11111111-2222-3333-4444-555555555555',
      },
    };
    await ask(organization.simulator, 'POST /byok/v1/keys', { body });
    await vscode.runCommand('Confluent BYOK: Refresh Keys');
    await vscode.keys.waitFor('only-one');
    await vscode.runCommand('Confluent BYOK: Filter Keys…');
    await vscode.quickInput.type('nothing like it');
    await vscode.quickInput.accept();
    assert.deepEqual(await buttonsOf('No key matches the filter.'), ['Clear Filter', 'Change Filter']);
    await vscode.keys.welcomeAction('Clear Filter');
    await vscode.keys.waitFor('only-one');
  });
});
