import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { grantUri } from '../../src/documents/keyUri';
import type { ExportedGrantForm, ExportedKey } from '../../src/exported/exports';
import type { GrantShape } from '../../src/model/access/grant';
import { canaryKey } from '../api/canary';
import type { Session } from './session';
import { startSession, until } from './session';

const forms: readonly ExportedGrantForm[] = ['policy', 'statements', 'commands', 'powershell', 'terraform'];
const isOpen = (): boolean =>
  vscode.window.tabGroups.all.some(({ tabs }) => tabs.length > 0) || vscode.window.terminals.length > 0;

describe('the grant of a key', () => {
  let session: Session;
  beforeEach(async () => {
    session = await startSession();
  });
  afterEach(() => session.close());

  const keyOf = (kind: ExportedKey['cloudKey']['kind']): ExportedKey => {
    const key = session.byok.keys(session.connectionId).find(({ cloudKey }) => cloudKey.kind === kind);
    return key ?? assert.fail(`There is no ${kind}.`);
  };
  const refresh = (): Promise<void> => session.byok.refresh(session.connectionId);
  /** The text, or why there is none. */
  const grant = (keyId: string, form: ExportedGrantForm): Promise<string> =>
    session.byok.grant(keyId, form).catch((error: unknown) => (error as Error).message);

  describe('as other extensions get it', () => {
    it('has the roles of an AWS key, in every form that the cloud has', async () => {
      const { id, cloudKey } = keyOf('AwsKey');
      if (cloudKey.kind !== 'AwsKey') return;
      const [policy = '', statements = '', ...others] = await Promise.all(forms.map(form => grant(id, form)));
      const { Statement } = JSON.parse(policy) as { Statement: readonly { Principal: object }[] };
      const two = JSON.parse(statements) as readonly { Principal: object }[];
      assert.deepEqual(
        [Statement.length, Statement.slice(1), two.map(({ Principal }) => Principal)],
        [3, two, [{ AWS: cloudKey.roles }, { AWS: cloudKey.roles }]],
      );
      for (const [index, pattern] of [
        /^# 1\. .*\naws kms /,
        /^# 1\. .*\n\$keyPolicy = aws /,
        /^resource "/,
      ].entries())
        assert.match(others[index] ?? '', pattern);
      assert.match(
        others[2] ?? '',
        new RegExp(`^import \\{\n  to = confluent_byok_key\\.main\n  id = "${id}"\n\\}$`, 'm'),
      );
    });

    it('has the application of an Azure key and the group of a Google one', async () => {
      const [azure, google] = [keyOf('AzureKey'), keyOf('GcpKey')];
      const application = 'applicationId' in azure.cloudKey ? azure.cloudKey.applicationId : undefined;
      const group = 'securityGroup' in google.cloudKey ? google.cloudKey.securityGroup : undefined;
      assert.ok(application && group);
      for (const form of ['commands', 'powershell'] as const) {
        assert.ok((await grant(azure.id, form)).includes(application));
        assert.ok((await grant(google.id, form)).includes(`group:${group}`));
      }
    });

    for (const kind of ['AzureKey', 'GcpKey'] as const) {
      for (const form of ['policy', 'statements', 'bash'] as ExportedGrantForm[]) {
        it(`has no ${form} of ${kind}, and says so`, async () =>
          assert.equal(await grant(keyOf(kind).id, form), 'There is no such form for this cloud.'));
      }
    }

    it('says what Confluent has not assigned yet, and has the text once it has', async () => {
      const keys = (['AwsKey', 'AzureKey', 'GcpKey'] as const).map(keyOf);
      session.simulator.behaviour.principals = 'missing';
      await refresh();
      const assigned = ['its IAM roles', 'its application', 'its Google group'];
      for (const form of ['commands', 'powershell'] as const) {
        assert.deepEqual(
          await Promise.all(keys.map(({ id }) => grant(id, form))),
          assigned.map(what => `Confluent has not assigned ${what} yet. Refresh in a minute.`),
        );
      }
      // Terraform reads them from the registration.
      for (const { id } of keys) assert.match(await grant(id, 'terraform'), /^resource "confluent_byok_key"/);
      session.simulator.behaviour.principals = 'assigned';
      await refresh();
      for (const { id } of keys) assert.doesNotMatch(await grant(id, 'commands'), /not assigned/);
    });

    it('says that a key is not known', async () =>
      assert.equal(
        await grant('cck-nowhere', 'policy'),
        'No organization that you are signed in to has the encryption key cck-nowhere.',
      ));

    it('opens nothing', async () => {
      for (const { id } of session.byok.keys(session.connectionId))
        for (const form of forms) await grant(id, form);
      assert.equal(isOpen(), false);
    });
  });

  it('loads the keys of an organization that nobody has looked at', async () => {
    const [key] = session.byok.keys(session.connectionId);
    const again = await vscode.commands.executeCommand<string>('byok.signIn', {
      label: 'Again',
      endpoint: session.server.url,
      ...canaryKey,
    });
    await vscode.commands.executeCommand('byok.signOut', session.connectionId);
    assert.deepEqual(session.byok.keys(again), []);
    assert.match(await grant(key?.id ?? '', 'terraform'), /^resource "confluent_byok_key"/);
    await vscode.commands.executeCommand('byok.signOut', again);
  });

  describe('as a document', () => {
    const open = async (key: ExportedKey, shape: GrantShape): Promise<vscode.TextDocument> =>
      await vscode.workspace.openTextDocument(grantUri(session.connectionId, key.id, shape));

    const shapes: readonly (readonly [
      kind: 'AwsKey' | 'AzureKey' | 'GcpKey',
      shape: GrantShape,
      language: string | undefined,
    ])[] = [
      ['AwsKey', { form: 'policy' }, 'json'],
      ['AwsKey', { form: 'statements' }, 'json'],
      ...(['AwsKey', 'AzureKey', 'GcpKey'] as const).flatMap(
        kind =>
          [
            [kind, { form: 'commands' }, 'shellscript'],
            [kind, { form: 'powershell' }, 'powershell'],
            // VS Code itself does not know Terraform.
            [kind, { form: 'terraform' }, undefined],
          ] as const,
      ),
      ['GcpKey', { form: 'commands', gcpRoles: 'predefined' }, 'shellscript'],
      ['GcpKey', { form: 'powershell', gcpRoles: 'predefined' }, 'powershell'],
    ];
    for (const [kind, shape, language] of shapes) {
      const roles = shape.gcpRoles === undefined ? '' : ` with ${shape.gcpRoles} roles`;
      it(`of ${kind} is in its language: ${shape.form}${roles}`, async () => {
        const key = keyOf(kind);
        const document = await open(key, shape);
        if (language !== undefined) assert.equal(document.languageId, language);
        const text = document.getText();
        if (language === 'json') assert.equal(text, await grant(key.id, shape.form));
        else assert.match(text, /^(# [A-Z].*\.\n)+\n/);
        if (roles === '' && language !== 'json') assert.ok(text.endsWith(await grant(key.id, shape.form)));
        if (roles !== '') assert.match(text, /roles\/cloudkms\.viewer/);
      });
    }

    it('says for each type of cluster what the firewall of a vault must let through', async () => {
      const text = (await open(keyOf('AzureKey'), { form: 'commands' })).getText();
      assert.match(text, /^# Dedicated clusters: .*\n# Enterprise clusters: .*\n/m);
    });

    it('says in its language what is not assigned yet, and follows the key', async () => {
      const [aws, azure] = [keyOf('AwsKey'), keyOf('AzureKey')];
      session.simulator.behaviour.principals = 'missing';
      await refresh();
      const policy = await open(aws, { form: 'policy' });
      const commands = await open(azure, { form: 'commands' });
      assert.deepEqual(JSON.parse(policy.getText()), {
        id: aws.id,
        problem: 'Confluent has not assigned its IAM roles yet. Refresh in a minute.',
      });
      assert.equal(
        commands.getText(),
        `# ${azure.id}: Confluent has not assigned its application yet. Refresh in a minute.\n`,
      );
      session.simulator.behaviour.principals = 'assigned';
      const changed = until(
        vscode.workspace.onDidChangeTextDocument,
        () => policy.getText().includes('"Statement"') && commands.getText().includes('az role assignment'),
      );
      await refresh();
      await changed;
    });

    it('says why there is none', async () => {
      const document = await vscode.workspace.openTextDocument(
        grantUri('abcdef123456', 'cck-1', { form: 'terraform' }),
      );
      assert.match(document.getText(), /^# cck-1: This window is not signed in .*\n# Sign in, /);
    });
  });
});
