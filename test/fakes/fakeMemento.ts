import type * as vscode from 'vscode';

/** `globalState` in memory. */
export class FakeMemento implements vscode.Memento {
  #values: ReadonlyMap<string, unknown> = new Map();

  keys(): readonly string[] {
    return [...this.#values.keys()];
  }

  // eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- as VS Code has it
  get<T>(key: string): T | undefined;
  get<T>(key: string, defaultValue: T): T;
  get<T>(key: string, defaultValue?: T): T | undefined {
    return this.#values.has(key) ? (this.#values.get(key) as T) : defaultValue;
  }

  async update(key: string, value: unknown): Promise<void> {
    const others = [...this.#values].filter(([name]) => name !== key);
    // VS Code keeps JSON.
    const kept = value === undefined ? [] : [[key, JSON.parse(JSON.stringify(value)) as unknown] as const];
    this.#values = new Map([...others, ...kept]);
  }

  setKeysForSync(): void {}

  /** All that is kept, as text. */
  text(): string {
    return JSON.stringify([...this.#values]);
  }
}
