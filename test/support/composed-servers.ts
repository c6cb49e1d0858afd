import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { connect } from 'node:net';
import { delimiter, dirname, join } from 'node:path';
import { writeJson } from '#server/standalone/data-folder.ts';
import { recordOf } from '#server/standalone/databases/process-record.ts';
import { type Compose, serviceOf } from './compose.ts';
import { aFolder, programs } from './throw-away.ts';
import { until } from './until.ts';

const answersAt = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.end());
  });
/** Resolves with the exit code when a child is gone. */
export const goneWith = async (child: ChildProcess): Promise<number | null> => {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  return child.exitCode;
};

/** Starts database servers by the very commands that docker-compose.yml has for them, with this machine's folders and ports in place of a container's. */
export async function composedServers(compose: Compose, secrets: string) {
  const { mongod, redis } = await programs();
  // biome-ignore lint/style/noProcessEnv: a child needs the machine's PATH
  const PATH = [dirname(mongod), dirname(redis), process.env.PATH ?? ''].join(delimiter);

  async function start(service: string, port: number, folder: string, atHome: (words: string[]) => string[]) {
    const [data, tmp] = [join(folder, 'data'), join(folder, 'tmp')];
    for (const needed of [data, tmp]) mkdirSync(needed, { recursive: true });
    const here = (text: string) =>
      text.replaceAll('$$', '$').replaceAll('/tmp/', `${tmp}/`).replaceAll('/run/secrets', secrets);
    const { entrypoint = [], command = [] } = serviceOf(compose, service);
    const [shell = '', ...words] = atHome([...entrypoint, ...command].map(here));
    const child = spawn(shell, words, { stdio: 'ignore', env: { MAXMEMORY: '64mb', HOME: tmp, PATH } });
    writeJson(join(folder, 'server.json'), { process: recordOf(child.pid ?? 0) }); // the room of the tests ends it at the latest
    await until(() => answersAt(port));
    return child;
  }
  return {
    mongod: (port: number, folder = aFolder('member')): Promise<ChildProcess> =>
      start('mongo1', port, folder, (words) => [
        ...words.filter((word) => word !== '--bind_ip_all'),
        ...['--bind_ip', '127.0.0.1', '--port', String(port), '--dbpath', join(folder, 'data'), '--oplogSize', '64'],
        ...['--wiredTigerEngineConfigString', 'log=(file_max=16MB,prealloc=false)'],
        ...['--setParameter', 'shutdownTimeoutMillisForSignaledShutdown=500'], // else it lingers for 15 s
      ]),
    redis: (port: number, folder = aFolder('redis')): Promise<ChildProcess> =>
      start('redis', port, folder, (words) =>
        words.map((word) =>
          word.replace('--dir /data', `--dir ${join(folder, 'data')} --port ${port} --bind 127.0.0.1`),
        ),
      ),
  };
}
