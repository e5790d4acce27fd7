import * as vscode from 'vscode';
import type { ConnectionStore } from '../connections/connectionStore';
import { keyUri } from '../documents/keyUri';
import type { KeyRef } from '../stores/keyRef';
import { keyLabel, nameAndId } from '../words/words';
import type { Command } from './command';
import type { KeyArguments } from './keyArguments';

/** Opens the JSON of two keys side by side. */
export function compareKeys(
  keys: KeyArguments,
  connections: Pick<ConnectionStore, 'get'>,
): Command<'byok.compareKeys'> {
  return {
    id: 'byok.compareKeys',
    async run(...args) {
      const given = await keys.given(args);
      if (given.length > 2) {
        const text = vscode.l10n.t('Select two keys to compare: {0} are selected.', given.length);
        void vscode.window.showInformationMessage(text);
        return;
      }
      const left = given[0] ?? (await keys.pick(vscode.l10n.t('Which key do you want to compare?')));
      if (!left) return;
      const isOther = ({ key, connectionId }: typeof left): boolean =>
        key.id !== left.key.id || connectionId !== left.connectionId;
      const right =
        given[1] ?? (await keys.pick(vscode.l10n.t('Which key do you want to compare it with?'), isOther));
      if (!right) return;
      const [a, b] = [left, right].map(({ connectionId, key }) => keyUri(connectionId, key.id));
      await vscode.commands.executeCommand('vscode.diff', a, b, titleOf(left, right));
    },
  };

  /** Keys that are called the same are told apart by their organizations, or else by their ids. */
  function titleOf(left: KeyRef, right: KeyRef): string {
    const isSame = keyLabel(left.key) === keyLabel(right.key);
    const inOne = left.connectionId === right.connectionId;
    return [left, right]
      .map(({ connectionId, key }) => {
        if (!isSame) return keyLabel(key);
        return inOne ? nameAndId(key) : `${keyLabel(key)} (${connections.get(connectionId)?.label})`;
      })
      .join(' ↔ ');
  }
}
