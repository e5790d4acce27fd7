import * as vscode from 'vscode';
import { pickerText } from '../flows/pickerText';
import type { Notify } from '../notify';
import type { KeyStore } from '../stores/keyStore';
import type { Watched } from '../watch/watched';
import type { WatchedKeys } from '../watch/watchedKeys';
import { ago, keyLabel, phaseName } from '../words/words';
import type { Command } from './command';
import type { KeyArguments } from './keyArguments';

type Stopped = readonly Pick<Watched, 'connectionId' | 'keyId'>[];

type Item = vscode.QuickPickItem & { readonly stopped: Stopped };

/** Nobody waits for a key any more: nothing is asked about it until somebody does again. */
export function stopWatching(
  keys: Pick<KeyArguments, 'given'>,
  watched: Pick<WatchedKeys, 'list' | 'stop'>,
  store: KeyStore,
  notify: Pick<Notify, 'done'>,
): Command<'byok.stopWatching'> {
  return {
    id: 'byok.stopWatching',
    async run(...args) {
      if (watched.list().length === 0) {
        notify.done(vscode.l10n.t('No key is waited for'));
        return;
      }
      const given = await keys.given(args);
      const stopped =
        given.length > 0
          ? given.map(({ connectionId, key }) => ({ connectionId, keyId: key.id }))
          : await ask(watched.list(), store);
      for (const { connectionId, keyId } of stopped) watched.stop(connectionId, keyId);
    },
  };
}

async function ask(watched: readonly Watched[], store: KeyStore): Promise<Stopped> {
  const items = watched.map((each): Item => {
    const key = store.find(each.connectionId, each.keyId);
    return {
      label: pickerText(key ? keyLabel(key) : each.keyId),
      description: key?.validation ? pickerText(phaseName(key.validation.phase)) : '',
      detail: vscode.l10n.t('waiting began {0}', ago(each.since)),
      stopped: [each],
    };
  });
  const all: Item = { label: vscode.l10n.t('All Keys'), stopped: watched };
  const chosen = await vscode.window.showQuickPick(items.length > 1 ? [all, ...items] : items, {
    title: vscode.l10n.t('Stop Waiting'),
    placeHolder: vscode.l10n.t('Which key do you not want to wait for any more?'),
  });
  return chosen?.stopped ?? [];
}
