import * as vscode from 'vscode';
import type { ConnectionStore } from '../connections/connectionStore';
import type { KeyStore } from '../keyStore';
import { isTreeNode } from '../tree/nodes';
import type { Command } from './command';
import { connectionIdOf } from './connectionArgument';
import { offerSignIn } from './keyArguments';

/** Fetches the keys of one connection again, or of all. What fails is said in the tree. */
export function refresh(store: KeyStore, connections: ConnectionStore): Command {
  return {
    id: 'byok.refresh',
    async run(argument) {
      // The button in the title of the view is given the row that has the focus, as if it were meant: only an
      // organization's own row is.
      const isOther = isTreeNode(argument) && argument.type !== 'connection';
      const id = isOther ? undefined : connectionIdOf(argument);
      const ids = id === undefined ? connections.list().map(each => each.id) : [id];
      if (ids.length === 0) {
        await offerSignIn();
        return;
      }
      const location = { viewId: 'byok.keys' };
      await vscode.window.withProgress({ location }, () => Promise.all(ids.map(each => store.refresh(each))));
    },
  };
}
