import { createServer } from 'node:net';

/** Opens a port for a moment; the error's code where that fails. */
const tryPort = (port: number, host: string): Promise<{ port: number } | { code: string }> =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => resolve({ code: error.code ?? 'unknown' }));
    server.listen({ port, host, exclusive: true }, () => {
      const address = server.address();
      server.close(() => resolve({ port: typeof address === 'object' && address ? address.port : port }));
    });
  });

/** Why a port cannot be listened at (`EADDRINUSE`, `EACCES`, …); null where it can. */
export async function obstacleAt(port: number, host: string): Promise<string | null> {
  const tried = await tryPort(port, host);
  return 'code' in tried ? tried.code : null;
}
/** The wanted port of 127.0.0.1 where it is free, else some free one. */
export async function freePort(wanted?: number): Promise<number> {
  const tried = await tryPort(wanted ?? 0, '127.0.0.1');
  if ('port' in tried) return tried.port;
  if (wanted) return freePort();
  throw new Error(`No free port on 127.0.0.1: ${tried.code}`);
}
