import * as vscode from 'vscode';
import { showProblem } from '../documents/textDocuments';
import { explainAdvice } from '../explain';
import type { Transition } from '../keyHistory';
import { validationAdvice } from '../model/validationAdvice';
import { plainId } from '../plainText';

/** Tells once that a key became valid or invalid, with the next step. The service's own words are in the details. */
export async function tellTransition({ connectionId, key, after }: Transition): Promise<void> {
  const node = { type: 'key', connectionId, keyId: key.id };
  const showKey = vscode.l10n.t('Show Key');
  if (after.phase === 'VALID') {
    const chosen = await vscode.window.showInformationMessage(
      vscode.l10n.t(
        'Confluent can use the key {0} now. Next: create the cluster that it is for.',
        plainId(key.id),
      ),
      showKey,
    );
    if (chosen === showKey) await vscode.commands.executeCommand('byok.findKey', node);
    return;
  }
  const grant = vscode.l10n.t('Show Grant');
  const details = vscode.l10n.t('Show Details');
  const message =
    key.state === 'IN_USE'
      ? vscode.l10n.t(
          'Confluent can no longer use the key {0}. Its clusters are about to stop.',
          plainId(key.id),
        )
      : vscode.l10n.t('Confluent cannot use the key {0}.', plainId(key.id));
  const { cause, fixes } = validationAdvice(key.provider, key.validation?.message);
  const advice = [cause, ...fixes].map(explainAdvice);
  const show = key.state === 'IN_USE' ? vscode.window.showErrorMessage : vscode.window.showWarningMessage;
  const chosen = await show([message, ...advice.slice(0, 2)].join(' '), grant, showKey, details);
  if (chosen === grant) await vscode.commands.executeCommand('byok.grantAccess', node);
  if (chosen === showKey) await vscode.commands.executeCommand('byok.findKey', node);
  if (chosen === details) {
    const words = key.validation?.message ?? vscode.l10n.t('nothing');
    await showProblem(message, [vscode.l10n.t('Confluent Cloud says: {0}', words), ...advice]);
  }
}
