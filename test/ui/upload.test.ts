import assert from 'node:assert/strict';
import type { VsCode } from './driver.ts';
import { becomes, waitUntil } from './driver/waitUntil.ts';
import { openForAll } from './openForAll.ts';
import type { ServedOrganization } from './organization.ts';
import { serveOrganization, signInByHand } from './organization.ts';
import { aws, azure, clouds, google, ledgerArn, titleOf, UploadWalk } from './uploadWalk.ts';

describe('uploading a key', () => {
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

  for (const cloud of clouds) {
    describe(`of ${cloud.label}, by the keyboard alone`, () => {
      const titles = (): readonly string[] => walk.titles(cloud);

      it('goes back at each step, keeps every answer, and registers the key', async () => {
        const before = walk.sent().length;
        const name = `kept of ${cloud.label}`;
        const answers = [...cloud.fields.map(([, answer]) => answer), name];
        await walk.start();
        for (const [index, title] of titles().slice(1).entries()) {
          const previous = titles()[index] ?? '';
          await vscode.quickInput.waitFor(previous);
          await answerAt(index);
          await vscode.quickInput.waitFor(title);
          await vscode.press('Control+Alt+Minus');
          // The box of the step before has what was answered there, and Enter goes on with it.
          await vscode.quickInput.waitFor(previous);
          if (index > 0) assert.equal(await vscode.quickInput.value(), answers[index - 1]);
          else await becomes(() => vscode.quickInput.focused(), cloud.label);
          await vscode.press('Enter');
          await vscode.quickInput.waitFor(title);
        }
        assert.ok((await walk.review()).includes(`Name | ${name}`));
        assert.equal(await walk.register(), name);
        assert.deepEqual(walk.sent().slice(before), [{ display_name: name, key: cloud.sent }]);
        await walk.waitUntilSelected(name);

        async function answerAt(index: number): Promise<void> {
          if (index === 0) return vscode.quickInput.pick(cloud.label);
          await walk.type(answers[index - 1] ?? '');
          await vscode.press('Enter');
        }
      });

      for (let count = 0; count <= cloud.fields.length + 2; count += 1) {
        it(`does nothing when it is left at step ${count + 1}`, async () => {
          const before = walk.sent().length;
          await walk.start();
          await walk.answer(cloud, 'left', count);
          await vscode.quickInput.waitFor(titles()[count] ?? '');
          if (count === cloud.fields.length + 2) await walk.review();
          await vscode.quickInput.leave();
          assert.equal(walk.sent().length, before);
          assert.deepEqual(await vscode.notifications.texts(), []);
        });
      }
    });
  }

  it('says while something is typed what is wrong with it, where, and how a right one looks', async () => {
    await walk.start();
    await vscode.quickInput.pick('AWS');
    await vscode.quickInput.waitFor(titleOf('Key ARN'));
    await walk.type('arn:aws:kms:us-west-2:111122223333:alias/payments');
    await vscode.quickInput.waitForMessage(
      'Character 36: "alias/payments" is an alias, which can be moved to another key. Copy the ARN of the key itself. Like this: arn:aws:kms:',
    );
    await vscode.press('Enter');
    await vscode.quickInput.waitFor(titleOf('Key ARN'));
    await walk.type('arn:aws:kms:us-west-2:111122223333:key/mrk-1234abcd12ab34cd56ef1234567890ab');
    await vscode.quickInput.waitForMessage('This is a multi-Region key.');
    await vscode.press('Enter');
    await vscode.quickInput.waitFor(titleOf('Name'));
    await vscode.quickInput.leave();
  });

  it('takes a whole identifier where the cloud is asked for', async () => {
    await walk.start();
    await walk.paste(`  "${google.fields[0]?.[1] ?? ''}"  `);
    await becomes(async () => (await vscode.quickInput.items()).length, 1);
    await vscode.press('Enter');
    await vscode.quickInput.waitFor(titleOf('Name'));
    await vscode.press('Control+Alt+Minus');
    await vscode.quickInput.waitFor('Upload a Key (');
    await vscode.quickInput.leave();
  });

  it('takes what the command line of a cloud printed from the clipboard', async () => {
    const output = {
      KeyMetadata: { Arn: aws.fields[0]?.[1], KeyState: 'Disabled', KeySpec: 'SYMMETRIC_DEFAULT' },
    };
    await walk.start();
    await vscode.page.evaluate(`navigator.clipboard.writeText('nothing of the kind')`);
    await vscode.quickInput.pick('From the Clipboard');
    await waitUntil('the reason', async () =>
      (await vscode.quickInput.items()).some(({ detail }) => detail.startsWith('It has no identifier')),
    );
    await vscode.page.evaluate(
      `navigator.clipboard.writeText(${JSON.stringify(JSON.stringify(output, undefined, 4))})`,
    );
    await vscode.press('Enter');
    await vscode.quickInput.waitFor(titleOf('Name'));
    await vscode.press('Enter');
    assert.match((await walk.review()).join('\n'), /^The key is not enabled \| Its state is "Disabled"\./m);
    await vscode.quickInput.leave();
  });

  it('fills in all that the output of a command says, in a box of one line', async () => {
    const output = {
      id: azure.fields[1]?.[1],
      properties: {
        tenantId: azure.fields[2]?.[1],
        enableRbacAuthorization: false,
        enablePurgeProtection: true,
      },
    };
    await walk.start();
    await walk.answer(azure, '', 2);
    await vscode.quickInput.waitFor(titleOf('Key Vault Resource ID'));
    await walk.paste(JSON.stringify(output, undefined, 2));
    await vscode.quickInput.waitForMessage('The vault uses access policies');
    await vscode.press('Enter');
    await vscode.quickInput.waitFor(titleOf('Name'));
    await vscode.press('Enter');
    const lines = await walk.review();
    assert.match(lines.join('\n'), /^The vault uses access policies, .* \| Change it to Azure RBAC\.$/m);
    await vscode.quickInput.leave();
  });

  it('says which other answers an output fills in, and goes on asking for this one', async () => {
    const output = {
      id: azure.fields[1]?.[1],
      properties: {
        tenantId: azure.fields[2]?.[1],
        enableRbacAuthorization: true,
        enablePurgeProtection: true,
      },
    };
    await walk.start();
    await walk.answer(azure, '', 1);
    await vscode.quickInput.waitFor(titleOf('Key URL'));
    await walk.paste(JSON.stringify(output, undefined, 2));
    await vscode.quickInput.waitForMessage(
      'This fills in: Key Vault Resource ID, Tenant ID. Still asked for: Key URL.',
    );
    await vscode.press('Enter');
    await becomes(() => vscode.quickInput.value(), '');
    await walk.type(azure.fields[0]?.[1] ?? '');
    await vscode.press('Enter');
    await vscode.quickInput.waitFor(titleOf('Name'));
    await vscode.quickInput.leave();
  });

  it('stays in the review on the line that has the focus while it looks at the organization', async () => {
    const quota = { match: { path: /applied-quotas/ }, times: Infinity };
    organization.simulator.faults.add({ ...quota, fault: { kind: 'delay', ms: 1500 } });
    await walk.start();
    await walk.answer({ ...aws, fields: [['Key ARN', ledgerArn]] }, 'patient');
    await vscode.quickInput.waitFor('Upload a Key: Review');
    assert.ok((await vscode.quickInput.items())[0]?.label.startsWith('Looking at the keys and the quota'));
    // There is nothing to say yes to yet.
    await vscode.press('Enter', 'ArrowUp');
    assert.equal(await vscode.quickInput.focused(), 'Name');
    assert.match((await walk.review()).join(), /Registered already/);
    assert.equal(await vscode.quickInput.focused(), 'Name');
    await vscode.quickInput.leave();
  });

  it('says in the review what is registered already, and that the region is a new one', async () => {
    await walk.start();
    await walk.answer({ ...aws, fields: [['Key ARN', ledgerArn]] }, 'again');
    assert.deepEqual(
      (await walk.review()).filter(line => line.startsWith('Registered already')),
      [
        'Registered already: ledger-prod (from Terraform) | cck-z2k7y · Available · Acme | A second registration is another id for the same key.',
        'Registered already: ledger-prod | cck-e6j4u · In use · Acme | A second registration is another id for the same key.',
      ],
    );
    await vscode.quickInput.pick('Key ARN');
    await vscode.quickInput.waitFor(titleOf('Key ARN'));
    await walk.type(ledgerArn.replace('eu-west-1', 'sa-east-1'));
    await vscode.press('Enter');
    assert.match(
      (await walk.review()).join('\n'),
      /^No other key of this organization is in sa-east-1 \| They are in ap-southeast-2, .* A key serves clusters of its own region alone\.$/m,
    );
    await vscode.quickInput.leave();
  });

  it('changes from the review what is wrong there, and is at the review again', async () => {
    await walk.start();
    await walk.answer(aws, 'first');
    await walk.review();
    await vscode.quickInput.pick('Name');
    assert.equal(await walk.valueAt(titleOf('Name')), 'first');
    await walk.type('second');
    await vscode.press('Enter');
    assert.ok((await walk.review()).includes('Name | second'));
    await vscode.quickInput.pick('Cloud');
    await vscode.quickInput.waitFor('Upload a Key (');
    await vscode.quickInput.pick('Google Cloud');
    await vscode.quickInput.waitFor(titleOf('Key Resource Name'));
    await walk.type(google.fields[0]?.[1] ?? '');
    await vscode.press('Enter');
    const lines = await walk.review();
    assert.ok(lines.includes('Name | second') && lines.includes('Cloud | Google Cloud'));
    await vscode.quickInput.leave();
  });

  describe('where there are several organizations', () => {
    let small: ServedOrganization;
    before(async () => {
      small = await serveOrganization({ keyLimit: 18 });
      await signInByHand(vscode, small, 'Small');
      await vscode.keys.waitFor('Small');
    });
    after(() => small.server.close());

    it('asks which gets the key, says what its quota is, and where the key is registered besides', async () => {
      await vscode.runCommand('Confluent BYOK: Upload Key…');
      await vscode.quickInput.waitFor('Upload a Key (1/5)');
      await vscode.quickInput.pick('Small');
      await walk.answer({ ...aws, fields: [['Key ARN', ledgerArn]] }, 'elsewhere');
      const lines = await walk.review();
      const labels = lines.map(line => line.split(' | ')[0]);
      assert.deepEqual(labels.slice(0, 3), [
        'Register the Key',
        'The quota is used up: 18 of 18 keys',
        'Registered already: ledger-prod (from Terraform)',
      ]);
      assert.match(lines.join('\n'), /cck-e6j4u · In use · Acme/);
      await vscode.quickInput.pick('Organization');
      await vscode.quickInput.waitFor('Upload a Key (1/5)');
      await vscode.quickInput.pick('Acme');
      assert.doesNotMatch((await walk.review()).join('\n'), /The quota is used up/);
      await vscode.quickInput.leave();
    });
  });
});
