import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { CloudCommands } from './cloudCommands.ts';
import type { VsCode } from './driver.ts';
import { Clipboard } from './driver/clipboard.ts';
import { waitForTerminal } from './driver/terminal.ts';
import { textOf } from './driver/text.ts';
import { becomes, waitUntil } from './driver/waitUntil.ts';
import { aws, azure, google, GrantWalk } from './grantWalk.ts';
import { openForAll } from './openForAll.ts';
import type { ServedOrganization } from './organization.ts';

const root = {
  Sid: 'Enable IAM User Permissions',
  Effect: 'Allow',
  Principal: { AWS: 'arn:aws:iam::111122223333:root' },
  Action: 'kms:*',
  Resource: '*',
};
/** Its name would be a link in a notification. */
const deny = {
  Sid: '[Fix now](command:x)',
  Effect: 'Deny',
  Principal: '*',
  Action: 'kms:Decrypt',
  Resource: '*',
};
const policyOf = (...statements: readonly object[]): string =>
  JSON.stringify({ Version: '2012-10-17', Statement: statements });

describe('granting access to a key', () => {
  let vscode: VsCode;
  let organization: ServedOrganization;
  let clipboard: Clipboard;
  let walk: GrantWalk;
  const commands = new CloudCommands();
  openForAll(
    {
      signIn: { label: 'Acme' },
      size: { width: 1400, height: 1000 },
      settings: commands.settings,
      clearsUp: true,
    },
    opened => {
      ({ vscode, organization } = opened);
      clipboard = new Clipboard(vscode.page);
      walk = new GrantWalk(vscode);
    },
  );
  after(() => commands.remove());

  const forms = {
    aws: [
      'Add to the Current Key Policy…',
      'Key Policy',
      'Policy Statements',
      'Commands',
      'PowerShell',
      'Terraform',
    ],
    azure: ['Commands', 'PowerShell', 'Terraform'],
    google: [
      'Commands',
      'Commands, Predefined Roles',
      'PowerShell',
      'PowerShell, Predefined Roles',
      'Terraform',
    ],
  };
  for (const [label, { path }, offered] of [
    ['AWS', aws, forms.aws],
    ['Azure', azure, forms.azure],
    ['Google Cloud', google, forms.google],
  ] as const) {
    it(`offers what ${label} has, goes back, and does nothing when it is left`, async () => {
      await walk.open(path);
      await becomes(async () => (await vscode.quickInput.labels()).slice(0, offered.length), offered);
      // What follows is to know, and goes nowhere.
      assert.ok((await vscode.quickInput.items()).length > offered.length);
      const last = offered.at(-1) ?? '';
      await vscode.quickInput.pick(last);
      await vscode.quickInput.waitFor(`${last} for`);
      await vscode.press('Control+Alt+Minus');
      await vscode.quickInput.waitFor('Grant Confluent Access');
      await becomes(() => vscode.quickInput.focused(), last);
      await vscode.press('Enter');
      await vscode.quickInput.waitFor(`${last} for`);
      await vscode.quickInput.leave();
      await walk.open(path);
      await vscode.quickInput.leave();
      assert.deepEqual(await vscode.editors.tabs(), []);
    });
  }

  for (const [{ path, id }, form, ending, language] of [
    [aws, 'Key Policy', '.policy.json', 'JSON'],
    [aws, 'Policy Statements', '.statements.json', 'JSON'],
    [azure, 'Commands', '.grant.sh', 'Shell Script'],
    [azure, 'PowerShell', '.grant.ps1', 'PowerShell'],
    [google, 'Commands, Predefined Roles', '.predefined.sh', 'Shell Script'],
    [google, 'Terraform', '.tf', undefined],
  ] as const) {
    it(`opens ${form} of ${path[0]} as a document of its language`, async () => {
      await walk.choose(path, form, 'Open');
      await vscode.editors.waitForTab(`${id}${ending}`);
      if (language === undefined) return;
      await becomes(() => textOf(vscode.page.locator('[id="status.editor.mode"]')), language);
    });
  }

  it('copies the text', async () => {
    await walk.choose(aws.path, 'Key Policy', 'Copy');
    const policy = await waitUntil('the policy', async () => {
      const text = await clipboard.read();
      return text.startsWith('{') ? text : undefined;
    });
    const { Statement } = JSON.parse(policy) as { Statement: readonly { Principal: { AWS: unknown } }[] };
    assert.deepEqual(Statement[0], root);
    assert.equal(Statement.length, 3);
  });

  for (const [{ path }, use, form, called, written] of [
    [
      aws,
      'Type Into a Terminal: Save the Policy',
      'Commands',
      `aws kms get-key-policy --key-id ${aws.arn} --region eu-central-1 --policy-name default --query Policy --output text`,
      'key-policy.json',
    ],
    [
      google,
      'Type Into a Terminal',
      'Commands, Predefined Roles',
      'gcloud kms keys add-iam-policy-binding search --project=acme-search-prod --keyring=kafka --location=europe-west1 --member=group:cck-w0f5r@confluent.io --role=roles/cloudkms.cryptoKeyEncrypterDecrypter',
      undefined,
    ],
  ] as const) {
    it(`types the commands of ${path[0]} into a terminal, and leaves Enter to the user`, async () => {
      const before = commands.calls().length;
      const file = join(vscode.folder, written ?? 'nothing');
      await walk.choose(path, form, use);
      await waitForTerminal(vscode.page, called);
      assert.deepEqual([commands.calls().length - before, existsSync(file)], [0, false]);
      await vscode.press('Enter');
      await waitUntil('the call', async () => commands.calls().slice(before).includes(called));
      if (written !== undefined) await waitUntil(written, async () => existsSync(file));
      await vscode.runCommand('Terminal: Kill All Terminals');
    });
  }

  describe('by adding it to a policy', () => {
    const openSources = async (): Promise<void> => {
      await walk.open(aws.path);
      await vscode.quickInput.pick('Add to the Current Key Policy…');
      await vscode.quickInput.waitFor('Grant Confluent Access: orders-staging (2/2)');
    };

    it('shows what was added beside what there was, and copies the new policy', async () => {
      await clipboard.write(policyOf(root));
      await openSources();
      await vscode.quickInput.pick('Clipboard');
      await vscode.editors.waitForTab('current policy ↔ with Confluent');
      await vscode.page.locator('.monaco-diff-editor .line-insert').first().waitFor();
      assert.equal(await vscode.page.locator('.monaco-diff-editor .line-delete').count(), 0);
      const says = 'The policy lacks 16 permissions; they are added on the right.';
      await vscode.notifications.choose(says, 'Copy the New Policy');
      const merged = await waitUntil('the new policy', async () => {
        const text = await clipboard.read();
        return text.includes('kms:CreateGrant') ? text : undefined;
      });
      const { Statement } = JSON.parse(merged) as { Statement: readonly unknown[] };
      assert.deepEqual([Statement[0], Statement.length], [root, 3]);
    });

    it('says what is wrong with a text that is no policy, and where, and takes another', async () => {
      await clipboard.write('{"Version": "2012-10-17", "Statement": [}');
      await openSources();
      await vscode.quickInput.pick('Clipboard');
      await waitUntil('the fault', async () =>
        (await vscode.quickInput.items()).some(
          ({ label, detail }) =>
            label === 'Clipboard' && detail === 'Line 1, column 41: This is not JSON: "}" cannot stand here.',
        ),
      );
      await vscode.press('ControlOrMeta+A');
      await vscode.page.keyboard.insertText(policyOf(root, deny));
      await becomes(() => vscode.quickInput.labels(), ['What Was Pasted']);
      await vscode.press('Enter');
      await vscode.editors.waitForTab('current policy ↔ with Confluent');
      await vscode.notifications.waitFor('There is a warning about it.');
      assert.doesNotMatch((await vscode.notifications.texts()).join(), /Fix now/);
      await vscode.notifications.choose('There is a warning about it.', 'Show Warnings');
      await vscode.editors.waitForTab('About this key policy');
      assert.match(
        await vscode.editors.text(),
        /^"\[Fix now\]\(command:x\)" denies kms:Decrypt to the roles of Confluent\./,
      );
    });

    it('shows the commands that put it into force', async () => {
      await clipboard.write(policyOf(root));
      await openSources();
      await vscode.quickInput.pick('Clipboard');
      await vscode.notifications.choose('The policy lacks 16 permissions', 'Show the Commands');
      await vscode.editors.waitForTab('put-key-policy.sh');
      assert.match(
        await vscode.editors.text(),
        /^cat > key-policy\.json <<'END_OF_POLICY'\n\{[^]*\naws kms put-key-policy /,
      );
    });

    it('is left, or gone back from, without anything', async () => {
      await openSources();
      await vscode.press('Control+Alt+Minus');
      await vscode.quickInput.waitFor('Grant Confluent Access: orders-staging (1/2)');
      await vscode.press('Enter');
      await vscode.quickInput.waitFor('Grant Confluent Access: orders-staging (2/2)');
      await vscode.quickInput.leave();
      assert.deepEqual(await vscode.editors.tabs(), []);
    });
  });

  describe('that Confluent has not prepared yet', () => {
    before(async () => {
      organization.simulator.behaviour.principals = 'missing';
      await vscode.viewAction('Refresh All Keys');
      // Nothing in its row tells that the key is another one now.
      await waitUntil('the keys to be the new ones', async () => {
        await walk.open(azure.path);
        const [first] = await vscode.quickInput.labels();
        await vscode.quickInput.leave();
        return first === 'Refresh';
      });
    });

    it('says so of each form that needs it, and asks again', async () => {
      await walk.open(azure.path);
      const reason = 'Confluent has not assigned its application yet. Refresh in a minute.';
      await becomes(async () => {
        const items = await vscode.quickInput.items();
        return items.slice(1, 3).map(({ label, detail }) => [label, detail]);
      }, [
        ['Commands', reason],
        ['PowerShell', reason],
      ]);
      // What is not there cannot be chosen.
      await vscode.quickInput.pick('Commands');
      assert.equal((await vscode.quickInput.labels())[0], 'Refresh');
      organization.simulator.behaviour.principals = 'assigned';
      await vscode.press('Home');
      await vscode.quickInput.pick('Refresh');
      await becomes(async () => (await vscode.quickInput.labels())[0], 'Commands');
      await vscode.quickInput.leave();
    });
  });
});
