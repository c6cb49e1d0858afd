import { io, type Socket } from 'socket.io-client';
import type { LiveEvents, LiveRequests } from '#shared/contract/live.ts';
import { until } from './until.ts';

/** A page that stays open. */
export interface Watcher {
  /** Asks to hear of a case; whether that is granted. */
  watches(caseId: string): Promise<boolean>;
  watchesDesk(): Promise<boolean>;
  watchesLink(link: string): Promise<boolean>;
  /** The ids of the cases that it has heard of, in order. */
  heard(): string[];
  /** Waits until it has heard of a case. */
  hears(caseId: string): Promise<void>;
}
/** Lets pages of strangers stay open during one `describe`. */
export function useWatchers(origin: () => string): { come(): Watcher } {
  const sockets: Socket<LiveEvents, LiveRequests>[] = [];
  after(() => {
    for (const socket of sockets) socket.close();
  });
  return {
    come() {
      const socket: Socket<LiveEvents, LiveRequests> = io(origin(), {
        path: '/live',
        transports: ['websocket'],
        forceNew: true,
        reconnection: false,
      });
      sockets.push(socket);
      const heard: string[] = [];
      socket.on('case.changed', ({ id }) => heard.push(id));
      socket.on('register.changed', ({ ids }) => heard.push(...ids));
      const told = (ask: (done: (isWatched: boolean) => void) => void) => new Promise<boolean>(ask);
      return {
        watches: (caseId) => told((done) => socket.emit('case.watch', caseId, done)),
        watchesDesk: () => told((done) => socket.emit('register.watch', done)),
        watchesLink: (link) => told((done) => socket.emit('link.watch', link, done)),
        heard: () => [...heard],
        hears: async (caseId) => void (await until(async () => heard.includes(caseId))),
      };
    },
  };
}
