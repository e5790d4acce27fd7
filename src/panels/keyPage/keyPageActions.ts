import * as vscode from 'vscode';
import type { KeyAddress } from '../../documents/keyUri';
import { grantUri, keyUri, pageUri } from '../../documents/keyUri';
import { isTooLong } from '../../model/keyName';
import { terminalLines } from '../../grants/terminalLines';
import { typeIntoTerminal } from '../../grants/typeIntoTerminal';
import type { Key } from '../../model/key';
import type { FromKeyPage, GrantTab, KeyAction, KeyPageState } from '../protocol/keyPage';
import type { KeyPageSources } from './keyPageSources';
import { copiedGrant, shapeOf } from './grantView';
import { keyLink } from './keyLink';

/** What the actions need of the page that they are for. */
export interface ActingPage {
  key(): Key | undefined;
  state(): KeyPageState;
  fetch(): Promise<void>;
  listClusters(): Promise<void>;
  say(text: string): void;
  /** Has the keys that are pressed come to the page, if it is in front. */
  focus(): void;
}

/** Follows the messages of a page. What changes a key goes through the commands, which ask and tell as they always do. */
export class KeyPageActions {
  readonly #running = new Set<KeyAction>();

  constructor(
    private readonly address: KeyAddress,
    private readonly sources: KeyPageSources,
    private readonly page: ActingPage,
  ) {}

  async follow(message: FromKeyPage): Promise<void> {
    switch (message.type) {
      case 'act':
        await this.#act(message.what);
        return;
      case 'rename':
        await this.#rename(message.name);
        return;
      case 'copy':
        await this.#copy(copiedValue(this.page.state(), message.what));
        return;
      case 'grant':
        await this.#grant(message.does, message.tab);
        return;
      case 'typeGrant':
        await this.#typeGrant(message.tab, message.line);
        return;
      case 'mute':
        await this.#findingCommand('byok.muteFinding', message.finding);
        return;
      case 'unmute':
        await this.#findingCommand('byok.unmuteFinding', message.finding);
        return;
    }
  }

  /** A button that is pressed again while it is still followed does nothing more. */
  async #act(action: KeyAction): Promise<void> {
    if (this.#running.has(action)) return;
    this.#running.add(action);
    try {
      await this.#run(action);
    } finally {
      this.#running.delete(action);
    }
  }

  async #run(action: KeyAction): Promise<void> {
    const { connectionId, keyId } = this.address;
    switch (action) {
      case 'refresh':
        await this.page.fetch();
        return;
      case 'grantAccess':
        await this.#keyCommand('byok.grantAccess');
        return;
      case 'watch':
        await this.#keyCommand('byok.watchValidation');
        return;
      case 'stopWatching':
        this.sources.watched.stop(connectionId, keyId);
        return;
      case 'compare':
        await this.#keyCommand('byok.compareKeys');
        return;
      case 'openJson':
        await vscode.commands.executeCommand('vscode.open', keyUri(connectionId, keyId));
        return;
      case 'copyLink':
        await this.#copy(keyLink(keyId));
        return;
      case 'delete':
        // After a modal dialog VS Code gives the focus to its own frame around the page.
        await this.#keyCommand('byok.deleteKeys', () => this.page.focus());
        return;
      case 'listClusters':
        await this.page.listClusters();
        return;
      case 'signIn':
        await vscode.commands.executeCommand('byok.signIn');
        return;
      case 'signInAgain':
        await vscode.commands.executeCommand('byok.signInAgain', connectionId);
        return;
      case 'openElsewhere':
        await this.#openElsewhere();
        return;
    }
  }

  async #keyCommand(command: string, ...more: readonly unknown[]): Promise<void> {
    await vscode.commands.executeCommand(command, { type: 'key', ...this.address }, ...more);
  }

  async #findingCommand(command: string, findingId: string): Promise<void> {
    const { connectionId } = this.address;
    await vscode.commands.executeCommand(command, { connectionId, findingId });
  }

  async #rename(name: string): Promise<void> {
    const current = this.page.key()?.displayName ?? '';
    if (!isTooLong(name, current)) await this.#keyCommand('byok.renameKey', name.trim());
  }

  async #copy(text: string | undefined): Promise<void> {
    if (text === undefined) return;
    await vscode.env.clipboard.writeText(text);
    const copied = vscode.l10n.t('Copied');
    this.page.say(copied);
    vscode.window.setStatusBarMessage(`$(check) ${copied}`, 4000);
  }

  async #grant(does: 'copy' | 'open', tab: GrantTab): Promise<void> {
    const { connectionId, keyId } = this.address;
    const key = this.page.key();
    if (does === 'open')
      await vscode.commands.executeCommand('vscode.open', grantUri(connectionId, keyId, shapeOf(tab)));
    else if (key) await this.#copy(copiedGrant(key, shapeOf(tab)));
  }

  async #typeGrant(tab: GrantTab, place: number): Promise<void> {
    const key = this.page.key();
    const line = key && terminalLines(key, shapeOf(tab))[place]?.line;
    if (line !== undefined) await typeIntoTerminal(line);
  }

  async #openElsewhere(): Promise<void> {
    const { connections, store } = this.sources;
    const other = connections.list().find(({ id }) => store.find(id, this.address.keyId));
    if (other) await vscode.commands.executeCommand('vscode.open', pageUri(other.id, this.address.keyId));
  }
}

/** The value that is shown under a name, and only such a one: a page cannot put other things on the clipboard. */
function copiedValue({ key }: KeyPageState, name: string): string | undefined {
  const facts = [
    ...(key?.validation?.facts ?? []),
    ...(key?.sections ?? []).flatMap(({ facts: all }) => all),
  ];
  const fact = facts.find(({ copy }) => copy === name);
  return fact?.whole ?? fact?.value;
}
