import type { ConnectionStore } from '../connections/connectionStore';
import { Disposable } from '../disposable';
import type { KeyStore } from '../stores/keyStore';

/** Shows progress until `work` settles. */
export type ShowProgress = (work: Promise<unknown>) => void;

/** Shows progress as long as keys of any connection are being fetched, whoever asked for them. */
export class LoadingProgress extends Disposable {
  #end: (() => void) | undefined;

  constructor(
    private readonly store: KeyStore,
    private readonly connections: ConnectionStore,
    private readonly showProgress: ShowProgress,
  ) {
    super();
    this.register(store.onDidChange(() => this.#follow()));
    this.#follow();
  }

  override dispose(): void {
    this.#end?.();
    super.dispose();
  }

  #follow(): void {
    const isLoading = this.connections.list().some(({ id }) => this.store.of(id).isLoading);
    if (isLoading && !this.#end) {
      const { promise, resolve } = Promise.withResolvers<undefined>();
      this.#end = () => resolve(undefined);
      this.showProgress(promise);
    } else if (!isLoading) {
      this.#end?.();
      this.#end = undefined;
    }
  }
}
