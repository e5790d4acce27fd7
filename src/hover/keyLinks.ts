import * as vscode from 'vscode';
import type { KeyRef } from '../stores/keyRef';

/**
 * Links to what there is to open of a key. Only these commands are trusted, and nothing of the service's text stands
 * beside them: of an id that is not made of the usual characters there are none.
 */
export function keyLinks({ connectionId, key }: KeyRef): vscode.MarkdownString | undefined {
  if (![connectionId, key.id].every(id => /^[\w-]{1,255}$/.test(id))) return undefined;
  const row = { type: 'key', connectionId, keyId: key.id };
  const args = encodeURIComponent(JSON.stringify([row]));
  const commands = [
    ['byok.openKey', vscode.l10n.t('Open Key')],
    ['byok.openKeyJson', vscode.l10n.t('Open Key JSON')],
  ] as const;
  const markdown = new vscode.MarkdownString(
    commands.map(([id, title]) => `[${title}](command:${id}?${args})`).join(' · '),
  );
  markdown.isTrusted = { enabledCommands: commands.map(([id]) => id) };
  return markdown;
}
