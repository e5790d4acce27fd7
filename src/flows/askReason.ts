import * as vscode from 'vscode';
import type { Finding } from '../model/findings/finding';
import { reasonLimit } from '../stores/mutedFindings';
import { findingTitle } from '../words/findingWords';
import { plainId } from '../words/plainText';

/** Asks why a finding is to be muted. Undefined when the user left. */
export async function askReason({ rule, keyId }: Finding, before = ''): Promise<string | undefined> {
  const what = findingTitle(rule);
  return await vscode.window.showInputBox({
    title: keyId === undefined ? what : `${what}: ${plainId(keyId)}`,
    prompt: vscode.l10n.t(
      'Why need nobody act on it? The reason stays on this machine, and stands in the inventories that you export.',
    ),
    placeHolder: vscode.l10n.t('Such as: agreed with the platform team until the move in March'),
    value: before,
    ignoreFocusOut: true,
    validateInput: text => {
      if (text.trim() === '')
        return vscode.l10n.t('Say why, so that others can tell later whether it still holds.');
      return text.trim().length > reasonLimit
        ? vscode.l10n.t('At most {0} characters are kept.', reasonLimit)
        : undefined;
    },
  });
}
