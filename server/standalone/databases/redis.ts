import { Redis } from 'ioredis';
import type { ServerKind } from './server-process.ts';

/** Asks the Redis of a port something; null where nobody answers within a second, or something that is not Redis. */
async function ask<T>(port: number, question: (redis: Redis) => Promise<T>): Promise<T | null> {
  const redis = new Redis({
    host: '127.0.0.1',
    port,
    lazyConnect: true,
    connectTimeout: 1_000,
    commandTimeout: 1_000,
    maxRetriesPerRequest: 0,
    enableReadyCheck: false,
    retryStrategy: () => null,
  });
  redis.on('error', () => undefined); // told by the rejected command
  try {
    await redis.connect();
    return await question(redis);
  } catch {
    return null;
  } finally {
    redis.disconnect();
  }
}

/** Redis with an append-only file, so that queued work outlives a restart; it never evicts (BullMQ's condition). */
export const redisServer: ServerKind = {
  name: 'Redis',
  args: (port, folder) => [
    ...['--port', String(port), '--bind', '127.0.0.1', '--dir', folder],
    ...['--appendonly', 'yes', '--appendfsync', 'everysec', '--save', '', '--maxmemory-policy', 'noeviction'],
    ...['--daemonize', 'no', '--logfile', ''],
  ],
  whoIs: (port) =>
    ask(port, async (redis) => {
      const pid = /^process_id:(\d+)/m.exec(await redis.info('server'))?.[1];
      const [, folder] = (await redis.config('GET', 'dir')) as [string, string];
      return { pid: Number(pid), folder };
    }),
  isReady: async (port) => (await ask(port, (redis) => redis.ping())) === 'PONG',
  lastWords: (log) =>
    log
      .match(/^(?!.*Redis is starting).*(?:#|FATAL|Can't|Bad file).*$/gm)
      ?.at(-1)
      ?.replace(/^.*# /, '') ?? '',
};
