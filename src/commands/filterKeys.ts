import * as vscode from 'vscode';
import type { ConnectionStore } from '../connections/connectionStore';
import { pickFilter } from '../flows/pickFilter';
import type { KeyFilter } from '../model/filter';
import { noFilter } from '../model/filter';
import type { Notify } from '../notify';
import type { KeyStore } from '../stores/keyStore';
import type { KeysView } from '../tree/keysView';
import type { Command } from './command';
import { offerSignIn } from './offerSignIn';

/** Chooses which keys the tree shows, or takes the filter, or a part of one, as its argument. */
export function filterKeys(
  store: KeyStore,
  connections: ConnectionStore,
  view: Pick<KeysView, 'filter'>,
  notify: Notify,
): Command {
  return {
    id: 'byok.filterKeys',
    async run(argument) {
      const filter = isFilter(argument) ? { ...noFilter, ...argument } : await ask();
      if (!filter) return;
      view.filter = filter;
      await vscode.commands.executeCommand('byok.keys.focus');
    },
  };

  async function ask(): Promise<KeyFilter | undefined> {
    if (connections.list().length === 0) {
      await offerSignIn();
      return undefined;
    }
    const filter = await pickFilter(store, connections, view.filter);
    if (filter !== 'noKeys') return filter;
    const { tellNoKeys } = await import('../flows/tellUnloaded');
    void tellNoKeys(store, connections, notify);
    return undefined;
  }
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every(item => typeof item === 'string');
}

function isFilter(value: unknown): value is Partial<KeyFilter> {
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.entries(value).every(([name, part]) =>
      name === 'text' ? typeof part === 'string' : Object.hasOwn(noFilter, name) && isTexts(part),
    )
  );
}
