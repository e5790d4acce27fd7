import { join } from 'node:path';
import * as vscode from 'vscode';
import { RegisteredCommands } from './commands/registeredCommands';
import { Accounts } from './connections/accounts';
import { ClusterStore } from './clusterStore';
import { ConnectionStore } from './connections/connectionStore';
import { SecretVault } from './connections/secretVault';
import { Services } from './connections/services';
import { KeyFiles } from './documents/keyFiles';
import { TextDocuments, textScheme } from './documents/textDocuments';
import { exportedApi } from './exportedApi';
import type { ConfluentByok } from './exports';
import { HeldKeys } from './heldKeys';
import { KeyHovers } from './hover/keyHovers';
import { KeyHistory } from './keyHistory';
import { KeyStore } from './keyStore';
import { late } from './late';
import { redactingLog } from './log';
import { QuotaStore } from './quotaStore';
import { Settings } from './settings';
import { KeyEditors } from './panels/keyPage/keyEditors';
import { LanguageModelTools } from './tools/languageModelTools';
import { KeyDecorations } from './tree/keyDecorations';
import { KeysView } from './tree/keysView';
import { ValidationWatch } from './validationWatch';
import { WatchStatus } from './watchStatus';

interface Manifest {
  readonly version: string;
  readonly contributes: {
    readonly commands: readonly { readonly command: string }[];
    readonly languageModelTools: readonly { readonly name: string }[];
  };
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
  const clusters = own(new ClusterStore(id => services.of(id), connections));
  const quotas = own(new QuotaStore(async id => (await services.of(id)).quotas, connections));
  const memento = context.globalState;
  const held = own(new HeldKeys(store, clusters, connections, memento));
  const history = own(new KeyHistory(store, connections, memento));
  const watch = own(new ValidationWatch(store, history, connections, context.workspaceState));
  own(new WatchStatus(watch));
  const findings = late(async () => {
    const { Findings } = await import('./findings');
    return own(new Findings({ store, clusters, quotas, held, history, connections, settings, memento }));
  });
  own(
    connections.onDidChange(({ removed }) => {
      for (const { id } of removed) void findings().then(found => found.forget(id));
    }),
  );
  const windowMemento = context.workspaceState;
  const view = own(
    new KeysView({ store, connections, clusters, quotas, history, settings, memento, windowMemento }),
  );
  own(new KeyDecorations(store));
  own(new KeyFiles(store, connections));
  own(new KeyHovers({ connections, store, clusters }, settings));
  const { extensionUri } = context;
  const pages = { connections, store, clusters, history, watch, findings, log, extensionUri };
  own(new KeyEditors(() => Promise.resolve(pages)));
  own(
    vscode.window.registerUriHandler({
      handleUri: async uri => {
        const { openKeyLink } = await import('./panels/keyPage/openKeyLink');
        await openKeyLink(uri, connections, store);
      },
    }),
  );
  own(vscode.workspace.registerTextDocumentContentProvider(textScheme, new TextDocuments()));
  own(new Accounts(connections, () => vscode.commands.executeCommand<string | undefined>('byok.signIn')));

  const tools = contributes.languageModelTools.map(({ name }) => name);
  own(new LanguageModelTools(tools, { connections, store, clusters, findings }));
  const ids = contributes.commands.map(({ command }) => command);
  own(
    new RegisteredCommands(ids, {
      channel,
      clusters,
      connections,
      findings,
      held,
      log,
      quotas,
      services,
      store,
      view,
      watch,
    }),
  );

  const told = join(context.globalStorageUri.fsPath, 'told');
  own(
    watch.onDidHaveNews(news => {
      void import('./flows/validationNews').then(({ tellNews }) => tellNews(news, told));
    }),
  );
  own(
    watch.onDidGiveUp(ending => {
      void import('./flows/validationNews').then(({ tellGivenUp }) => tellGivenUp(ending, log));
    }),
  );

  const changes = own(new vscode.EventEmitter<{ readonly connectionId: string }>());
  own(
    store.onDidChange(({ connectionId, what }) => {
      if (what === 'keys') changes.fire({ connectionId });
    }),
  );
  return exportedApi(connections, store, findings, changes.event);
}
