import * as vscode from 'vscode';
import type { KeysView } from '../tree/keysView';
import { isTreeNode } from '../tree/nodes';
import type { Command } from './command';
import type { KeyArguments } from './keyArguments';

/** Finds a key by name, id or cloud identifier, and shows it in the tree. */
export function findKey(keys: KeyArguments, view: KeysView): Command {
  return {
    id: 'byok.findKey',
    async run(...args) {
      const ref = await keys.key(
        // A row comes from the button in the title of the view alone, which is given the one that has the focus.
        args.some(isTreeNode) ? [] : args,
        vscode.l10n.t('Find a key by name, id, ARN, key URL or resource name'),
      );
      if (ref) await view.reveal(ref.connectionId, ref.key.id);
    },
  };
}
