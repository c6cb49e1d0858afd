import { io, type Socket } from 'socket.io-client';
import type { LiveEvents, LiveRequests, Present } from '#shared/contract/live.ts';
import { type Area, EVERYWHERE } from '#shared/domain/map/areas.ts';

/** The page's connection for live events, with rights of the page's own session. */
export type LiveSocket = Socket<LiveEvents, LiveRequests>;

let socket: LiveSocket | undefined;
const RENEW_MS = 1_000;
/** The one connection of this page, opened on first use; it comes back by itself after a break. */
const liveSocket = (): LiveSocket => {
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

/** What a page watches, and whom to tell. */
interface Watch<Event extends keyof LiveEvents> {
  /** Asks the server to let the page watch; `done` hears whether it may. */
  join: (live: LiveSocket, done: (isWatched: boolean) => void) => void;
  event: Event;
  hear: LiveEvents[Event];
  /** The answer to a join has come; `again` after a break, in which changes went by unheard. */
  joined: (isWatched: boolean, again: boolean) => void;
  /** The connection broke. */
  lost?: () => void;
  /** Nothing is heard live: time to ask. */
  poll: () => void;
}
/**
 * Keeps a page informed: joins after every (re)connection, for the server forgets a socket that broke, and asks at intervals
 * while it may not watch or has no connection. The returned function stops it.
 */
export function watch<Event extends keyof LiveEvents>(watched: Watch<Event>): () => void {
  const { join, event, joined, lost, poll } = watched;
  const hear = watched.hear as LiveEvents[keyof LiveEvents];
  const live = liveSocket();
  let isLive = false;
  let joins = 0;
  const connected = (): void =>
    join(live, (isWatched) => {
      isLive = isWatched;
      joined(isWatched, joins++ > 0);
    });
  const disconnected = (): void => {
    isLive = false;
    lost?.();
  };
  const timer = setInterval(() => {
    if (!isLive) poll();
  }, POLL_MS);
  live.on('connect', connected);
  live.on('disconnect', disconnected);
  live.on<keyof LiveEvents>(event, hear);
  if (live.connected) connected();
  return () => {
    clearInterval(timer);
    live.off('connect', connected);
    live.off('disconnect', disconnected);
    live.off<keyof LiveEvents>(event, hear);
  };
}

/** What a page does to stay informed of the register. */
export interface RegisterWatch {
  /** Something may have changed; `ids` are the cases where that is known. */
  changed: (ids: readonly string[]) => void;
  /** Whether changes are heard as they happen, or only asked for at intervals. */
  heard: (isLive: boolean) => void;
}
/** Watches the register. The returned function stops watching. */
export const watchRegister = ({ changed, heard }: RegisterWatch): (() => void) =>
  watch({
    join: (live, done) => live.emit('register.watch', done),
    event: 'register.changed',
    hear: ({ ids }) => changed(ids),
    joined(isWatched, again) {
      heard(isWatched);
      if (again) changed([]);
    },
    lost: () => heard(false),
    poll: () => changed([]),
  });

/** Tells when colleagues name this person in a note, and whenever that may have gone by unheard. The returned function stops watching. */
export const watchMentions = (named: () => void): (() => void) =>
  watch({
    join: (live, done) => live.emit('register.watch', done),
    event: 'mentions.changed',
    hear: named,
    joined: (_, again) => {
      if (again) named();
    },
    poll: named,
  });

/** Says that this window shows a case at the desk, and tells who else has it open. The returned function says that it does no more. */
export function watchPresence(caseId: string, told: (others: readonly Present[]) => void): () => void {
  const stop = watch({
    join: (live, done) => live.emit('case.open', caseId, done),
    event: 'case.presence',
    hear: ({ id, others }) => {
      if (id === caseId) told(others);
    },
    joined: () => undefined,
    lost: () => told([]),
    poll: () => undefined,
  });
  return () => {
    stop();
    if (socket?.connected) socket.emit('case.leave');
  };
}

/** What a map does to stay informed. */
export interface MapListener {
  /** The areas that it shows now. */
  areas: () => readonly Area[];
  /** In these areas something looks different; after a break, wherever that may be. */
  changed: (areas: readonly Area[]) => void;
}
/** Listens to the areas that a map shows. The returned function says that it shows others now; at intervals maps ask by themselves. */
export function watchMap({ areas, changed }: MapListener): () => void {
  let live: LiveSocket | null = null;
  watch({
    join(joined, done) {
      live = joined;
      joined.emit('map.watch', areas(), done);
    },
    event: 'map.changed',
    hear: (event) => changed(event.areas),
    joined: (_, again) => {
      if (again) changed([EVERYWHERE]);
    },
    poll: () => undefined,
  });
  return () => void (live?.connected && live.emit('map.watch', areas(), () => undefined));
}
