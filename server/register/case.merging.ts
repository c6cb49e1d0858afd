import { type ClientSession, Types } from 'mongoose';
import { type Clock, governingDate } from '#server/deadlines/index.ts';
import { recordEvent } from '#server/history/index.ts';
import { Problem } from '#server/platform/problem.ts';
import { currentKey, newSalt } from '#server/platform/secrets.ts';
import type { Transaction } from '#server/platform/transaction.ts';
import type { FieldCode } from '#shared/domain/problems.ts';
import { asideEvent, filedEvent } from './case.history.ts';
import { type Case, CaseModel, UNPUBLISHED } from './case.model.ts';
import type { Effects } from './case.move.ts';
import { takeCaseNumber, takeRegistrationIndex } from './case-codes.ts';
import { ParticipantModel } from './participant.model.ts';
import { partsCopied } from './participants.ts';
import { regimeOf } from './regime.ts';

const refusePrimary = (code: FieldCode): never => {
  throw new Problem('fields.invalid', { errors: [{ in: 'body', path: 'primaryNumber', code }] });
};
/** A case by its number as people write it; undefined where there is none. */
export const caseOfNumber = async (number: string, session: ClientSession): Promise<Case | undefined> =>
  (await CaseModel.findOne({ number: number.replace(/\s/g, '') })
    .session(session)
    .lean<Case>()) ?? undefined;
const intoWhich = ({ links }: Case) => links.find(({ kind }) => kind === 'mergedInto')?.id;

/** Gives a case other clocks for the sake of one that is merged into it or leaves it, and says so in its history. */
async function turnPrimary(
  tx: Transaction,
  actorId: string,
  primary: Case,
  { clocks, what }: { clocks: Clock[]; what: string },
): Promise<void> {
  const turned = { ...primary, clocks, dueOn: governingDate(clocks) };
  await CaseModel.updateOne({ _id: primary._id }, { $set: { clocks, dueOn: turned.dueOn } }, { session: tx.session });
  await recordEvent(tx, asideEvent(turned, what, { actorId, docDigest: null }));
}

/**
 * Merges a case into another that is being handled: one answer goes to the people of both, by the sooner of their terms. Two who
 * merge the same cases at once meet in MongoDB, which runs the second again.
 */
export const merged: Effects = async (tx, actor, found, { primaryNumber = '' }) => {
  const primary = await caseOfNumber(primaryNumber, tx.session);
  if (primary?._id.equals(found._id)) return refusePrimary('case.itself');
  if (!primary || primary.regime !== found.regime || primary.dueOn === null || primary.status === 'submitted')
    return refusePrimary('case.unknown');
  const held = { links: { $elemMatch: { kind: 'mergedInto', id: found._id } }, status: 'merged' } as const;
  if (await CaseModel.exists(held).session(tx.session))
    throw new Problem('move.refused', { from: found.status, verb: 'merge', reason: 'others-merged-in', allowed: [] });
  const theirs = found.clocks.flatMap((clock) =>
    clock.metOn ? [] : [{ ...clock, ofCaseId: String(found._id) } satisfies Clock],
  );
  await turnPrimary(tx, actor.id, primary, { clocks: [...primary.clocks, ...theirs], what: 'took-in' });
  const links: Case['links'] = [...found.links, { kind: 'mergedInto', id: primary._id }];
  return { change: { links, statusBefore: found.status, dueOn: null }, docDigest: null };
};

/** Parts a case from the one into which it was merged: its own term runs again, and an answer that it was given stays. */
export const unmerged: Effects = async (tx, actor, found) => {
  const primary = await CaseModel.findById(intoWhich(found)).session(tx.session).lean<Case>();
  if (primary) {
    const clocks = primary.clocks.filter(({ ofCaseId }) => ofCaseId !== String(found._id));
    await turnPrimary(tx, actor.id, primary, { clocks, what: 'let-go' });
  }
  const links = found.links.filter(({ kind }) => kind !== 'mergedInto');
  return { change: { links, statusBefore: null, dueOn: governingDate(found.clocks) }, docDigest: null };
};

/** Makes a part of a case a case of its own, registered with the same receipt and the same people, for others to answer. */
export const split: Effects = async (tx, actor, found, { part }) => {
  if (!part || !found.registrationIndex) throw new Error('a part without its words passed the shape');
  const { text, categoryCode, questionGroup } = part;
  const clocks = found.clocks.filter(({ metOn, ofCaseId }) => !metOn && !ofCaseId);
  const own: Case = {
    ...found,
    ...regimeOf(found.regime).worded(text, newSalt()),
    _id: new Types.ObjectId(),
    number: await takeCaseNumber(tx.at),
    registrationIndex: await takeRegistrationIndex(tx, found.registrationIndex.series),
    status: 'registered',
    clocks,
    dueOn: governingDate(clocks),
    executors: [],
    categoryCode,
    questionGroup,
    classification: found.classification && { ...found.classification, questionGroup },
    publication: UNPUBLISHED,
    links: [{ kind: 'partOf', id: found._id }],
    answerId: null,
    awaitingApplicantSince: null,
    marks: found.marks.filter((mark) => mark !== 'text_failed'),
    accessKeyId: currentKey('access-code'),
    accessVersion: 1,
    version: 1,
  };
  await CaseModel.create([own], { session: tx.session, ordered: true });
  const parts = await partsCopied(found._id, own._id, tx.session);
  await ParticipantModel.insertMany(parts, { session: tx.session });
  const docDigest = regimeOf(own.regime).digestOf(own);
  await recordEvent(tx, filedEvent(own, `${own.regime}.part-made`, { actorId: actor.id, docDigest }));
  return { change: {}, docDigest };
};
