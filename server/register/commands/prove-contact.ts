import { Types } from 'mongoose';
import { beginSession, checkCode, type OpenedSession } from '#server/identity/index.ts';
import { correctContact, peopleWithContacts, verifyEmails, verifyPhone } from '#server/people/index.ts';
import { now } from '#server/platform/clock.ts';
import type { Actor, Visitor } from '#server/platform/policy.ts';
import { Problem } from '#server/platform/problem.ts';
import { type Participant, ParticipantModel } from '../participant.model.ts';
import { markContacts } from './mark-case.ts';

/** A code that a person read off their phone or in their mail. */
export interface ReadCode {
  codeId: string;
  code: string;
}
/**
 * By an address alone, without the case in hand, only co-authors have proved where their answers may go: the applicant has the
 * access code, and one who mistyped theirs left a stranger's address, who must not be sent the whole answer.
 */
async function proveCoAuthors(emailHashes: readonly string[], at: Date): Promise<void> {
  const personId = { $in: await peopleWithContacts({ emailHashes }) };
  const parts = await ParticipantModel.find({ personId, role: 'coAuthor' }).select('personId').lean<Participant[]>();
  await verifyEmails(
    parts.map((part) => part.personId),
    at,
  );
}
/** A phone is proved in every case that it was left with. */
async function phoneProved(phoneHashes: readonly string[]): Promise<void> {
  await verifyPhone(phoneHashes, now());
  await markContacts({ personId: { $in: await peopleWithContacts({ phoneHashes }) } });
}
/**
 * Proves a phone or an address and opens a resident's session: the numbers and states of the cases it was left with.
 * Refuses as `checkCode` does.
 */
export async function signInWithCode({ codeId, code }: ReadCode): Promise<OpenedSession> {
  const proved = await checkCode(codeId, code);
  const { kind, hashes } = proved;
  await (kind === 'phone' ? phoneProved(hashes) : proveCoAuthors(hashes, now()));
  return beginSession({ kind: 'resident', ...(kind === 'phone' ? { phoneHashes: hashes } : { emailHashes: hashes }) });
}
/**
 * Proves the phone or the address that was left with a case which the actor holds open; the session stays what it was. A code
 * that came to another one, since the first was mistyped, puts that one in its place. Of an address nothing but this case is
 * proved by it: other cases were perhaps left with it by mistake. 404 where the case is not theirs.
 */
export async function confirmContact(
  actor: Actor | Visitor,
  caseId: string,
  { codeId, code }: ReadCode,
): Promise<void> {
  if (!actor?.caseIds.has(caseId)) throw new Problem('not-found');
  const proved = await checkCode(codeId, code);
  const part = await ParticipantModel.findOne({ caseId, role: 'applicant' }).lean<Participant>();
  if (part) await correctContact(part.personId, proved, now());
  if (proved.kind === 'phone') await phoneProved(proved.hashes);
  await markContacts({ caseId: new Types.ObjectId(caseId) });
}
