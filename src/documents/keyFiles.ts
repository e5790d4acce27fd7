import * as vscode from 'vscode';
import type { ConnectionStore } from '../connections/connectionStore';
import { ContextKey } from '../contextKeys';
import { Disposable } from '../disposable';
import type { KeyStore } from '../stores/keyStore';
import type { KeyDocuments } from './keyDocuments';
import { parseKeyUri, parsePageUri, scheme } from './keyUri';

/** The read-only file system of the keys' documents. What makes them is loaded when the first is opened. */
export class KeyFiles extends Disposable implements vscode.FileSystemProvider {
  readonly #changes = this.register(new vscode.EventEmitter<vscode.FileChangeEvent[]>());
  readonly onDidChangeFile = this.#changes.event;
  readonly createDirectory = refuse;
  readonly writeFile = refuse;
  readonly delete = refuse;
  readonly rename = refuse;
  /** Whether the JSON of a key was read: for the walkthrough. */
  readonly #hasReadJson = new ContextKey<boolean>('byok.hasReadJson');
  #documents: Promise<KeyDocuments> | undefined;

  constructor(
    private readonly store: KeyStore,
    private readonly connections: ConnectionStore,
  ) {
    super();
    const isReadonly = new vscode.MarkdownString(
      vscode.l10n.t('This is the key as Confluent Cloud has it: it cannot be edited here.'),
    );
    this.register(vscode.workspace.registerFileSystemProvider(scheme, this, { isReadonly }));
  }

  async stat(uri: vscode.Uri): Promise<vscode.FileStat> {
    // A page makes its content itself.
    if (parsePageUri(uri)) return { type: vscode.FileType.File, ctime: 0, mtime: 0, size: 0 };
    return await (await this.#load()).stat(uri);
  }

  async readFile(uri: vscode.Uri): Promise<Uint8Array> {
    const content = await (await this.#load()).read(uri);
    if (parseKeyUri(uri)?.grant === undefined) this.#hasReadJson.set(true);
    return content;
  }

  watch(): vscode.Disposable {
    // Every document that is open was made here, and is followed through the store.
    return new vscode.Disposable(() => undefined);
  }

  readDirectory(): [string, vscode.FileType][] {
    return [];
  }

  async #load(): Promise<KeyDocuments> {
    this.#documents ??= import('./keyDocuments').then(({ KeyDocuments: Documents }) =>
      this.register(
        new Documents(this.store, this.connections, uris => {
          this.#changes.fire(uris.map(uri => ({ type: vscode.FileChangeType.Changed, uri })));
        }),
      ),
    );
    return await this.#documents;
  }
}

function refuse(uri: vscode.Uri): never {
  throw vscode.FileSystemError.NoPermissions(uri);
}
