import { join } from 'node:path';
import * as vscode from 'vscode';
import { RegisteredCommands } from './commands/registeredCommands';
import { Accounts } from './connections/accounts';
import { ConnectionStore } from './connections/connectionStore';
import { SecretVault } from './connections/secretVault';
import { Services } from './connections/services';
import { KeyFiles } from './documents/keyFiles';
import { TextDocuments, textScheme } from './documents/textDocuments';
import { exportedApi } from './exported/exportedApi';
import type { ConfluentByok } from './exported/exports';
import { KeyHovers } from './hover/keyHovers';
import { LateParts } from './lateParts';
import { redactingLog } from './log';
import { KeyEditors } from './panels/keyPage/keyEditors';
import { overviewType } from './panels/overview/overviewType';
import { Settings } from './settings';
import { KeyStore } from './stores/keyStore';
import { LanguageModelTools } from './tools/languageModelTools';
import { LateTree } from './tree/lateTree';

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
  const memento = context.globalState;
  const settings = new Settings();

  const connections = own(new ConnectionStore(new SecretVault(context.secrets), memento, log));
  const userAgent = `confluent-byok-vscode/${version}`;
  const services = own(
    new Services(connections, { userAgent, requestTimeout: () => settings.requestTimeout() }, log),
  );
  const store = own(new KeyStore(async id => (await services.of(id)).keys, connections));
  const tree: LateTree = own(new LateTree(async () => (await parts.load()).view.tree));
  const parts = own(
    new LateParts({
      channel,
      connections,
      extensionUri: context.extensionUri,
      log,
      memento,
      windowMemento: context.workspaceState,
      services,
      settings,
      store,
      told: join(context.globalStorageUri.fsPath, 'told'),
      treeView: tree.view,
    }),
  );

  own(new KeyFiles(store, connections));
  own(vscode.workspace.registerTextDocumentContentProvider(textScheme, new TextDocuments()));
  own(new KeyEditors(parts.load));
  own(
    vscode.window.registerWebviewPanelSerializer(overviewType, {
      deserializeWebviewPanel: async (panel, saved: unknown) => {
        const { overview } = await parts.load();
        (await overview()).restore(panel, saved);
      },
    }),
  );
  own(new KeyHovers(connections, store, settings, parts.load));
  own(new Accounts(connections, () => vscode.commands.executeCommand<string | undefined>('byok.signIn')));
  own(
    vscode.window.registerUriHandler({
      handleUri: async uri => {
        const { openKeyLink } = await import('./panels/keyPage/openKeyLink');
        await openKeyLink(uri, connections, store);
      },
    }),
  );
  const tools = contributes.languageModelTools.map(({ name }) => name);
  own(new LanguageModelTools(tools, parts.load));
  const commands = contributes.commands.map(({ command }) => command);
  own(new RegisteredCommands(commands, parts.load));

  const changes = own(new vscode.EventEmitter<{ readonly connectionId: string }>());
  own(
    store.onDidChange(({ connectionId, what }) => {
      if (what === 'keys') changes.fire({ connectionId });
    }),
  );
  return exportedApi(connections, store, async () => (await parts.load()).findings(), changes.event);
}
