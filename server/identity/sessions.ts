import { createHash, randomBytes } from 'node:crypto';
import type { ClientSession } from 'mongoose';
import { now } from '#server/platform/clock.ts';
import type { Actor, Visitor } from '#server/platform/policy.ts';
import { type Session, SessionModel } from './session.model.ts';
import { rightsNow, type StaffHeld, type StaffRights, withStaffHeld } from './staff.queries.ts';

/** The collection whose deletions mean that somebody was signed out. */
export const SESSIONS: string = SessionModel.collection.name;
const HOUR_MS = 3_600_000;
const LIFETIME_MS = { staff: 12 * HOUR_MS, resident: 24 * HOUR_MS, caseHolder: 24 * HOUR_MS } as const;
const STAFF_IDLE_MS = HOUR_MS;
const SEEN_STEP_MS = 60_000;

/** A session as it is handed out: the token is told once and only its hash is kept. */
export interface OpenedSession {
  token: string;
  kind: Session['kind'];
  expiresAt: Date;
  lifetimeMs: number;
}
/** The id of a session by its token. */
export const sessionIdOf = (token: string): string => createHash('sha256').update(token).digest('base64url');

type Start = Pick<Session, 'kind'> &
  Partial<Pick<Session, 'staffId' | 'phoneHashes' | 'emailHashes' | 'openedCaseIds' | 'joinedCaseIds'>>;
/** Begins a session with a token of 256 random bits. */
export async function beginSession(start: Start): Promise<OpenedSession> {
  const token = randomBytes(32).toString('base64url');
  const at = now();
  const lifetimeMs = LIFETIME_MS[start.kind];
  const expiresAt = new Date(at.getTime() + lifetimeMs);
  await SessionModel.create({ ...start, _id: sessionIdOf(token), createdAt: at, seenAt: at, expiresAt });
  return { token, kind: start.kind, expiresAt, lifetimeMs };
}

/** A session with who of the staff it is of and what they may do now; null for residents, and for one who is locked or gone. */
interface FoundSession extends Session {
  staff: StaffRights | null;
}
/** The live session of a token, or null, in one question to MongoDB. Staff who were idle for an hour have none. */
export async function findSession(token: string): Promise<FoundSession | null> {
  const [session] = await SessionModel.aggregate<Session & { staff: StaffHeld[] }>([
    { $match: { _id: sessionIdOf(token) } },
    ...withStaffHeld(),
  ]);
  const at = now();
  if (!session || session.expiresAt <= at) return null;
  const idleMs = at.getTime() - session.seenAt.getTime();
  if (session.kind === 'staff' && idleMs > STAFF_IDLE_MS) return null;
  if (idleMs > SEEN_STEP_MS) await SessionModel.updateOne({ _id: session._id }, { $set: { seenAt: at } });
  return { ...session, staff: rightsNow(session.staff[0]) };
}

type Resident = Pick<Session, 'openedCaseIds' | 'joinedCaseIds'>;
/** A session that also reads one more case. It takes the place of the resident's present one, token and all, and keeps what that one could read; staff and visitors get one of a case holder. */
async function openFor(actor: Actor | Visitor, more: Partial<Resident>): Promise<OpenedSession> {
  const isResident = actor?.kind === 'resident' || actor?.kind === 'caseHolder';
  const keeping = (had: ReadonlySet<string> | undefined, added: readonly string[] = []): string[] => [
    ...new Set([...((isResident && had) || []), ...added]),
  ];
  const opened = await beginSession({
    kind: actor?.kind === 'resident' ? 'resident' : 'caseHolder',
    phoneHashes: [...(actor?.phoneHashes ?? [])],
    emailHashes: [...(actor?.emailHashes ?? [])],
    openedCaseIds: keeping(actor?.caseIds, more.openedCaseIds),
    joinedCaseIds: keeping(actor?.joinedCaseIds, more.joinedCaseIds),
  });
  if (isResident && actor.sessionId) await SessionModel.deleteOne({ _id: actor.sessionId });
  return opened;
}
/** A session that also reads this case whole, as its applicant. */
export const openCaseFor = (actor: Actor | Visitor, caseId: string): Promise<OpenedSession> =>
  openFor(actor, { openedCaseIds: [caseId] });
/** A session that also reads what is public of this case and its answer, as one who joined it. */
export const openJoinedCaseFor = (actor: Actor | Visitor, caseId: string): Promise<OpenedSession> =>
  openFor(actor, { joinedCaseIds: [caseId] });
/** Ends all sessions of a member of staff, in the transaction of what makes it right; `but` is the one that goes on. Their sockets drop with them. */
export async function endSessionsOf(staffId: string, session: ClientSession, but: string | null = null): Promise<void> {
  await SessionModel.deleteMany({ staffId, ...(but && { _id: { $ne: but } }) }, { session });
}
/** How many sessions each member of staff has open, by their id. */
export async function openSessions(): Promise<ReadonlyMap<string, number>> {
  const at = now();
  const isOpen = {
    kind: 'staff',
    expiresAt: { $gt: at },
    seenAt: { $gt: new Date(at.getTime() - STAFF_IDLE_MS) },
  };
  const counted = await SessionModel.aggregate<{ _id: string; n: number }>([
    { $match: isOpen },
    { $group: { _id: '$staffId', n: { $sum: 1 } } },
  ]);
  return new Map(counted.map(({ _id, n }) => [_id, n]));
}
/** Ends the session of a token, everywhere. */
export const endSessionOf = async (token: string): Promise<void> => {
  await SessionModel.deleteOne({ _id: sessionIdOf(token) });
};
