import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { carryOverHttp } from './carryOverHttp';
import type { Simulator } from './simulator';

export interface ServeOptions {
  /** 0, the default, takes a free one. */
  readonly port?: number;
  /** PEM. */
  readonly tls?: { readonly key: string; readonly cert: string };
  /** How long each answer's first byte is held back. */
  readonly latencyMs?: number;
  /** A host beside this machine's own that it is asked as: behind a proxy. */
  readonly alias?: string;
}

export interface RunningServer {
  readonly url: string;
  /** TCP connections accepted so far. */
  connections(): number;
  /** Ends when all connections are cut. */
  close(): Promise<void>;
}

const maximumBody = 1024 * 1024;

/** Serves the simulator on this machine's loopback interface, for development and tests. */
export async function serve(simulator: Simulator, options: ServeOptions = {}): Promise<RunningServer> {
  const { port = 0, tls } = options;
  const scheme = tls === undefined ? 'http' : 'https';
  const listener: RequestListener = (request, response) => {
    answer(simulator, scheme, options, request, response).catch((error: unknown) => {
      response.destroy(error instanceof Error ? error : undefined);
    });
  };
  const server = tls === undefined ? createServer(listener) : createTlsServer(tls, listener);
  server.keepAliveTimeout = 60_000;
  let connections = 0;
  server.on('connection', () => {
    connections += 1;
  });
  await listen(server, port);
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return {
    url: `${scheme}://127.0.0.1:${address.port}`,
    connections: () => connections,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
}

async function answer(
  simulator: Simulator,
  scheme: string,
  { latencyMs = 0, alias }: ServeOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { host = '', origin, ...rest } = request.headers;
  // A page in a browser reaches loopback too: by its own name (DNS rebinding) or across origins.
  const isOwn = host === alias || isOwnHost(host, request.socket.localPort);
  if (!isOwn || origin !== undefined) {
    refuse(response, 403);
    return;
  }
  const body = await readBody(request);
  if (body === undefined) {
    refuse(response, 413);
    return;
  }
  const headers = Object.entries({ host, ...rest }).map(([name, value]): [string, string] => [
    name,
    String(value),
  ]);
  const delivery = simulator.handle({
    method: request.method ?? '',
    url: new URL(`${scheme}://${host}${request.url}`),
    headers: Object.fromEntries(headers),
    body: body === '' ? undefined : body,
  });
  await carryOverHttp({ ...delivery, delayMs: delivery.delayMs + latencyMs }, response);
}

function isOwnHost(host: string, port: number | undefined): boolean {
  return [`127.0.0.1:${port}`, `localhost:${port}`].includes(host);
}

function refuse(response: ServerResponse, status: number): void {
  response.writeHead(status, { Connection: 'close' }).end();
}

/** The body as text; undefined when it is too long. */
async function readBody(request: IncomingMessage): Promise<string | undefined> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of request as AsyncIterable<Uint8Array>) {
    size += piece.length;
    if (size > maximumBody) return undefined;
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString('utf8');
}
