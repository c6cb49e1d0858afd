import { Types } from 'mongoose';
import { type OpenedSession, openCaseFor, openJoinedCaseFor } from '#server/identity/index.ts';
import type { Actor, Visitor } from '#server/platform/policy.ts';
import { Problem } from '#server/platform/problem.ts';
import { isSame } from '#server/platform/secrets.ts';
import { accessCodeOf, joinCodeOf } from '../case-codes.ts';
import { type Participant, ParticipantModel } from '../participant.model.ts';
import { caseByNumber } from '../register.queries.ts';

/** Whether the code is that of somebody who joined the case. Of no case it is asked alike, so that time does not tell which numbers are given out. */
async function isJoinCode(caseId: Types.ObjectId, accessCode: string): Promise<boolean> {
  const parts = await ParticipantModel.find({ caseId, role: 'coAuthor' })
    .select('accessKeyId')
    .lean<Pick<Participant, '_id' | 'accessKeyId'>[]>();
  return parts.some(
    ({ _id, accessKeyId }) => accessKeyId !== null && isSame(accessCode, joinCodeOf({ _id, accessKeyId })),
  );
}

/**
 * Opens one case by its number and access code: whole by the applicant's, what is public and the answer by that of one who
 * joined. 401 `sign-in.wrong` where they do not belong together, or there is no such case.
 */
export async function openCase(
  actor: Actor | Visitor,
  { number, accessCode }: { number: string; accessCode: string },
): Promise<OpenedSession> {
  const found = await caseByNumber(number);
  if (found && isSame(accessCode, accessCodeOf(found))) return openCaseFor(actor, String(found._id));
  const isOfJoined = await isJoinCode(found?._id ?? new Types.ObjectId(), accessCode);
  if (found && isOfJoined) return openJoinedCaseFor(actor, String(found._id));
  throw new Problem('sign-in.wrong');
}
