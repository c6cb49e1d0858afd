import { Types } from 'mongoose';
import { recordEvent } from '#server/history/index.ts';
import { peopleOf } from '#server/people/index.ts';
import type { Actor, Visitor } from '#server/platform/policy.ts';
import { Problem } from '#server/platform/problem.ts';
import { transaction } from '#server/platform/transaction.ts';
import type { FieldCode } from '#shared/domain/problems.ts';
import { caseFor } from '../case.files.ts';
import { asideEvent } from '../case.history.ts';
import type { Case } from '../case.model.ts';
import { type Participant, ParticipantModel } from '../participant.model.ts';
import { afterSwitch, switchParts } from './switch-messages.ts';

const refuse = (path: string, code: FieldCode): Problem =>
  new Problem('fields.invalid', { errors: [{ in: 'body', path, code }] });
/**
 * Turns texts to one of a case's applicants off or on, by their word, for who handles the case; the history says who did, and the
 * consent is on record. What stands so already stays, without an event. 422 `field.invalid` for nobody of this case, 422 `contact.not-proved` to
 * turn on what goes to a number that nobody has proved.
 */
export async function switchTexts(
  viewer: Actor | Visitor,
  caseId: string,
  { applicantId, isOn }: { applicantId: string; isOn: boolean },
): Promise<Case> {
  const { actor, found, place } = await caseFor(viewer, 'case.switchTexts', caseId);
  const theirs = { _id: new Types.ObjectId(applicantId), caseId: found._id };
  const part = await ParticipantModel.findOne(theirs).lean<Participant>();
  if (!part) throw refuse('applicantId', 'field.invalid');
  const [person] = await peopleOf([part.personId]);
  if (isOn && !person?.phoneVerifiedAt) throw refuse('isOn', 'contact.not-proved');
  const switching = { purpose: 'sms', isOn, channel: 'desk', actorId: actor.id } as const;
  const changed = await transaction(async (tx) => {
    const switched = await switchParts(tx, theirs, switching);
    if (switched.length === 0) return [];
    const what = isOn ? 'texts-on' : 'texts-off';
    await recordEvent({ ...tx, place }, asideEvent(found, what, { actorId: actor.id, docDigest: null }));
    return switched;
  });
  await afterSwitch(changed);
  return found;
}
