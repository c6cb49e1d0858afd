import type { Server as HttpServer, IncomingMessage } from 'node:http';
import { Server, type Socket } from 'socket.io';
import { actorOf, tokenOf } from '#server/http/actor.ts';
import { sessionIdOf } from '#server/identity/index.ts';
import { log } from '#server/platform/log.ts';
import { caseById, casePolicy, isPublic, partByLink } from '#server/register/index.ts';
import type { LiveEvents, LiveRequests } from '#shared/contract/live.ts';
import type { Change, Changes } from './changes.ts';

type LiveServer = Server<LiveRequests, LiveEvents>;
type LiveSocket = Socket<LiveRequests, LiveEvents>;
const DESK = 'register';
const roomOf = (caseId: string): string => `case ${caseId}`;
const openRoomOf = (caseId: string): string => `open ${caseId}`;
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
  if (typeof caseId !== 'string' || !/^[0-9a-f]{24}$/.test(caseId)) return null;
  const found = await caseById(caseId);
  const actor = await actorOf(socket.request);
  if (!found) return null;
  if (LOOKS.some((look) => casePolicy[look](actor, found))) return roomOf(caseId);
  return isPublic(found) ? openRoomOf(caseId) : null;
}

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
      if (!(await mayPass(socket.request, LIVE)) || (await actorOf(socket.request))?.kind !== 'staff') return false;
      await socket.join(DESK);
      return true;
    })(done),
  );
}

/** A browser says which site opened the connection; only pages of the very host that it connects to are heard. */
const isOwnPage = ({ headers }: IncomingMessage): boolean => {
  if (headers.origin === undefined) return true;
  return URL.canParse(headers.origin) && new URL(headers.origin).host === headers.host;
};

/**
 * Live updates on one web process: WebSocket only, rooms by case, no Redis; a case is read to tell of it only while strangers watch.
 * The end of a session, by whatever process, drops its sockets.
 */
export function liveUpdates(http: HttpServer, changes: Changes, mayPass: MayPass): { close(): Promise<void> } {
  const io: LiveServer = new Server(http, {
    path: '/live',
    serveClient: false,
    transports: ['websocket'],
    perMessageDeflate: false,
    maxHttpBufferSize: 4_096,
    allowRequest: (req, decide) => {
      mayPass(req, LIVE).then(
        (isWithinLimits) => decide(null, isWithinLimits && isOwnPage(req)),
        () => decide(null, false),
      );
    },
  });
  io.on('connection', (socket) => {
    const token = tokenOf(socket.request);
    if (token) void socket.join(sessionRoom(sessionIdOf(token)));
    serve(socket, mayPass);
  });
  /** Tells everybody who watches, as long as the case is public; once it is not they hear no more of it. */
  const tellAll = async (change: Change): Promise<void> => {
    const found = await caseById(change.id).catch(() => null);
    if (found && isPublic(found)) io.to(openRoomOf(change.id)).emit('case.changed', change);
    else io.in(openRoomOf(change.id)).socketsLeave(openRoomOf(change.id));
  };
  const tell = (batch: readonly Change[]): void => {
    for (const change of batch) {
      io.to(roomOf(change.id)).emit('case.changed', change);
      if (io.of('/').adapter.rooms.has(openRoomOf(change.id))) void tellAll(change);
    }
    io.to(DESK).emit('register.changed', { ids: batch.map(({ id }) => id) });
  };
  const unsubscribe = changes.subscribe(tell);
  const unheed = changes.onSessionEnd((sessionId) => io.in(sessionRoom(sessionId)).disconnectSockets());
  return {
    async close() {
      unsubscribe();
      unheed();
      await io.close();
    },
  };
}
