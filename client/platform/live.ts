import { io, type Socket } from 'socket.io-client';
import type { LiveEvents, LiveRequests } from '#shared/contract/live.ts';

/** The page's connection for live events, with rights of the page's own session. */
export type LiveSocket = Socket<LiveEvents, LiveRequests>;

let socket: LiveSocket | undefined;
/** The one connection of this page, opened on first use; it comes back by itself after a break. */
export const liveSocket = (): LiveSocket => {
  socket ??= io({ path: '/live', transports: ['websocket'] });
  return socket;
};
