import { Redis } from 'ioredis';

let probe: Redis | null = null;

/** Asks Redis whether it answers, for the health page; beside it the web process uses Redis only to say who has which case open. */
export async function isRedisReady(url: string): Promise<boolean> {
  if (!probe) {
    probe = new Redis(url, { maxRetriesPerRequest: 1, enableOfflineQueue: false, lazyConnect: true });
    probe.on('error', () => undefined); // the answer below tells it
    await probe.connect().catch(() => undefined);
  }
  return probe.ping().then(
    (said) => said === 'PONG',
    () => false,
  );
}
