import { currentSettings } from '#server/calendar/index.ts';
import { reckonTerm } from '#server/deadlines/index.ts';
import { recordEvent } from '#server/history/index.ts';
import { legalDateOf } from '#server/platform/clock.ts';
import { type Actor, inPlaceOf, type Visitor } from '#server/platform/policy.ts';
import { Problem } from '#server/platform/problem.ts';
import type { Transaction } from '#server/platform/transaction.ts';
import { transaction } from '#server/platform/transaction.ts';
import type { PetitionVerb } from '#shared/domain/petition-workflow.ts';
import { charterNow } from '../charter.ts';
import { councilEvent } from '../council.ts';
import { collectorOf, termsOfForwarded } from '../forwarded.parts.ts';
import { authorOf } from '../new-petition.ts';
import { type Petition, PetitionModel } from '../petition.model.ts';
import { decidePetitionMove, type PetitionMoveRequest, petitionMovedBy } from '../petition.move.ts';
import { petitionPolicy } from '../petition.policy.ts';
import { stemsOfPetition } from '../petitions.queries.ts';

type Effect = (
  tx: Transaction,
  found: Petition,
  request: PetitionMoveRequest,
  actorId: string | null,
) => Partial<Petition> | Promise<Partial<Petition>>;
const nothing: Effect = () => ({});

const suggested: Effect = ({ at }, { suggestions }, { suggestion }, actorId) =>
  suggestion && actorId
    ? { suggestions: [...suggestions, { text: suggestion, at, byId: actorId, revisedAt: null }] }
    : {};
/** The author's new words answer whatever was suggested before. */
const revised: Effect = ({ at }, { suggestions }, { revision }) =>
  revision
    ? {
        ...revision,
        stems: stemsOfPetition(revision),
        suggestions: suggestions.map((one) => ({ ...one, revisedAt: one.revisedAt ?? at })),
      }
    : {};

/** What is published collects from that day on, by the charter and the numbers of law of that day. */
const published: Effect = ({ at }) => {
  const { threshold, version } = charterNow();
  const on = legalDateOf(at);
  const { reckoning } = reckonTerm({ rule: 'petition.collection', receivedOn: on, calendar: 'dated' });
  return { publishedAt: at, endsOn: reckoning.dueLegal, threshold, charterVersion: version };
};
const merged: Effect = async ({ session }, _, { primaryNumber = 0 }) => {
  const into = await PetitionModel.findOne({ number: primaryNumber, status: { $ne: 'unconfirmed' } })
    .session(session)
    .lean();
  if (!into)
    throw new Problem('fields.invalid', { errors: [{ in: 'body', path: 'primaryNumber', code: 'petition.unknown' }] });
  return { mergedInto: primaryNumber };
};
const answered: Effect = ({ at }, { reviewedOn }, { answer }) => {
  if (!answer) return {};
  const { decision, reasons, measures = null, unit = null, followUps } = answer;
  return {
    answer: { decision, reasons, measures, unit, followUps: followUps.map((one) => ({ ...one, keptOn: null })), at },
    reviewedOn: reviewedOn ?? legalDateOf(at),
  };
};
const kept: Effect = ({ at }, { answer }, { promise }) => ({
  answer: answer && {
    ...answer,
    followUps: answer.followUps.map((one, i) =>
      i === promise ? { ...one, keptOn: one.keptOn ?? legalDateOf(at) } : one,
    ),
  },
});
/** The terms begin anew by what is right; the council hears again where its own dates follow from that. */
const corrected: Effect = async (tx, found, { correction }) => {
  const { collectedBy } = found;
  if (!correction || !collectedBy) return {};
  const id = String(found._id);
  const { title, essence, demand } = correction;
  const change = {
    ...termsOfForwarded(correction),
    ...{ title, essence, demand, stems: stemsOfPetition(correction) },
    initiator: { ...found.initiator, ...authorOf(correction, id) },
    collectedBy: { id: collectedBy.id, ...collectorOf(correction, id) },
    settingsVersion: currentSettings().version,
  };
  if (change.dueOn !== found.dueOn) await tx.record([councilEvent({ ...found, ...change }, 'petition.council-all')]);
  return change;
};
const EFFECTS: Readonly<Partial<Record<PetitionVerb, Effect>>> = {
  suggest: suggested,
  revise: revised,
  publish: published,
  reject: (_, __, { rejection = null }) => ({ rejection }),
  merge: merged,
  correct: corrected,
  declare: ({ at }) => ({ reachedAt: at }),
  prolong: (_, __, { hearing }) => ({ hearingOn: hearing?.on ?? null }),
  conclude: (_, __, { reviewedOn = null }) => ({ reviewedOn }),
  answer: answered,
  keep: kept,
};

/** Moves a petition inside a transaction that does more than that; `more` is what else of it changes. */
export async function movePetitionIn(
  begun: Transaction,
  actor: Actor,
  found: Petition,
  request: PetitionMoveRequest,
  more: Partial<Petition> = {},
): Promise<Petition> {
  const arrow = decidePetitionMove(actor, found, request);
  const tx = { ...begun, place: inPlaceOf(actor, petitionPolicy, arrow.permission, found) };
  const actorId = actor.kind === 'staff' ? actor.id : null;
  const change = { ...(await (EFFECTS[arrow.verb] ?? nothing)(tx, found, request, actorId)), ...more };
  const { moved, changes, event } = petitionMovedBy(arrow, found, { request, change, actorId, at: tx.at });
  await PetitionModel.updateOne({ _id: found._id }, { $set: changes }, { session: tx.session });
  await recordEvent(tx, event);
  return moved;
}

/** A move of one petition, by its id, as somebody asks for it. */
export interface MovePetition extends PetitionMoveRequest {
  petitionId: string;
}
/** Moves a petition along its workflow, in one transaction with its history. Refuses in the order that `decidePetitionMove` keeps. */
export const movePetition = (actor: Actor | Visitor, { petitionId, ...request }: MovePetition): Promise<Petition> =>
  transaction(async (tx) => {
    const found = await PetitionModel.findById(petitionId).session(tx.session).lean<Petition>();
    if (!found || !actor) throw new Problem('not-found');
    return movePetitionIn(tx, actor, found, request);
  });
