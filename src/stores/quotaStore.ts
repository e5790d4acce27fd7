import * as vscode from 'vscode';
import type { QuotasApi } from '../api/quotas';
import type { ConnectionStore } from '../connections/connectionStore';
import { Disposable } from '../disposable';
import type { Quota } from '../model/cluster';

/** How many keys each organization may have. Asked for once, and again when somebody needs to be sure. */
export class QuotaStore extends Disposable {
  readonly #changes = this.register(new vscode.EventEmitter<string>());
  readonly onDidChange = this.#changes.event;
  readonly #quotas = new Map<string, Quota | undefined>();
  /** Who asked last, so that an answer for another credential is not taken for this one's. */
  readonly #asked = new Map<string, symbol>();

  constructor(
    private readonly quotasOf: (connectionId: string) => Promise<Pick<QuotasApi, 'byokKeys'>>,
    connections: ConnectionStore,
  ) {
    super();
    this.register(
      connections.onDidChange(({ removed, changed }) => {
        for (const { id } of [...removed, ...changed]) {
          this.#quotas.delete(id);
          this.#asked.delete(id);
        }
      }),
    );
  }

  of(connectionId: string): Quota | undefined {
    return this.#quotas.get(connectionId);
  }

  /** Asks when nobody has asked yet, so that a service without quotas is asked once. */
  async ensure(connectionId: string): Promise<void> {
    if (!this.#asked.has(connectionId)) await this.load(connectionId);
  }

  /** Undefined where the service does not tell: a quota is good to know, and nothing depends on it. */
  async load(connectionId: string): Promise<Quota | undefined> {
    const request = Symbol();
    this.#asked.set(connectionId, request);
    try {
      const quota = await (await this.quotasOf(connectionId)).byokKeys();
      if (this.#asked.get(connectionId) === request) {
        this.#quotas.set(connectionId, quota);
        this.#changes.fire(connectionId);
      }
      return quota;
    } catch {
      return undefined;
    }
  }
}
