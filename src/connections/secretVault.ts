import type * as vscode from 'vscode';

/** Why the keyring of this machine is no help: it failed, never answered, or forgot what it was given. */
export class KeyringError extends Error {
  override readonly name = 'KeyringError';

  constructor(readonly reason: 'failed' | 'silent' | 'forgetful') {
    super(
      `The keyring ${{ failed: 'failed', silent: 'did not answer', forgetful: 'did not keep a secret' }[reason]}.`,
    );
  }
}

/** A locked keyring on Linux may never answer. */
const usualPatience = 5000;

/** SecretStorage with a time limit and one kind of error, and a look back after each write. Values are JSON. */
export class SecretVault {
  readonly onDidChange: vscode.Event<{ readonly key: string }>;

  /** `patience`: how long the keyring may take, in ms. */
  constructor(
    private readonly storage: vscode.SecretStorage,
    private readonly patience = usualPatience,
  ) {
    this.onDidChange = storage.onDidChange;
  }

  /** Throws {@link KeyringError}. */
  async read(key: string): Promise<string | undefined> {
    return await this.#answerOf(() => this.storage.get(key));
  }

  /** Throws {@link KeyringError}, also when the value cannot be read back. */
  async write(key: string, value: string): Promise<void> {
    await this.#answerOf(() => this.storage.store(key, value));
    if ((await this.read(key)) !== value) throw new KeyringError('forgetful');
  }

  /** Throws {@link KeyringError}. */
  async remove(key: string): Promise<void> {
    await this.#answerOf(() => this.storage.delete(key));
  }

  async #answerOf<T>(ask: () => Thenable<T>): Promise<T> {
    const { promise: silence, reject } = Promise.withResolvers<never>();
    const timer = setTimeout(() => {
      reject(new KeyringError('silent'));
    }, this.patience);
    try {
      return await Promise.race([ask(), silence]);
    } catch (error) {
      throw error instanceof KeyringError ? error : new KeyringError('failed');
    } finally {
      clearTimeout(timer);
    }
  }
}
