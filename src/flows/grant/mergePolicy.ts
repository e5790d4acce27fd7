import * as vscode from 'vscode';
import { showParagraphs, textUri } from '../../documents/textDocuments';
import { defaultShell } from '../../grants/terminalShell';
import { awsGrant } from '../../model/access/aws';
import { grantText } from '../../model/access/grantText';
import { mergeKeyPolicy } from '../../model/access/mergeKeyPolicy';
import type { AwsCloudKey } from '../../model/key';
import { explainAccess } from '../../words/explain';

/**
 * Shows the policy that the key has now beside the one with what Confluent lacks added to it. Only shown: whoever
 * may change the key's policy applies it.
 */
export async function mergePolicy(cloudKey: AwsCloudKey, policy: string): Promise<void> {
  const grant = awsGrant(cloudKey);
  if (!('roles' in grant)) return;
  const merge = mergeKeyPolicy(policy, grant.roles, cloudKey.keyArn);
  if (!merge.ok) return;
  const names = { left: vscode.l10n.t('current policy'), right: vscode.l10n.t('with Confluent') };
  await vscode.commands.executeCommand(
    'vscode.diff',
    textUri(`${names.left}.json`, merge.current),
    textUri(`${names.right}.json`, merge.merged),
    `${names.left} ↔ ${names.right}`,
  );
  await tellResult(cloudKey, merge.missing.length, merge.warnings.map(explainAccess), merge.merged);
}

async function tellResult(
  cloudKey: AwsCloudKey,
  lacking: number,
  warnings: readonly string[],
  merged: string,
): Promise<void> {
  const copy = vscode.l10n.t('Copy the New Policy');
  const commands = vscode.l10n.t('Show the Commands');
  const details = vscode.l10n.t('Show Warnings');
  const result =
    lacking === 0
      ? vscode.l10n.t('The policy already permits all that Confluent needs.')
      : lacking === 1
        ? vscode.l10n.t('The policy lacks 1 permission; it is added on the right.')
        : vscode.l10n.t('The policy lacks {0} permissions; they are added on the right.', lacking);
  const buttons = lacking === 0 ? [] : [copy, commands];
  // A warning names what stands in the policy, which is no text for a notification.
  const chosen = await (warnings.length === 0
    ? vscode.window.showInformationMessage(result, ...buttons)
    : vscode.window.showWarningMessage(`${result} ${warningCount(warnings.length)}`, details, ...buttons));
  if (chosen === copy) await vscode.env.clipboard.writeText(merged);
  if (chosen === commands) await showCommands(cloudKey, merged);
  if (chosen === details) await showParagraphs(vscode.l10n.t('About this key policy'), warnings);
}

function warningCount(count: number): string {
  return count === 1
    ? vscode.l10n.t('There is a warning about it.')
    : vscode.l10n.t('There are {0} warnings about it.', count);
}

/** The commands that put the merged policy into force, for the shell that a terminal runs here. */
async function showCommands(cloudKey: AwsCloudKey, merged: string): Promise<void> {
  const form = defaultShell().reads === 'powershell' ? 'powershell' : 'commands';
  const grant = grantText(cloudKey, form, { currentPolicy: merged });
  if (!('text' in grant)) return;
  const name = form === 'powershell' ? 'put-key-policy.ps1' : 'put-key-policy.sh';
  await vscode.window.showTextDocument(textUri(name, grant.text));
}
