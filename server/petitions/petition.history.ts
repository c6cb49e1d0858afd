import type { HistoryEvent } from '#server/history/index.ts';
import { saltedDigest } from '#server/platform/secrets.ts';
import type { RemovalReason, Suspicion } from '#shared/domain/petition.ts';
import type { PetitionMove } from '#shared/domain/petition-workflow.ts';
import type { Petition } from './petition.model.ts';

/** What outbox and history know a petition as. */
export const subjectOf = ({ _id }: Pick<Petition, '_id'>) => ({ kind: 'petition', id: String(_id) });
const digestOf = ({ textSalt, title, essence, demand, answer, suggestions, collectedBy }: Petition): string => {
  const suggested = suggestions.map(({ text }) => text);
  const answered = answer && [answer.reasons, answer.measures];
  const collected = collectedBy ? [collectedBy.name, collectedBy.url] : [];
  return saltedDigest(textSalt, JSON.stringify([title, essence, demand, answered, ...suggested, ...collected]));
};

/** What a move says in history and to whoever is told of it: numbers, dates and states, nobody's name and no words. */
export const petitionEvent = (
  moved: Petition,
  arrow: Pick<PetitionMove, 'event' | 'to'> & { from: PetitionMove['from'] | null },
  { actorId, reasonCode = null }: { actorId: string | null; reasonCode?: string | null },
): HistoryEvent => ({
  kind: arrow.event,
  subject: subjectOf(moved),
  actorId,
  from: arrow.from,
  to: arrow.to,
  reasonCode,
  docDigest: digestOf(moved),
  facts: {
    number: moved.number === null ? null : String(moved.number),
    dueOn: moved.dueOn,
    endsOn: moved.endsOn,
    threshold: moved.threshold === null ? null : String(moved.threshold),
    decision: moved.answer?.decision ?? null,
    appealNumber: moved.appealNumber,
  },
});

/** What becomes of signatures at a moderator's word: how many, and of what kind or why; whoever signed is named by nobody. */
export const signaturesEvent = (
  petition: Petition,
  kind: 'petition.signatures-released' | 'petition.signatures-removed',
  {
    actorId,
    count,
    reasonCode,
    explanation = null,
  }: { actorId: string; count: number; reasonCode: Suspicion | RemovalReason; explanation?: string | null },
): HistoryEvent => ({
  kind,
  subject: subjectOf(petition),
  actorId,
  from: null,
  to: null,
  reasonCode,
  docDigest: explanation === null ? null : saltedDigest(petition.textSalt, explanation),
  facts: { number: petition.number, count },
});
