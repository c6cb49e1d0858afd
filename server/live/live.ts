import type { Server as HttpServer, IncomingMessage } from 'node:http';
import { Server, type Socket } from 'socket.io';
import { actorOf, tokenOf } from '#server/http/actor.ts';
import { sessionIdOf } from '#server/identity/index.ts';
import { log } from '#server/platform/log.ts';
import { caseById, casePolicy, isPublic, partByLink } from '#server/register/index.ts';
import type { LiveEvents, LiveRequests } from '#shared/contract/live.ts';
import type { Change, Changes } from './changes.ts';
import { type Carrier, keepPresence, noCarrier, type Presence } from './presence.ts';

/** Whose window it is, where it shows a case at the desk. */
interface WindowData {
  staffId?: string;
}
type Nothing = Record<never, never>;
type LiveServer = Server<LiveRequests, LiveEvents, Nothing, WindowData>;
type LiveSocket = Socket<LiveRequests, LiveEvents, Nothing, WindowData>;
const DESK = 'register';
const roomOf = (caseId: string): string => `case ${caseId}`;
const openRoomOf = (caseId: string): string => `open ${caseId}`;
/** Of the windows that show a case at the desk. */
const deskRoomOf = (caseId: string): string => `desk ${caseId}`;
const staffRoom = (staffId: string): string => `staff ${staffId}`;
const sessionRoom = (sessionId: string): string => `session ${sessionId}`;

/** Answers a request of a page: true where it may watch. Whatever goes wrong is a no. */
const answering =
  (may: () => Promise<boolean>) =>
  (done: unknown): void => {
    const told = (isWatched: boolean) => {
      if (typeof done === 'function') done(isWatched);
    };
    may().then(told, (error: unknown) => {
      log().warn({ err: error }, 'a watch was not begun');
      told(false);
    });
  };

/** By which rights somebody may watch a case that is not public. */
const LOOKS = ['read', 'case.joined', 'case.know'] as const;
/** The room in which this page hears of the case: that of its people, or that of everybody while it is public; null for none. */
async function roomFor(socket: LiveSocket, caseId: unknown): Promise<string | null> {
  if (typeof caseId !== 'string') return null;
  const found = await caseById(caseId);
  const actor = await actorOf(socket.request);
  if (!found) return null;
  if (LOOKS.some((look) => casePolicy[look](actor, found))) return roomOf(caseId);
  return isPublic(found) ? openRoomOf(caseId) : null;
}

/** What anybody who watches a case hears of a change. */
const seenOf = ({ id, status }: Change) => ({ id, status });

/** Counts what is asked over a connection under the limits of the address that would show the same, and says whether it may pass. */
export type MayPass = (req: IncomingMessage, path: string) => Promise<boolean>;
/** By these names limits know a connection and what it asks, and a short link, which nobody may guess at by any way. */
const [LIVE, LINK] = ['/live', '/c/live'];

function serve(socket: LiveSocket, mayPass: MayPass): void {
  socket.on('case.watch', (caseId, done) =>
    answering(async () => {
      const room = (await mayPass(socket.request, LIVE)) && (await roomFor(socket, caseId));
      if (!room) return false;
      await socket.join(room);
      return true;
    })(done),
  );
  socket.on('link.watch', (link, done) =>
    answering(async () => {
      if (!(await mayPass(socket.request, LINK))) return false;
      const behind = typeof link === 'string' ? await partByLink(link) : null;
      if (!behind) return false;
      await socket.join(roomOf(String(behind.found._id)));
      return true;
    })(done),
  );
  socket.on('register.watch', (done) =>
    answering(async () => {
      if (!(await mayPass(socket.request, LIVE))) return false;
      const actor = await actorOf(socket.request);
      if (actor?.kind !== 'staff') return false;
      await socket.join([DESK, staffRoom(actor.id)]);
      return true;
    })(done),
  );
}

/** Lets a window of the desk say which case it shows. The last word counts, in whatever order the answers come. */
function servePresence(socket: LiveSocket, mayPass: MayPass, presence: Presence): void {
  let words = 0;
  const leave = (): void => {
    for (const room of socket.rooms) if (room.startsWith(deskRoomOf(''))) void socket.leave(room);
    presence.leave(socket.id);
  };
  socket.on('case.open', (caseId, done) => {
    const word = ++words;
    answering(async () => {
      const found = (await mayPass(socket.request, LIVE)) && typeof caseId === 'string' && (await caseById(caseId));
      const actor = await actorOf(socket.request);
      if (word !== words || socket.disconnected) return false;
      leave();
      if (!found || !actor || !casePolicy['desk.read'](actor, found)) return false;
      socket.data.staffId = actor.id;
      void socket.join(deskRoomOf(caseId)); // at once: rooms lie in the memory of this process
      presence.enter(socket.id, caseId, actor);
      return true;
    })(done);
  });
  socket.on('case.leave', () => {
    words += 1;
    leave();
  });
  socket.on('disconnect', () => {
    words += 1;
    presence.leave(socket.id);
  });
}

/** A browser says which site opened the connection; only pages of the very host that it connects to are heard. */
const isOwnPage = ({ headers }: IncomingMessage): boolean => {
  if (headers.origin === undefined) return true;
  return URL.canParse(headers.origin) && new URL(headers.origin).host === headers.host;
};

/**
 * Live updates on one web process: WebSocket only, rooms by case; a case is read to tell of it only while strangers watch. What
 * changes comes from the database; who else has a case open is told among the processes by `carrier`, and is not where that fails.
 * The end of a session, by whatever process, drops its sockets.
 */
export function liveUpdates(
  http: HttpServer,
  changes: Changes,
  mayPass: MayPass,
  carrier: Carrier = noCarrier,
): { close(): Promise<void> } {
  const io: LiveServer = new Server(http, {
    path: '/live',
    serveClient: false,
    transports: ['websocket'],
    perMessageDeflate: false,
    maxHttpBufferSize: 4_096,
    // Whoever falls silent is gone within fifteen seconds.
    pingInterval: 10_000,
    pingTimeout: 5_000,
    allowRequest: (req, decide) => {
      mayPass(req, LIVE).then(
        (isWithinLimits) => decide(null, isWithinLimits && isOwnPage(req)),
        () => decide(null, false),
      );
    },
  });
  /** Tells each window that shows a case who else does: those of the person themselves are not others. */
  const presence = keepPresence(carrier, (caseId) => {
    const people = presence.at(caseId);
    for (const windowId of io.of('/').adapter.rooms.get(deskRoomOf(caseId)) ?? []) {
      const socket = io.of('/').sockets.get(windowId);
      socket?.emit('case.presence', { id: caseId, others: people.filter(({ id }) => id !== socket.data.staffId) });
    }
  });
  io.on('connection', (socket) => {
    const token = tokenOf(socket.request);
    if (token) void socket.join(sessionRoom(sessionIdOf(token)));
    serve(socket, mayPass);
    servePresence(socket, mayPass, presence);
  });
  /** Tells everybody who watches, as long as the case is public; once it is not they hear no more of it. */
  const tellAll = async (change: Change): Promise<void> => {
    const found = await caseById(change.id).catch(() => null);
    if (found && isPublic(found)) io.to(openRoomOf(change.id)).emit('case.changed', seenOf(change));
    else io.in(openRoomOf(change.id)).socketsLeave(openRoomOf(change.id));
  };
  const tell = (batch: readonly Change[]): void => {
    for (const change of batch) {
      if (change.isInternal) continue;
      io.to(roomOf(change.id)).emit('case.changed', seenOf(change));
      if (io.of('/').adapter.rooms.has(openRoomOf(change.id))) void tellAll(change);
    }
    io.to(DESK).emit('register.changed', { ids: batch.map(({ id }) => id) });
  };
  const unsubscribe = changes.subscribe(tell);
  const unname = changes.onNaming(({ caseId, staffIds }) =>
    io.to(staffIds.map(staffRoom)).emit('mentions.changed', { caseId }),
  );
  const unheed = changes.onSessionEnd((sessionId) => io.in(sessionRoom(sessionId)).disconnectSockets());
  return {
    async close() {
      unsubscribe();
      unname();
      unheed();
      presence.close();
      await io.close();
    },
  };
}
