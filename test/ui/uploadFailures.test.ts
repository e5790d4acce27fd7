import assert from 'node:assert/strict';
import type { VsCode } from './driver.ts';
import { openForAll } from './openForAll.ts';
import type { ServedOrganization } from './organization.ts';
import { aws, azure, google, ledgerArn, UploadWalk } from './uploadWalk.ts';

describe('an upload that does not go well', () => {
  let vscode: VsCode;
  let organization: ServedOrganization;
  let walk: UploadWalk;
  openForAll(
    {
      organization: { keyLimit: 100 },
      signIn: { label: 'Acme' },
      size: { width: 1280, height: 1000 },
      clearsUp: true,
    },
    opened => {
      ({ vscode, organization } = opened);
      walk = new UploadWalk(vscode, organization);
    },
  );

  const refusals: readonly (readonly [status: number, says: string])[] = [
    [402, 'The key was not registered. The organization has as many keys as its quota allows.'],
    [
      403,
      'The key was not registered. These credentials are not allowed to do this. Encryption keys need the role',
    ],
    [
      422,
      'The key was not registered. Confluent Cloud refused the request. The details say what it objects to.',
    ],
  ];
  for (const [status, says] of refusals) {
    it(`says what ${status} means, and tries again with the same answers`, async () => {
      const before = walk.sent().length;
      organization.simulator.faults.add({ match: { method: 'POST' }, fault: { kind: 'status', status } });
      await walk.start();
      await walk.answer(aws, `after ${status}`);
      await walk.review();
      await vscode.press('Enter');
      await vscode.notifications.waitFor(says);
      assert.equal(walk.sent().length, before + 1);
      await vscode.notifications.choose(says, 'Try Again');
      assert.equal(await walk.register(), `after ${status}`);
      await walk.waitUntilSelected(`after ${status}`);
    });
  }

  it("shows the service's own words about a 422 where text is text", async () => {
    organization.simulator.faults.add({ match: { method: 'POST' }, fault: { kind: 'status', status: 422 } });
    await walk.start();
    await walk.answer(aws, 'refused');
    await walk.review();
    await vscode.press('Enter');
    await vscode.notifications.choose('The key was not registered', 'Show Details');
    await vscode.editors.waitForTab('What went wrong');
    assert.match(
      await vscode.editors.text(),
      /Validation Failed: The property '\/key' is not valid\. \(\/key\)/,
    );
  });

  it('says which key a conflict is with, and shows it', async () => {
    organization.simulator.behaviour.duplicates = 'conflict';
    await walk.start();
    await walk.answer({ ...aws, fields: [['Key ARN', ledgerArn]] }, 'conflict');
    await walk.review();
    await vscode.press('Enter');
    const says =
      /The key was not registered: Confluent Cloud has it already, as cck-(e6j4u|z2k7y)\.(?! It conflicts)/;
    await vscode.notifications.waitFor(says);
    await vscode.notifications.choose(says, 'Show Key');
    await walk.waitUntilSelected(/^ledger-prod/);
    organization.simulator.behaviour.duplicates = 'allowed';
  });

  it('looks for the key when the answer is lost, and sends nothing twice', async () => {
    const before = walk.sent().length;
    organization.simulator.faults.add({
      match: { method: 'POST' },
      fault: { kind: 'reset', when: 'midBody' },
    });
    await walk.start();
    await walk.answer(google, 'lost answer');
    assert.equal(await walk.register(), 'lost answer');
    await vscode.notifications.waitFor(
      /^The answer of Confluent Cloud was lost, but the key is registered as cck-\w+\. It was not sent twice\.$/,
    );
    assert.equal(walk.sent().length, before + 1);
    await walk.waitUntilSelected('lost answer');
  });

  it('offers to try again only where a lost request registered nothing', async () => {
    const before = walk.sent().length;
    organization.simulator.faults.add({
      match: { method: 'POST' },
      fault: { kind: 'reset', when: 'beforeHeaders' },
    });
    await walk.start();
    await walk.answer(google, 'lost request');
    await walk.review();
    await vscode.press('Enter');
    const says = 'The key was not registered: no good answer came, and the organization does not have it.';
    await vscode.notifications.choose(says, 'Try Again');
    assert.equal(await walk.register(), 'lost request');
    assert.equal(walk.sent().length, before + 2);
  });

  it('says that it does not know where nobody answers afterwards', async () => {
    organization.simulator.faults.add({
      match: { method: 'POST' },
      fault: { kind: 'reset', when: 'midBody' },
    });
    organization.simulator.faults.add({
      match: { method: 'GET', path: /^\/byok\/v1\/keys\?/, nth: 1 },
      times: Infinity,
      fault: { kind: 'status', status: 403 },
    });
    await walk.start();
    await walk.answer(azure, 'unknown');
    await walk.review();
    await vscode.press('Enter');
    const says = 'Whether the key is registered is not known: no good answer came.';
    await vscode.notifications.waitFor(says);
    organization.simulator.faults.clear();
    // Before it is sent again, what there is now has been looked at.
    await vscode.notifications.choose(says, 'Try Again');
    assert.match((await walk.review()).join('\n'), /^Registered already: unknown \| /m);
    await vscode.quickInput.leave();
  });
});
