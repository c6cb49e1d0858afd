import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** A wire between a client and a server that a test can cut and mend. */
interface Wire {
  /** `host:port` to connect to instead of the server. */
  address: string;
  /** Breaks all connections and takes no new ones. */
  cut(): void;
  mend(): void;
}
/** Lays a wire to a server for the tests of one `describe`; it keeps no process alive, and ends with it. */
export function useWire(server: string): Wire {
  const { hostname, port } = new URL(server);
  let wire: Wire;
  before(async () => {
    wire = await layWire(hostname, Number(port));
  });
  return {
    get address() {
      return wire.address;
    },
    cut: () => wire.cut(),
    mend: () => wire.mend(),
  };
}
async function layWire(host: string, port: number): Promise<Wire> {
  const sockets = new Set<Socket>();
  let isCut = false;
  const keep = (socket: Socket): Socket => {
    sockets.add(socket);
    return socket.on('error', () => socket.destroy()).on('close', () => sockets.delete(socket));
  };
  const server = createServer((client) => {
    if (isCut) return client.resetAndDestroy();
    const far = keep(connect(port, host));
    keep(client).pipe(far).pipe(client);
    client.on('close', () => far.destroy());
    far.on('close', () => client.destroy());
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  server.unref();
  const cut = () => {
    isCut = true;
    for (const socket of sockets) socket.destroy();
  };
  return {
    address: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    cut,
    mend: () => {
      isCut = false;
    },
  };
}
