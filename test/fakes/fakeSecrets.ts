import type * as vscode from 'vscode';

type Listener = (event: vscode.SecretStorageChangeEvent) => unknown;

/** SecretStorage in memory. Given to several stores it is the keyring that several windows share. */
export class FakeSecrets implements vscode.SecretStorage {
  readonly #values = new Map<string, string>();
  readonly #listeners = new Set<Listener>();

  readonly onDidChange: vscode.Event<vscode.SecretStorageChangeEvent> = listener => {
    this.#listeners.add(listener);
    return { dispose: () => void this.#listeners.delete(listener) };
  };

  async keys(): Promise<string[]> {
    return [...this.#values.keys()];
  }

  async get(key: string): Promise<string | undefined> {
    return this.#values.get(key);
  }

  async store(key: string, value: string): Promise<void> {
    this.#values.set(key, value);
    this.#tell(key);
  }

  async delete(key: string): Promise<void> {
    this.#values.delete(key);
    this.#tell(key);
  }

  #tell(key: string): void {
    for (const listener of this.#listeners) listener({ key });
  }
}
