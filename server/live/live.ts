import type { Server as HttpServer, IncomingMessage } from 'node:http';
import type { Socket as Stream } from 'node:net';
import { Server, type Socket } from 'socket.io';
import { actorOf, tokenOf } from '#server/http/actor.ts';
import { sessionIdOf } from '#server/identity/index.ts';
import { log } from '#server/platform/log.ts';
import { caseById, casePolicy, isPublic, partByLink } from '#server/register/index.ts';
import type { LiveEvents, LiveRequests } from '#shared/contract/live.ts';
import type { Change, Changes } from './changes.ts';
import { isOwnPage, slimRequest } from './handshake.ts';
import { type MapWatch, watchMap } from './map-watch.ts';
import { type PetitionWatch, watchPetitions } from './petition-watch.ts';
import { type Carrier, keepPresence, noCarrier, type Presence } from './presence.ts';
import { type StrangerWatch, watchStrangers } from './stranger-watch.ts';
import { teller } from './teller.ts';

/** Whose window it is, where it shows a case at the desk. */
interface WindowData {
  staffId?: string;
}
type Nothing = Record<never, never>;
type LiveServer = Server<LiveRequests, LiveEvents, Nothing, WindowData>;
type LiveSocket = Socket<LiveRequests, LiveEvents, Nothing, WindowData>;
const DESK = 'register';
const roomOf = (caseId: string): string => `case ${caseId}`;
/** Of the windows that show a case at the desk. */
const deskRoomOf = (caseId: string): string => `desk ${caseId}`;
const staffRoom = (staffId: string): string => `staff ${staffId}`;
const sessionRoom = (sessionId: string): string => `session ${sessionId}`;

/** The connection itself, below all that is said over it. */
const streamOf = (socket: LiveSocket): Stream => socket.request.socket;

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
/** So many cases may one page watch by its rights. */
const MOST_ROOMS = 100;
/** Lets a page hear of a case among its people, or among everybody while it is public; whether it does now. */
async function watchCase(socket: LiveSocket, caseId: unknown, strangers: StrangerWatch): Promise<boolean> {
  if (typeof caseId !== 'string') return false;
  const found = await caseById(caseId);
  const actor = await actorOf(socket.request);
  if (!found || socket.disconnected) return false;
  if (!LOOKS.some((look) => casePolicy[look](actor, found)))
    return isPublic(found) && strangers.begin(streamOf(socket), caseId);
  if (socket.rooms.size >= MOST_ROOMS) return false;
  await socket.join(roomOf(caseId));
  return true;
}

/** What anybody who watches a case hears of a change. */
const seenOf = ({ id, status }: Change) => ({ id, status });

/** Counts what is asked over a connection under the limits of the address that would show the same, and says whether it may pass. */
export type MayPass = (req: IncomingMessage, path: string) => Promise<boolean>;
/** By these names limits know a connection, what it asks, and a short link, which nobody may guess at by any way. */
const [OPENING, LIVE, LINK] = ['/live', '/live/asked', '/c/live'];

/** Lets a page watch maps and cases, each of a bounded number. */
function servePublic(
  socket: LiveSocket,
  mayPass: MayPass,
  { map, strangers, petitions }: { map: MapWatch; strangers: StrangerWatch; petitions: PetitionWatch },
): void {
  const stream = streamOf(socket);
  const move = map.begin(stream);
  socket.on('map.watch', (areas, done) => {
    const isWatched = move(areas);
    if (typeof done === 'function') done(isWatched);
  });
  socket.on('case.watch', (caseId, done) =>
    answering(async () => (await mayPass(socket.request, LIVE)) && (await watchCase(socket, caseId, strangers)))(done),
  );
  socket.on('petition.watch', (number, done) => {
    const isWatched = petitions.begin(stream, number);
    if (typeof done === 'function') done(isWatched);
  });
  socket.on('disconnect', () => {
    map.end(stream);
    strangers.end(stream);
    petitions.end(stream);
  });
}
function serve(socket: LiveSocket, mayPass: MayPass): void {
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

/** Who is let in, and the way to other web processes. */
export interface Doors {
  mayPass: MayPass;
  /** Whether a connection may stay open beside those of its address; where it may, it counts until it closes. */
  mayStay?: (req: IncomingMessage) => boolean;
  carrier?: Carrier;
}
/**
 * Live updates on one web process: WebSocket only; maps listen by area, pages by case, and a case is read to tell of it only while
 * strangers watch. What changes comes from the database; who else has a case open is told among the processes by `carrier`, and is
 * not where that fails. The end of a session, by whatever process, drops its sockets.
 */
export function liveUpdates(
  http: HttpServer,
  changes: Changes,
  { mayPass, mayStay = () => true, carrier = noCarrier }: Doors,
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
      mayPass(req, OPENING).then(
        (isWithinLimits) => decide(null, isWithinLimits && isOwnPage(req) && mayStay(req)),
        () => decide(null, false),
      );
    },
  });
  io.engine.on('connection', (opened: { request: IncomingMessage }) => {
    opened.request = slimRequest(opened.request);
  });
  const told = teller();
  const map = watchMap(told);
  const strangers = watchStrangers(told);
  const petitions = watchPetitions(told);
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
    servePublic(socket, mayPass, { map, strangers, petitions });
    serve(socket, mayPass);
    servePresence(socket, mayPass, presence);
  });
  const tell = (batch: readonly Change[]): void => {
    for (const change of batch) {
      if (change.isInternal) continue;
      io.to(roomOf(change.id)).emit('case.changed', seenOf(change));
      void strangers.tell(change);
    }
    io.to(DESK).emit('register.changed', { ids: batch.map(({ id }) => id) });
  };
  const unsubscribe = changes.subscribe(tell);
  const unname = changes.onNaming(({ caseId, staffIds }) =>
    io.to(staffIds.map(staffRoom)).emit('mentions.changed', { caseId }),
  );
  const unpetition = changes.onPetition((change) => petitions.tell(change));
  const unheed = changes.onSessionEnd((sessionId) => io.in(sessionRoom(sessionId)).disconnectSockets());
  return {
    async close() {
      unsubscribe();
      unname();
      unheed();
      unpetition();
      presence.close();
      map.close();
      told.close();
      await io.close();
    },
  };
}
