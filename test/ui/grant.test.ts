import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { CloudCommands } from './cloudCommands.ts';
import type { VsCode } from './driver.ts';
import { openVsCode, pictureFailures } from './driver.ts';
import { Clipboard } from './driver/clipboard.ts';
import { terminalText } from './driver/terminal.ts';
import { textOf } from './driver/text.ts';
import { waitUntil } from './driver/waitUntil.ts';
import { aws, azure, google, GrantWalk } from './grantWalk.ts';
import type { ServedOrganization } from './organization.ts';
import { serveOrganization, signInByHand } from './organization.ts';

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
  pictureFailures(() => vscode);
  before(async () => {
    organization = await serveOrganization();
    vscode = await openVsCode({ size: { width: 1400, height: 1000 }, settings: commands.settings });
    clipboard = new Clipboard(vscode.page);
    walk = new GrantWalk(vscode);
    await vscode.openContainer('Encryption Keys');
    await signInByHand(vscode, organization, 'Acme');
    await tree().waitFor('fraud-detection-prod');
  });
  after(async () => {
    await vscode.close();
    commands.remove();
    await organization.server.close();
  });
  afterEach(async () => {
    await vscode.runCommand('Notifications: Clear All Notifications');
    await vscode.runCommand('View: Close All Editors');
  });

  const tree = () => vscode.tree('Encryption Keys');
  const press = async (...keys: readonly string[]): Promise<void> => {
    for (const key of keys) await vscode.page.keyboard.press(key);
  };
  const labels = async (): Promise<readonly string[]> =>
    (await vscode.quickInput.items()).map(({ label }) => label);

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
      const items = await vscode.quickInput.items();
      assert.deepEqual(
        items.slice(0, offered.length).map(item => item.label),
        offered,
      );
      // What follows is to know, and goes nowhere.
      assert.ok(items.length > offered.length);
      const last = offered.at(-1) ?? '';
      await vscode.quickInput.pick(last);
      await vscode.quickInput.waitFor(`${last} for`);
      await press('Control+Alt+Minus');
      await vscode.quickInput.waitFor('Grant Confluent Access');
      const focused = vscode.page.locator('.quick-input-list .monaco-list-row.focused .label-name').first();
      assert.equal(await textOf(focused), last);
      await press('Enter');
      await vscode.quickInput.waitFor(`${last} for`);
      await press('Escape');
      await vscode.quickInput.waitUntilClosed();
      await walk.open(path);
      await press('Escape');
      await vscode.quickInput.waitUntilClosed();
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
      const mode = vscode.page.locator('[id="status.editor.mode"]');
      await waitUntil(`the language to be ${language}`, async () => (await textOf(mode)) === language);
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
      await waitUntil('the line', async () =>
        (await terminalText(vscode.page)).replaceAll(' ', '').includes(called.replaceAll(' ', '')),
      );
      assert.deepEqual([commands.calls().length - before, existsSync(file)], [0, false]);
      // The terminal has the focus.
      await press('Enter');
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
      assert.equal(await vscode.page.locator('.monaco-diff-editor').count(), 1);
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
      await press('ControlOrMeta+A');
      await vscode.page.keyboard.insertText(policyOf(root, deny));
      await waitUntil('what was pasted', async () => (await labels()).join() === 'What Was Pasted');
      await press('Enter');
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
      await press('Control+Alt+Minus');
      await vscode.quickInput.waitFor('Grant Confluent Access: orders-staging (1/2)');
      await press('Enter');
      await vscode.quickInput.waitFor('Grant Confluent Access: orders-staging (2/2)');
      await press('Escape');
      await vscode.quickInput.waitUntilClosed();
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
        const isMissing = await vscode.quickInput.hasFirst('Refresh');
        await press('Escape');
        await vscode.quickInput.waitUntilClosed();
        return isMissing;
      });
    });

    it('says so of each form that needs it, and asks again', async () => {
      await walk.open(azure.path);
      const items = await vscode.quickInput.items();
      const reason = 'Confluent has not assigned its application yet. Refresh in a minute.';
      assert.deepEqual(
        items.slice(1, 3).map(({ label, detail }) => [label, detail]),
        [
          ['Commands', reason],
          ['PowerShell', reason],
        ],
      );
      // What is not there cannot be chosen.
      await vscode.quickInput.pick('Commands');
      assert.ok(await vscode.quickInput.hasFirst('Refresh'));
      organization.simulator.behaviour.principals = 'assigned';
      await press('Home');
      await vscode.quickInput.pick('Refresh');
      assert.ok(await vscode.quickInput.hasFirst('Commands'));
      await press('Escape');
      await vscode.quickInput.waitUntilClosed();
    });
  });
});
