import { findSession, type StaffRights, staffWithRights } from '#server/identity/index.ts';
import type { Actor, Visitor } from '#server/platform/policy.ts';
import { casesOfContacts } from './participants.ts';

/** A member of staff as policies know them. */
export function actorOfStaff({ _id, name, post, departmentId, owes, ...rights }: StaffRights): Actor {
  return {
    kind: 'staff',
    id: String(_id),
    name,
    post,
    permissions: rights.permissions,
    standsInFor: rights.standsInFor,
    ...(departmentId && { departmentId: String(departmentId) }),
    ...(owes && { owes }),
    caseIds: new Set(),
    knownCaseIds: new Set(),
    joinedCaseIds: new Set(),
  };
}
/** A member of staff with the rights that they have now; null for one who may not sign in. */
export async function staffActor(staffId: string): Promise<Actor | null> {
  const staff = await staffWithRights(staffId);
  return staff && actorOfStaff(staff);
}
/** Whose session a token opens, with their rights and the ids of their cases; null for a token that opens none. */
export async function whoAsks(token: string): Promise<Actor | Visitor> {
  const session = await findSession(token);
  if (!session) return null;
  const { _id: sessionId, kind, phoneHashes, emailHashes = [], openedCaseIds, joinedCaseIds = [] } = session;
  const caseIds = new Set(openedCaseIds);
  if (kind === 'staff') {
    return session.staff && { ...actorOfStaff(session.staff), sessionId };
  }
  const knownCaseIds = new Set(kind === 'resident' ? await casesOfContacts({ phoneHashes, emailHashes }) : []);
  return {
    kind,
    id: sessionId,
    sessionId,
    phoneHashes,
    emailHashes,
    permissions: new Set(),
    caseIds,
    knownCaseIds,
    joinedCaseIds: new Set(joinedCaseIds),
  };
}
