import { createServer as createPlainServer, type RequestListener, type Server } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';

export interface HttpServer {
  readonly url: string;
  /** Method, path and query of each request so far. */
  readonly requests: readonly string[];
  /** Connections accepted so far. */
  connections(): number;
  close(): Promise<void>;
}

/** A server on the loopback interface; with a certificate, over TLS. */
export async function startServer(
  listener: RequestListener,
  tls?: { readonly key: string; readonly cert: string },
): Promise<HttpServer> {
  const requests: string[] = [];
  let connections = 0;
  const record: RequestListener = (request, response) => {
    requests.push(`${request.method ?? ''} ${request.url ?? ''}`);
    listener(request, response);
  };
  const server: Server = tls ? createSecureServer(tls, record) : createPlainServer(record);
  server.on('connection', () => (connections += 1));
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `${tls ? 'https' : 'http'}://127.0.0.1:${port}`,
    requests,
    connections: () => connections,
    close: async () => {
      const closed = new Promise(resolve => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}
