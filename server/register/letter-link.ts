import { Types } from 'mongoose';
import type { Subject } from '#server/platform/outbox.ts';
import { crockford, isSame, keysOf, macOf } from '#server/platform/secrets.ts';
import { type Case, CaseModel } from './case.model.ts';
import { type Participant, ParticipantModel } from './participant.model.ts';

const LINK = /^([0-9a-f]{24})-([0-9A-HJKMNP-TV-Z]{16})$/;
const codeOf = (partId: string, keyId: string): string => crockford(macOf('letter-link', keyId, partId), 16);

/**
 * What stands in the addresses by which letters about one's own case are turned off: derived, never stored, and good for nothing
 * else, for an address may have been mistyped. Null where the person has no part in the case.
 */
export async function letterLinkFor({ kind, id }: Subject, personId: string): Promise<string | null> {
  if (kind !== 'case') return null;
  const theirs = { caseId: new Types.ObjectId(id), personId: new Types.ObjectId(personId) };
  const part = await ParticipantModel.findOne(theirs).select('_id').lean<Pick<Participant, '_id'>>();
  const [keyId = ''] = keysOf('letter-link');
  return part && `${part._id}-${codeOf(String(part._id), keyId)}`;
}
/** The part and the case behind the link of a letter, under any key in use; null for a link that leads nowhere. */
export async function partByLetterLink(link: string): Promise<{ part: Participant; found: Case } | null> {
  const [, partId = '', code = ''] = LINK.exec(link) ?? [];
  if (!partId || !keysOf('letter-link').some((keyId) => isSame(code, codeOf(partId, keyId)))) return null;
  const part = await ParticipantModel.findById(partId).lean<Participant>();
  const found = part && (await CaseModel.findById(part.caseId).lean<Case>());
  return part && found ? { part, found } : null;
}
