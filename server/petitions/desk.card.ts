import { eventsAround } from '#server/history/index.ts';
import { staffNames } from '#server/identity/index.ts';
import { fullName } from '#server/people/index.ts';
import { type Actor, placeIn, type Visitor } from '#server/platform/policy.ts';
import { openContact } from '#server/platform/secrets.ts';
import { initials, maskedEmail, maskedPhone } from '#server/register/index.ts';
import type { DeskPetition } from '#shared/contract/petition-desk.ts';
import { awaitsSession } from './convening-order.ts';
import { heldCounts, presentDeskRow } from './desk.queries.ts';
import { enteredOf } from './forwarded.parts.ts';
import { subjectOf } from './petition.history.ts';
import type { Petition } from './petition.model.ts';
import { petitionVerdicts } from './petition.move.ts';
import { isPublicPetition, petitionPolicy } from './petition.policy.ts';
import { countOf, presentCollector } from './petition.presenter.ts';
import { similarPetitions, textOfPetition } from './petitions.queries.ts';

/** So many similar petitions are shown, and so many of the first and of the last events. */
const [MOST_SIMILAR, MOST_EVENTS] = [5, 200];

/** Its author: whole for whoever checks petitions; for others no more than everybody sees, and enough to tell people apart. */
function presentInitiator(found: Petition, isOpen: boolean): DeskPetition['initiator'] {
  const { initiator, _id } = found;
  const [name, email] = [fullName(initiator), openContact(initiator.email, String(_id))];
  const phone = initiator.phone && openContact(initiator.phone, String(_id));
  return {
    name: isOpen || isPublicPetition(found) ? name : initials(name),
    isMasked: !isOpen,
    email: isOpen ? email : maskedEmail(email),
    phone: phone && (isOpen ? phone : maskedPhone(phone)),
    isPhoneProved: Boolean(initiator.phoneProvedAt),
    wantsSms: initiator.smsConsent !== null,
  };
}
async function presentSimilar(found: Petition): Promise<DeskPetition['similar']> {
  const similar = await similarPetitions(textOfPetition(found), MOST_SIMILAR, found._id);
  return similar.flatMap(({ petition, likeness }) => {
    const { _id, number, title, status, endsOn } = petition;
    const count = countOf(petition).signatures;
    return number === null ? [] : [{ id: String(_id), number, title, status, count, endsOn, likeness }];
  });
}
const instant = (at: Date | null): string | null => at?.toISOString() ?? null;

/** A petition whole, for staff who may read it, with what this viewer may do next. The only way a whole petition leaves the server. */
export async function presentDeskPetition(found: Petition, viewer: Actor | Visitor): Promise<DeskPetition> {
  const [held, similar, { events, leftOut }] = await Promise.all([
    heldCounts([found._id]),
    presentSimilar(found),
    eventsAround(subjectOf(found), MOST_EVENTS),
  ]);
  const names = await staffNames([
    ...events.flatMap(({ actorId, facts }) => [actorId ?? [], placeIn(facts) ?? []].flat()),
    ...[...found.suggestions, ...found.removals].map(({ byId }) => byId),
  ]);
  const mayModerate = petitionPolicy['petition.moderate'](viewer);
  const { answer, collectedBy = null } = found;
  return {
    ...presentDeskRow(found, held.get(String(found._id)) ?? 0),
    essence: found.essence,
    demand: found.demand,
    initiator: presentInitiator(found, mayModerate),
    publishedAt: instant(found.publishedAt),
    endsOn: found.endsOn,
    reachedAt: instant(found.reachedAt),
    hearingOn: found.hearingOn,
    reviewedOn: found.reviewedOn,
    tally: found.tally,
    suggestions: found.suggestions.map(({ text, at, byId, revisedAt }) => ({
      text,
      at: at.toISOString(),
      by: names.get(byId) ?? null,
      revisedAt: instant(revisedAt),
    })),
    rejection: found.rejection,
    mergedInto: found.mergedInto,
    answer: answer && { ...answer, at: answer.at.toISOString() },
    appealNumber: found.appealNumber,
    collectedBy: collectedBy && {
      ...presentCollector(collectedBy),
      email: openContact(collectedBy.email, String(found._id)),
    },
    entered: mayModerate ? enteredOf(found) : null,
    clocks: found.clocks.map(({ rule, startedOn, dueLegal, metOn, extendedFrom }) => ({
      rule,
      startedOn,
      dueOn: dueLegal,
      metOn,
      extendedFrom,
    })),
    similar,
    removals: found.removals.map(({ at, byId, count, explanation }) => ({
      at: at.toISOString(),
      by: names.get(byId) ?? null,
      count,
      explanation,
    })),
    history: events.map(({ kind, at, actorId, reasonCode, facts }) => ({
      kind,
      at: at.toISOString(),
      actor: (actorId && names.get(actorId)) ?? null,
      inPlaceOf: names.get(placeIn(facts) ?? '') ?? null,
      reasonCode,
      count: typeof facts.count === 'number' ? facts.count : null,
    })),
    historyLeftOut: leftOut,
    version: found.version,
    can: petitionVerdicts(found, viewer),
    may: {
      checkSignatures: mayModerate && found.publishedAt !== null && !collectedBy,
      takeOrder: awaitsSession(found),
    },
  };
}
