import type { HistoryEvent } from '#server/history/index.ts';
import type { EventKind, Move } from '#shared/domain/workflow.ts';
import { factsOf } from './case.facts.ts';
import type { Case } from './case.model.ts';

/** Who did it, null for a visitor, and the digest of the words that it brought or signed. */
interface Doing {
  actorId: string | null;
  docDigest: string | null;
}
const subjectOf = ({ _id }: Case): HistoryEvent['subject'] => ({ kind: 'case', id: String(_id) });

/** The first event of a case that was entered. Pure, like all of these: commands record them, import and seeding seal them. */
export const filedEvent = (entered: Case, kind: EventKind, { actorId, docDigest }: Doing): HistoryEvent => ({
  kind,
  subject: subjectOf(entered),
  actorId,
  from: null,
  to: entered.status,
  reasonCode: null,
  docDigest,
  facts: factsOf(entered),
});
/** The event of a case that was moved along an arrow. */
export const movedEvent = (
  moved: Case,
  { event, from }: Move,
  { actorId, docDigest, reasonCode }: Doing & { reasonCode: string | null },
): HistoryEvent => ({
  kind: event,
  subject: subjectOf(moved),
  actorId,
  from,
  to: moved.status,
  reasonCode,
  docDigest,
  facts: factsOf(moved),
});
/** The event of something that left a case where it was: `<regime>.<what>`. */
export const asideEvent = (found: Case, what: string, { actorId, docDigest }: Doing): HistoryEvent => ({
  kind: `${found.regime}.${what}`,
  subject: subjectOf(found),
  actorId,
  from: found.status,
  to: found.status,
  reasonCode: null,
  docDigest,
  facts: factsOf(found),
});
