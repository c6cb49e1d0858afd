import { governingDate, startClock } from '#server/deadlines/index.ts';
import { openContact, sealContact } from '#server/platform/secrets.ts';
import type { ForwardedPetition } from '#shared/contract/petition-forwarded.ts';
import { charterOn } from './charter.ts';
import type { Collector, Petition } from './petition.model.ts';

/** The association of a forwarded petition with what it says, its address sealed under the petition's id. */
export function collectorOf(draft: ForwardedPetition, petitionId: string): Omit<Collector, 'id'> {
  const { association, startedOn, sentOn, receivedOn, signatures } = draft;
  const { name, email, url } = association;
  return { name, email: sealContact(email, petitionId), url, startedOn, sentOn, receivedOn, signatures };
}
/**
 * The terms of a forwarded petition: threshold and charter of the day on which collection began, and the two working days for the
 * notice from the day of its receipt (Law 393/96-ВР, art. 23-1). Throws where it was not checked.
 */
export function termsOfForwarded({
  startedOn,
  endsOn,
  receivedOn,
}: ForwardedPetition): Pick<Petition, 'endsOn' | 'threshold' | 'charterVersion' | 'clocks' | 'dueOn'> {
  const charter = charterOn(startedOn);
  if (!charter) throw new Error('a forwarded petition was not checked');
  const clocks = [startClock('petition.reviewNoticeFromNgo', receivedOn)];
  return {
    endsOn,
    threshold: charter.threshold,
    charterVersion: charter.version,
    clocks,
    dueOn: governingDate(clocks),
  };
}
/** All that was entered of a forwarded petition, as its form has it; null for one whose signatures are given here. */
export function enteredOf(found: Petition): ForwardedPetition | null {
  const { _id, title, essence, demand, initiator, collectedBy, endsOn } = found;
  if (!collectedBy || endsOn === null) return null;
  const { lastName, firstName, patronymic } = initiator;
  const { name, url, startedOn, sentOn, receivedOn, signatures } = collectedBy;
  return {
    ...{ title, essence, demand, lastName, firstName },
    ...(patronymic !== null && { patronymic }),
    email: openContact(initiator.email, String(_id)),
    association: { name, email: openContact(collectedBy.email, String(_id)), url },
    ...{ startedOn, endsOn, sentOn, receivedOn, signatures },
  };
}
