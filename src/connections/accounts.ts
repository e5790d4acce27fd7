import * as vscode from 'vscode';
import { Disposable } from '../disposable';
import type { Connection } from './connection';
import type { ConnectionStore } from './connectionStore';

const providerId = 'confluent-byok';

/**
 * Puts every connection into the Accounts menu, where people look for signing out. A session's token is the
 * connection's id: a credential is not handed to other extensions.
 */
export class Accounts extends Disposable implements vscode.AuthenticationProvider {
  readonly #changes = this.register(
    new vscode.EventEmitter<vscode.AuthenticationProviderAuthenticationSessionsChangeEvent>(),
  );
  readonly onDidChangeSessions = this.#changes.event;

  constructor(
    private readonly connections: ConnectionStore,
    private readonly signIn: () => Thenable<string | undefined>,
  ) {
    super();
    this.register(
      vscode.authentication.registerAuthenticationProvider(
        providerId,
        vscode.l10n.t('Confluent Cloud keys'),
        this,
        {
          supportsMultipleAccounts: true,
        },
      ),
    );
    this.register(
      connections.onDidChange(({ added, removed, changed }) => {
        const [a, r, c] = [added, removed, changed].map(list => list.filter(isSignedIn).map(sessionOf));
        this.#changes.fire({ added: a, removed: r, changed: c });
      }),
    );
  }

  getSessions(): Promise<vscode.AuthenticationSession[]> {
    return Promise.resolve(this.connections.list().filter(isSignedIn).map(sessionOf));
  }

  async createSession(): Promise<vscode.AuthenticationSession> {
    const connection = this.connections.get((await this.signIn()) ?? '');
    if (!connection) throw new vscode.CancellationError();
    return sessionOf(connection);
  }

  async removeSession(sessionId: string): Promise<void> {
    await this.connections.remove(sessionId);
  }
}

function isSignedIn({ kind }: Connection): boolean {
  return kind !== 'demo';
}

function sessionOf({ id, label }: Connection): vscode.AuthenticationSession {
  return { id, accessToken: id, account: { id, label }, scopes: [] };
}
