import { createServer, type IncomingHttpHeaders } from 'node:http';
import { type AddressInfo, type Socket, connect } from 'node:net';

export interface ConnectProxy {
  readonly url: string;
  /** Whom the tunnels so far were asked for, as `host:port`, and with which headers. */
  readonly asked: readonly { readonly authority: string; readonly headers: IncomingHttpHeaders }[];
  /** Whether it wants to know who asks, and so lets nobody through. */
  isClosed: boolean;
  close(): Promise<void>;
}

/** A proxy on the loopback interface that makes tunnels, whomever they are asked for, to one port of this machine. */
export async function startConnectProxy(port: number): Promise<ConnectProxy> {
  const asked: ConnectProxy['asked'][number][] = [];
  const sockets = new Set<Socket>();
  const server = createServer();
  server.on('connection', socket => sockets.add(socket));
  server.on('connect', ({ url = '', headers }, socket: Socket) => {
    asked.push({ authority: url, headers });
    socket.on('error', () => undefined);
    if (proxy.isClosed) {
      socket.end('HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm="x"\r\n\r\n');
      return;
    }
    const target = connect(port, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      target.pipe(socket).pipe(target);
    });
    sockets.add(target);
    target.on('error', () => socket.destroy());
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const proxy: ConnectProxy = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    isClosed: false,
    close: async () => {
      const closed = new Promise(resolve => server.close(resolve));
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
  return proxy;
}
