import * as vscode from 'vscode';
import { keyUri } from '../documents/keyUri';
import { keyLabel } from '../words/words';
import type { Command } from './command';
import type { KeyArguments } from './keyArguments';

/** Opens the JSON of two keys side by side. */
export function compareKeys(keys: KeyArguments): Command {
  return {
    id: 'byok.compareKeys',
    async run(...args) {
      const given = await keys.given(args);
      const left = given[0] ?? (await keys.pick(vscode.l10n.t('Which key do you want to compare?')));
      if (!left) return;
      const isOther = ({ key, connectionId }: typeof left): boolean =>
        key.id !== left.key.id || connectionId !== left.connectionId;
      const right =
        given[1] ?? (await keys.pick(vscode.l10n.t('Which key do you want to compare it with?'), isOther));
      if (!right) return;
      const [a, b] = [left, right].map(({ connectionId, key }) => keyUri(connectionId, key.id));
      await vscode.commands.executeCommand(
        'vscode.diff',
        a,
        b,
        `${keyLabel(left.key)} ↔ ${keyLabel(right.key)}`,
      );
    },
  };
}
