import { Redis } from 'ioredis';

/** Short messages between the processes of one deployment; none is kept, and one that nobody hears is lost. */
export interface Broadcast {
  /** Tells every process, this one too; while Redis is away it tells nobody, and nothing fails. */
  tell(message: string): void;
  close(): void;
}
/** How a process joins: what it hears, and what it does each time that it can hear again. */
export interface Hearing {
  heard: (message: string) => void;
  began: () => void;
}

/** A channel of Redis, by name. A Redis that is away is asked again by and by, and its state is the health page's to tell. */
export function broadcastBy(redisUrl: string, channel: string, { heard, began }: Hearing): Broadcast {
  const connect = (): Redis =>
    new Redis(redisUrl, {
      maxRetriesPerRequest: 1,
      enableOfflineQueue: false,
      autoResubscribe: false,
      connectTimeout: 2_000,
      retryStrategy: (times) => Math.min(times * 100, 2_000),
    }).on('error', () => undefined);
  const [speaker, listener] = [connect(), connect()];
  listener.on('ready', () => void listener.subscribe(channel).then(began, () => undefined));
  listener.on('message', (_, message: string) => heard(message));
  speaker.on('ready', began);
  return {
    tell: (message) => void speaker.publish(channel, message).catch(() => undefined),
    close() {
      speaker.disconnect();
      listener.disconnect();
    },
  };
}
