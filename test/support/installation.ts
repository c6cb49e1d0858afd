import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  copyFileSync,
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { freePort } from '#server/standalone/ports.ts';
import { readCompose, serviceOf } from './compose.ts';
import { composedServers, goneWith } from './composed-servers.ts';
import { aFolder } from './throw-away.ts';

/** A city's installation on this machine without containers: the commands, settings and secrets of docker-compose.yml, the files of the image. */
export interface Installation {
  /** `host:port` of each member of the replica set, the founder first. */
  members: readonly string[];
  secretsFolder: string;
  secret(name: string): string;
  setSecret(name: string, value: string): void;
  /** Runs a program of the image to its end, with the settings of the site. */
  run(...args: readonly string[]): Promise<{ code: number | null; said: string }>;
  /** Starts a service that goes on, at a port of its own; throws with what it said where it ends instead. */
  start(service: string): Promise<{ child: ChildProcess; port: number }>;
  startMember(host: string): Promise<void>;
  /** As `docker compose stop` does; `andForget` removes its data. */
  stopMember(host: string, andForget?: boolean): Promise<void>;
  end(): Promise<void>;
}

/** Lays out what the Dockerfile puts into the image: what it forgets is lacking here. */
function layImage(folder: string): void {
  mkdirSync(join(folder, 'server/standalone'), { recursive: true });
  copyFileSync('package.json', join(folder, 'package.json'));
  cpSync('dist', join(folder, 'dist'), { recursive: true });
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
  for (const file of readdirSync('server/standalone').filter((name) => name.endsWith('.js')))
    copyFileSync(join('server/standalone', file), join(folder, 'server/standalone', file));
}
async function differentPorts(count: number): Promise<number[]> {
  const ports = new Set<number>();
  while (ports.size < count) ports.add(await freePort());
  return [...ports];
}

/** Makes the secrets, lays out the image and starts the databases; `dist` must have been built. */
export async function install(): Promise<Installation> {
  const room = aFolder('installation');
  const [secretsFolder, image] = [join(room, 'secrets'), join(room, 'image')];
  execFileSync('bash', ['docs/production/make-secrets.sh', secretsFolder]);
  layImage(image);
  const secret = (name: string) => readFileSync(join(secretsFolder, name), 'utf8').trim();
  const setSecret = (name: string, value: string) => {
    rmSync(join(secretsFolder, name));
    writeFileSync(join(secretsFolder, name), value);
  };

  const compose = readCompose({ PUBLIC_URL: 'https://city.example', LOG_LEVEL: 'warn' });
  const servers = await composedServers(compose, secretsFolder);
  const [redisPort = 0, ...ports] = await differentPorts(4);
  const running = new Set<ChildProcess>([await servers.redis(redisPort)]);
  const members = new Map(ports.map((port) => [`127.0.0.1:${port}`, { port, folder: aFolder('member') }]));
  const mongods = new Map<string, ChildProcess>();
  const memberAt = (host: string) => {
    const member = members.get(host);
    if (!member) throw new Error(`the set has no member ${host}`);
    return member;
  };
  const startMember = async (host: string): Promise<void> => {
    const { port, folder } = memberAt(host);
    const child = await servers.mongod(port, folder);
    mongods.set(host, child);
    running.add(child);
  };
  await Promise.all([...members.keys()].map(startMember));
  setSecret('mongodb_uri', secret('mongodb_uri').replace(/@[^/]+/, `@${[...members.keys()].join(',')}`));
  setSecret('redis_url', secret('redis_url').replace('redis:6379', `127.0.0.1:${redisPort}`));

  const { environment = {} } = serviceOf(compose, 'web1');
  const settings = Object.entries(environment).map(([name, value]) => [
    name,
    value.replace('/run/secrets', secretsFolder),
  ]);
  const env = { ...Object.fromEntries(settings), HOST: '127.0.0.1', TMPDIR: room };
  const begin = (args: readonly string[], port: number) => {
    const own = { ...env, PORT: String(port) };
    const child = spawn(process.execPath, args, { cwd: image, env: own, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
    running.add(child);
    const words: string[] = [];
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (part: Buffer) => words.push(String(part)));
    return { child, said: () => words.join('') };
  };
  return {
    members: [...members.keys()],
    secretsFolder,
    secret,
    setSecret,
    async run(...args) {
      const { child, said } = begin(args, await freePort());
      const [code] = (await once(child, 'close')) as [number | null];
      return { code, said: said() };
    },
    async start(service) {
      const port = await freePort();
      const [, ...args] = serviceOf(compose, service).command ?? ['node', 'server/standalone/bootstrap.js', 'serve'];
      const { child, said } = begin(args, port);
      const ended = once(child, 'close').then(([code]) => {
        throw new Error(`${service} ended with ${code}: ${said()}`);
      });
      await Promise.race([once(child, 'message'), ended]);
      ended.catch(() => undefined); // from now on its end is the test's own doing
      return { child, port };
    },
    startMember,
    async stopMember(host, andForget = false) {
      const child = mongods.get(host);
      child?.kill('SIGTERM');
      if (child) await goneWith(child);
      if (andForget) rmSync(memberAt(host).folder, { recursive: true });
    },
    async end() {
      for (const child of running) child.kill('SIGKILL');
      await Promise.all([...running].map(goneWith));
    },
  };
}
