import * as vscode from 'vscode';
import { RegisteredCommands } from './commands/registeredCommands';
import { Accounts } from './connections/accounts';
import { ConnectionStore } from './connections/connectionStore';
import { SecretVault } from './connections/secretVault';
import { Services } from './connections/services';
import { KeyDocuments } from './documents/keyDocuments';
import { ProblemDocuments, problemScheme } from './documents/problemDocuments';
import { exportedApi } from './exportedApi';
import type { ConfluentByok } from './exports';
import { KeyStore } from './keyStore';
import { redactingLog } from './log';
import { Settings } from './settings';
import { KeyDecorations } from './tree/keyDecorations';
import { KeysView } from './tree/keysView';

interface Manifest {
  readonly version: string;
  readonly contributes: { readonly commands: readonly { readonly command: string }[] };
}

export function activate(context: vscode.ExtensionContext): ConfluentByok {
  const { contributes, version } = context.extension.packageJSON as Manifest;
  const own = <T extends vscode.Disposable>(disposable: T): T => {
    context.subscriptions.push(disposable);
    return disposable;
  };
  const channel = own(vscode.window.createOutputChannel('Confluent BYOK', { log: true }));
  const log = redactingLog(channel);
  const settings = new Settings();

  const connections = own(new ConnectionStore(new SecretVault(context.secrets), context.globalState, log));
  const userAgent = `confluent-byok-vscode/${version}`;
  const services = own(
    new Services(connections, { userAgent, requestTimeout: () => settings.requestTimeout() }, log),
  );
  const store = own(new KeyStore(async id => (await services.of(id)).keys, connections));
  const view = own(new KeysView(store, connections, settings, context.globalState));
  own(new KeyDecorations(store));
  own(new KeyDocuments(store, connections));
  own(vscode.workspace.registerTextDocumentContentProvider(problemScheme, new ProblemDocuments()));
  own(new Accounts(connections, () => vscode.commands.executeCommand<string | undefined>('byok.signIn')));

  const ids = contributes.commands.map(({ command }) => command);
  own(new RegisteredCommands(ids, { channel, connections, log, services, store, view }));

  const changes = own(new vscode.EventEmitter<{ readonly connectionId: string }>());
  own(
    store.onDidChange(({ connectionId, what }) => {
      if (what === 'keys') changes.fire({ connectionId });
    }),
  );
  return exportedApi(connections, store, changes.event);
}
