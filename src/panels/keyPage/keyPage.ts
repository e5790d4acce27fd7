import type * as vscode from 'vscode';
import { cleanText } from '../../api/cleanText';
import { Disposable } from '../../disposable';
import type { KeyAddress } from '../../documents/keyUri';
import type { Key } from '../../model/key';
import type { Findings } from '../../stores/findings';
import { keyLabel } from '../../words/words';
import { Page } from '../page';
import type { FromKeyPage, KeyPageState } from '../protocol/keyPage';
import { isFromKeyPage } from '../protocol/keyPage';
import { tabIcon } from '../tabIcon';
import { KeyPageActions } from './keyPageActions';
import type { KeyPageSources } from './keyPageSources';
import { keyPageState } from './keyPageState';

/** The longest title of a tab, in graphemes. */
const longestTitle = 40;

/** How often the ages that are shown are brought up to date, in ms. */
const minute = 60_000;

/** One key, all that is known of it, in a panel. Fetches what it lacks while somebody looks, and follows the stores. */
export class KeyPage extends Disposable {
  readonly #page: Page<KeyPageState, FromKeyPage>;
  readonly #actions: KeyPageActions;
  #clock: NodeJS.Timeout | undefined;
  #findings: Findings | undefined;
  #last: Key | undefined;
  #isGone = false;
  #failure: unknown;
  #isFetching = false;
  #isListingClusters = false;
  #hasListedClusters = false;
  #isBusy = false;

  constructor(
    private readonly panel: vscode.WebviewPanel,
    private readonly address: KeyAddress,
    private readonly sources: KeyPageSources,
  ) {
    super();
    const { connections, store, clusters, watched, log, extensionUri } = sources;
    panel.iconPath = tabIcon(extensionUri, 'key');
    this.#actions = new KeyPageActions(address, sources, {
      key: () => this.#last,
      state: () => this.#state(),
      fetch: () => this.#fetch(),
      listClusters: () => this.#listClusters(),
      say: text => this.#page.say(text),
      focus: () => {
        if (panel.active) panel.reveal();
      },
    });
    this.#page = this.register(
      new Page<KeyPageState, FromKeyPage>(panel, {
        name: 'keyPage',
        extensionUri,
        log,
        accepts: isFromKeyPage,
        state: () => this.#state(),
        receive: message => this.#receive(message),
      }),
    );
    const isMine = ({ connectionId }: { readonly connectionId: string }): boolean =>
      connectionId === address.connectionId || !connections.get(address.connectionId);
    this.register(panel.onDidDispose(() => this.dispose()));
    this.register(panel.onDidChangeViewState(() => this.#catchUp()));
    this.register(
      store.onDidChange(change => {
        if (isMine(change)) this.#follow();
      }),
    );
    this.register(connections.onDidChange(() => this.#follow()));
    this.register(watched.onDidChange(() => this.#page.update()));
    this.register(clusters.onDidChange(id => isMine({ connectionId: id }) && this.#page.update()));
    void this.#followFindings();
    this.#catchUp();
  }

  override dispose(): void {
    clearInterval(this.#clock);
    super.dispose();
  }

  /** Ages go on while somebody looks. */
  #setClock(): void {
    clearInterval(this.#clock);
    this.#clock = this.panel.visible ? setInterval(() => this.#page.update(), minute) : undefined;
  }

  /** Fetches what is not there, and goes on with what was missed while nobody looked. */
  #catchUp(): void {
    this.#setClock();
    if (!this.panel.visible) return;
    const { connections, store } = this.sources;
    const { connectionId, keyId } = this.address;
    if (connections.get(connectionId)) {
      const { loadedAt, isLoading, failure } = store.of(connectionId);
      const isNew = !this.#last && !store.find(connectionId, keyId);
      if (loadedAt === undefined && failure === undefined && !isLoading) void store.refresh(connectionId);
      else if (loadedAt !== undefined && !isLoading && isNew) void this.#fetch();
    }
    this.#follow();
  }

  #follow(): void {
    const { connectionId, keyId } = this.address;
    const key = this.sources.store.find(connectionId, keyId);
    const { loadedAt, isLoading, failure } = this.sources.store.of(connectionId);
    const isListed = loadedAt !== undefined && !isLoading && failure === undefined;
    if (key) {
      if (key !== this.#last) this.#failure = undefined;
      this.#last = key;
      this.#isGone = false;
    } else if (isListed && !this.#isFetching) this.#isGone = this.#failure === undefined;
    const title = this.#last ? cleanText(keyLabel(this.#last), longestTitle) : keyId;
    if (this.panel.title !== title) this.panel.title = title;
    if (this.panel.visible) this.#lookForClusters(key, this.sources.clusters.of(connectionId) !== undefined);
    this.#page.update();
  }

  async #followFindings(): Promise<void> {
    this.#findings = await this.sources.findings();
    if (this.isDisposed) return;
    this.register(this.#findings.onDidChange(id => id === this.address.connectionId && this.#page.update()));
    this.#page.update();
  }

  /** Who uses a key in use is what one wants to know of it: asked once by itself, then when the user wants. */
  #lookForClusters(key: Key | undefined, isSeen: boolean): void {
    if (!key || key.state === 'AVAILABLE' || isSeen || this.#hasListedClusters) return;
    void this.#listClusters().catch(() => undefined);
  }

  async #listClusters(): Promise<void> {
    this.#hasListedClusters = true;
    this.#isListingClusters = true;
    this.#page.update();
    try {
      await this.sources.clusters.load(this.address.connectionId, 0);
    } catch {
      // The page says why, from the store.
    } finally {
      this.#isListingClusters = false;
      this.#page.update();
    }
  }

  /** Asks the service for this key alone. */
  async #fetch(): Promise<void> {
    if (this.#isFetching) return;
    const { connectionId, keyId } = this.address;
    this.#isFetching = true;
    this.#failure = undefined;
    this.#page.update();
    try {
      const { loadedAt } = this.sources.store.of(connectionId);
      if (loadedAt === undefined) await this.sources.store.refresh(connectionId);
      else this.#isGone = (await this.sources.store.refreshKey(connectionId, keyId)) === undefined;
    } catch (error) {
      this.#failure = error;
    } finally {
      this.#isFetching = false;
      this.#follow();
    }
  }

  async #receive(message: FromKeyPage): Promise<void> {
    this.#isBusy = true;
    this.#page.update();
    try {
      await this.#actions.follow(message);
    } finally {
      this.#isBusy = false;
      this.#page.update();
    }
  }

  #state(): KeyPageState {
    const { connections, store, clusters, history, watched } = this.sources;
    const { connectionId, keyId } = this.address;
    const connection = connections.get(connectionId);
    const keys = store.of(connectionId);
    return keyPageState({
      keyId,
      connection,
      keys,
      key: store.find(connectionId, keyId),
      last: this.#last,
      isGone: this.#isGone,
      failure: this.#failure,
      isLoading: keys.isLoading || this.#isFetching,
      isFetching: this.#isFetching,
      elsewhere: connections.list().find(({ id }) => id !== connectionId && store.find(id, keyId)),
      isWatched: watched.has(connectionId, keyId),
      isBusy: this.#isBusy,
      clusters: {
        seen: clusters.of(connectionId),
        isLoading: this.#isListingClusters,
        failure: clusters.failureOf(connectionId),
      },
      timeline: history.timelineOf(connectionId, keyId),
      findings: connection && this.#findings?.of(connectionId),
    });
  }
}
