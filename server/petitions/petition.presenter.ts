import { fullName } from '#server/people/index.ts';
import type { OwnPetition } from '#shared/contract/own-petition.ts';
import type { PublicPetition } from '#shared/contract/petitions.ts';
import type { PublicPetitionStatus } from '#shared/domain/petition-workflow.ts';
import type { Collector, Petition, PetitionTally } from './petition.model.ts';

/** The count of signatures as it is shown. */
export const presentCount = ({ eid, sms }: PetitionTally) => ({ signatures: eid + sms, eid, sms });

/** The count of a petition: of the signatures given here, or as the association says that collected them. */
export const countOf = ({ tally, collectedBy }: Pick<Petition, 'tally' | 'collectedBy'>) =>
  collectedBy ? { signatures: collectedBy.signatures, eid: 0, sms: 0 } : presentCount(tally);

/** Who wrote it, as the law has it shown. */
export const initiatorName = ({ initiator }: Pick<Petition, 'initiator'>): string => fullName(initiator);

/** Who collected its signatures on a site of their own, as everybody sees it. */
export const presentCollector = ({ name, url, startedOn, sentOn, receivedOn }: Collector) => ({
  name,
  url,
  startedOn,
  sentOn,
  receivedOn,
});

/** A published petition as everybody sees it. */
export function presentPetition(petition: Petition): PublicPetition {
  const { number, publishedAt, endsOn, threshold, answer, collectedBy = null } = petition;
  if (number === null || !publishedAt || !endsOn || threshold === null)
    throw new Error('a petition was shown before it was published');
  return {
    id: String(petition._id),
    number,
    status: petition.status as PublicPetitionStatus,
    title: petition.title,
    essence: petition.essence,
    demand: petition.demand,
    initiator: initiatorName(petition),
    publishedAt: publishedAt.toISOString(),
    endsOn,
    threshold,
    count: countOf(petition),
    reachedAt: petition.reachedAt?.toISOString() ?? null,
    dueOn: petition.dueOn,
    hearingOn: petition.hearingOn,
    reviewedOn: petition.reviewedOn,
    answer: answer && { ...answer, at: answer.at.toISOString() },
    appealNumber: petition.appealNumber,
    collectedBy: collectedBy && presentCollector(collectedBy),
  };
}
/** A petition as its author is told of it. */
export const presentOwnPetition = (petition: Petition): OwnPetition => {
  const { _id, number, status, title, essence, demand, dueOn, rejection, suggestions, version } = petition;
  return {
    id: String(_id),
    number,
    status,
    title,
    essence,
    demand,
    dueOn,
    rejection,
    suggestions: suggestions.map(({ text, at, revisedAt }) => ({
      text,
      at: at.toISOString(),
      revisedAt: revisedAt?.toISOString() ?? null,
    })),
    version,
  };
};
