import * as vscode from 'vscode';
import type { KeyPageWords } from '../protocol/keyPage';

/** The words of the page itself; the places of templates are filled there. */
export function pageWords(): KeyPageWords {
  return {
    actions: vscode.l10n.t('Actions'),
    rename: vscode.l10n.t('Rename'),
    name: vscode.l10n.t('Name'),
    save: vscode.l10n.t('Save'),
    cancel: vscode.l10n.t('Cancel'),
    emptyName: vscode.l10n.t('Left empty, the key is shown by its id.'),
    tooLong: vscode.l10n.t('A name has at most {0} characters; this one has {1}.'),
    renamedMeanwhile: vscode.l10n.t('Meanwhile the key was given the name: {0}'),
    copy: vscode.l10n.t('Copy: {0}'),
    copyText: vscode.l10n.t('Copy'),
    openDocument: vscode.l10n.t('Open as Document'),
    mute: vscode.l10n.t('Mute…'),
    unmute: vscode.l10n.t('Unmute'),
    why: vscode.l10n.t('Why it matters'),
    whatToDo: vscode.l10n.t('What to do'),
  };
}
