import { Types } from 'mongoose';
import { recordEvent } from '#server/history/index.ts';
import { keepPeople, newPerson, type Person } from '#server/people/index.ts';
import { isDuplicate } from '#server/platform/database.ts';
import { type IdempotencyRow, idempotencyRow, keepIdempotency, madeBefore } from '#server/platform/idempotency.ts';
import { isObjectId } from '#server/platform/object-id.ts';
import { Problem } from '#server/platform/problem.ts';
import { transaction } from '#server/platform/transaction.ts';
import type { Joining } from '#shared/contract/filing.ts';
import { asideEvent } from '../case.history.ts';
import { type Case, CaseModel } from '../case.model.ts';
import { joinCodeOf } from '../case-codes.ts';
import { newCoAuthor, type Participant, ParticipantModel } from '../participant.model.ts';
import { isPublic } from '../public-case.ts';
import { publicStatusOf } from '../regime.ts';

/** What one who joined takes away; the code opens what is public of the case, and the answer. */
export interface Joined {
  found: Case;
  part: Participant;
  accessCode: string;
}

/** One who joins a case, and their part in it. Pure; seeding builds with it too. */
export function joining(
  caseId: Types.ObjectId,
  { applicant, contact, replyBy, consents: { sms } }: Joining,
  { at, newId = () => new Types.ObjectId() }: { at: Date; newId?: () => Types.ObjectId },
): { person: Person; part: Participant } {
  const person = newPerson(applicant, contact, { at, id: newId() });
  const consents = sms ? [{ purpose: 'sms' as const, textVersion: 2, at, channel: 'web' }] : [];
  return { person, part: newCoAuthor(caseId, person._id, { replyBy, consents, joinedFrom: 'page', id: newId() }) };
}

const joinedAs = (found: Case, part: Participant): Joined => ({
  found,
  part,
  accessCode: joinCodeOf({ _id: part._id, accessKeyId: part.accessKeyId ?? '' }),
});
/** What somebody took away who joined by this part; null where there is none. */
export async function joinedBy(partId: string): Promise<Joined | null> {
  const part = await ParticipantModel.findOne({ _id: partId, role: 'coAuthor' }).lean<Participant>();
  const found = part && (await CaseModel.findById(part.caseId).lean<Case>());
  return part?.accessKeyId && found ? joinedAs(found, part) : null;
}

/** The row of the request's key, once it is known which part it makes; null where it came without one. */
type Keyed = (partId: string) => IdempotencyRow | null;

const join = (caseId: string, wishes: Joining, keyed: Keyed): Promise<Joined> =>
  transaction(async (tx) => {
    const found = await CaseModel.findById(caseId).session(tx.session).lean<Case>();
    if (!found || !isPublic(found)) throw new Problem('not-found');
    if (found.dueOn === null) throw new Problem('move.refused', { from: publicStatusOf(found), verb: 'join' });
    const { person, part } = joining(found._id, wishes, { at: tx.at });
    const key = keyed(String(part._id));
    await keepPeople({ people: [person], benefits: [] }, tx.session);
    await ParticipantModel.create([part], { session: tx.session });
    await keepIdempotency(key ? [key] : [], tx.session);
    await CaseModel.updateOne({ _id: found._id }, { $inc: { applicants: 1 } }, { session: tx.session });
    await recordEvent(tx, asideEvent(found, 'joined', { actorId: null, docDigest: null }));
    return joinedAs({ ...found, applicants: found.applicants + 1 }, part);
  });

/**
 * Makes somebody a co-applicant of a published case that is not answered yet: with an answer of their own (Law 393/96-ВР,
 * arts. 15, 18). 404 where the case is not public, 409 `move.refused` where it has been answered. A repeated key answers with
 * what the first request made.
 */
export async function joinCase(
  caseId: string,
  wishes: Joining,
  { idempotencyKey }: { idempotencyKey?: string | undefined } = {},
): Promise<Joined> {
  if (!isObjectId(caseId)) throw new Problem('not-found');
  const keyed: Keyed = (partId) =>
    idempotencyKey ? idempotencyRow('join-case', idempotencyKey, { caseId, wishes }, partId) : null;
  const madeByKey = async (): Promise<Joined | null> => {
    const asked = keyed('');
    const partId = asked && (await madeBefore(asked));
    return partId ? joinedBy(partId) : null;
  };
  const before = await madeByKey();
  if (before) return before;
  try {
    return await join(caseId, wishes, keyed);
  } catch (cause) {
    const twin = isDuplicate(cause) ? await madeByKey() : null;
    if (twin) return twin;
    throw cause;
  }
}
