import { io, type Socket } from 'socket.io-client';
import type { LiveEvents, LiveRequests } from '#shared/contract/live.ts';

/** The page's connection for live events, with rights of the page's own session. */
export type LiveSocket = Socket<LiveEvents, LiveRequests>;

let socket: LiveSocket | undefined;
const RENEW_MS = 1_000;
/** The one connection of this page, opened on first use; it comes back by itself after a break. */
export const liveSocket = (): LiveSocket => {
  if (socket) return socket;
  const opened: LiveSocket = io({ path: '/live', transports: ['websocket'] });
  opened.on('disconnect', (reason) => {
    // The session ended or was replaced: the page goes on with the one that it has now.
    if (reason === 'io server disconnect') setTimeout(() => opened.connect(), RENEW_MS);
  });
  socket = opened;
  return opened;
};

/** Connects anew, with the session that the page has now: a connection keeps the rights that it was opened with. */
export const renewLive = (): void => {
  socket?.disconnect().connect();
};

/** How often a page asks by itself while it hears nothing live, in milliseconds. */
const POLL_MS = 30_000;

/** What a page does to stay informed of the register. */
export interface RegisterWatch {
  /** Something may have changed; `ids` are the cases where that is known. */
  changed: (ids: readonly string[]) => void;
  /** Whether changes are heard as they happen, or only asked for at intervals. */
  heard: (isLive: boolean) => void;
}
/**
 * Watches the register: joins after every (re)connection, for the server forgets a socket that broke, and asks at
 * intervals while nothing is heard. The returned function stops watching.
 */
export function watchRegister({ changed, heard }: RegisterWatch): () => void {
  const live = liveSocket();
  let isLive = false;
  let joins = 0;
  const tell = (now: boolean): void => {
    isLive = now;
    heard(now);
  };
  const join = (): void => {
    live.emit('register.watch', (isWatched) => {
      tell(isWatched);
      if (joins++ > 0) changed([]); // what happened during the break was not heard
    });
  };
  const lost = (): void => tell(false);
  const hear: LiveEvents['register.changed'] = ({ ids }) => changed(ids);
  const poll = setInterval(() => {
    if (!isLive) changed([]);
  }, POLL_MS);
  live.on('connect', join);
  live.on('disconnect', lost);
  live.on('register.changed', hear);
  if (live.connected) join();
  return () => {
    clearInterval(poll);
    live.off('connect', join);
    live.off('disconnect', lost);
    live.off('register.changed', hear);
  };
}
