import type { HistoryEvent } from '#server/history/index.ts';
import { saltedDigest } from '#server/platform/secrets.ts';
import type { PetitionMove } from '#shared/domain/petition-workflow.ts';
import type { Petition } from './petition.model.ts';

/** What outbox and history know a petition as. */
export const subjectOf = ({ _id }: Pick<Petition, '_id'>) => ({ kind: 'petition', id: String(_id) });
const digestOf = ({ textSalt, title, essence, demand, answer }: Petition): string =>
  saltedDigest(textSalt, JSON.stringify([title, essence, demand, answer && [answer.reasons, answer.measures]]));

/** What a move says in history and to whoever is told of it: numbers, dates and states, nobody's name and no words. */
export const petitionEvent = (
  moved: Petition,
  arrow: Pick<PetitionMove, 'event' | 'from' | 'to'>,
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
