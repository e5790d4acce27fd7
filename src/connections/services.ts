import type { ConfluentCloud } from '../api/confluentCloud';
import type { Fetch } from '../api/fetch';
import type { HttpLogEntry } from '../api/http';
import { Disposable } from '../disposable';
import type { Log } from '../log';
import type { ConnectionStore } from './connectionStore';
import type { Credential } from './credential';
import { authorizationOf } from './credential';

export interface ServiceSettings {
  /** In ms. */
  requestTimeout(): number;
  readonly userAgent: string;
}

/** A client with connections of its own. */
export interface Service {
  readonly cloud: ConfluentCloud;
  readonly close: () => void;
}

interface Way {
  readonly endpoint: string;
  readonly authorize: () => Promise<string>;
  readonly fetch: Fetch;
}

/** Confluent Cloud as each connection sees it. The client is loaded, and the keyring asked, at the first call. */
export class Services extends Disposable {
  readonly #ofConnection = new Map<string, Promise<Service>>();

  constructor(
    private readonly connections: ConnectionStore,
    private readonly settings: ServiceSettings,
    private readonly log: Log,
  ) {
    super();
    this.register(
      connections.onDidChange(({ removed, changed }) => {
        for (const { id } of [...removed, ...changed]) this.#close(id);
      }),
    );
  }

  override dispose(): void {
    for (const id of this.#ofConnection.keys()) this.#close(id);
    super.dispose();
  }

  /** Throws what `ConnectionStore.open` throws. */
  async of(connectionId: string): Promise<ConfluentCloud> {
    const service = this.#ofConnection.get(connectionId) ?? this.#open(connectionId);
    this.#ofConnection.set(connectionId, service);
    try {
      return (await service).cloud;
    } catch (error) {
      if (this.#ofConnection.get(connectionId) === service) this.#ofConnection.delete(connectionId);
      throw error;
    }
  }

  /** A service for a credential that is not saved yet: how a sign-in is tried. */
  async with(endpoint: string, credential: Credential): Promise<Service> {
    const { createFetch } = await import('../api/service');
    const client = createFetch();
    const authorize = (): Promise<string> => Promise.resolve(authorizationOf(credential));
    const cloud = await this.#client({ endpoint, authorize, fetch: client.fetch });
    return { cloud, close: () => client.destroy() };
  }

  async #open(connectionId: string): Promise<Service> {
    if (this.connections.get(connectionId)?.kind === 'demo') return await this.#openDemo();
    const { connection, credential } = await this.connections.open(connectionId);
    return await this.with(connection.endpoint, credential);
  }

  async #openDemo(): Promise<Service> {
    const { createDemo } = await import('../simulator/demo');
    const { endpoint, authorization, fetch } = createDemo();
    const authorize = (): Promise<string> => Promise.resolve(authorization);
    return { cloud: await this.#client({ endpoint, authorize, fetch }), close: () => undefined };
  }

  async #client(way: Way): Promise<ConfluentCloud> {
    const { createConfluentCloud, systemClock } = await import('../api/service');
    return createConfluentCloud({
      ...way,
      clock: systemClock,
      userAgent: this.settings.userAgent,
      timeout: () => this.settings.requestTimeout(),
      log: entry => this.log.debug(lineOf(entry)),
    });
  }

  #close(connectionId: string): void {
    const service = this.#ofConnection.get(connectionId);
    this.#ofConnection.delete(connectionId);
    void service?.then(
      ({ close }) => close(),
      () => undefined,
    );
  }
}

function lineOf({ method, path, attempt, ms, status, requestId, error }: HttpLogEntry): string {
  const parts = [
    method,
    path,
    status,
    error,
    `${ms} ms`,
    attempt > 1 ? `try ${attempt}` : undefined,
    requestId,
  ];
  return parts.filter(part => part !== undefined).join(' ');
}
