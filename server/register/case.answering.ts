import { turnClocks } from '#server/deadlines/index.ts';
import { recordEvent } from '#server/history/index.ts';
import { legalDateOf } from '#server/platform/clock.ts';
import { Problem } from '#server/platform/problem.ts';
import type { Transaction } from '#server/platform/transaction.ts';
import { isTemplateVersion } from '#server/templates/index.ts';
import { type Answer, AnswerModel } from './answer.model.ts';
import { newAnswer, signatureBy } from './case.documents.ts';
import { asideEvent } from './case.history.ts';
import { type Case, CaseModel } from './case.model.ts';
import { type Effects, stepsOf } from './case.move.ts';
import { takeOutgoingNumber } from './case-codes.ts';
import { takeSignedFile } from './signed-file.model.ts';

/** A draft is a document of its own; a later one takes its place and the earlier stays on file. */
export const drafted: Effects = async (tx, actor, found, { answer }) => {
  if (!answer) throw new Error('a draft without its answer passed the shape');
  if (answer.template && !(await isTemplateVersion(answer.template, tx.session)))
    throw new Problem('fields.invalid', {
      errors: [{ in: 'body', path: 'answer.template', code: 'template.unknown' }],
    });
  const row = newAnswer(found._id, answer, { byId: actor.id, at: tx.at });
  await AnswerModel.create([row], { session: tx.session, ordered: true });
  return { change: { answerId: row._id }, docDigest: row.digest };
};

/** Those merged into a case get the same answer, each with their own number and link (design over arts. 15 and 18 of Law 393/96-ВР). */
async function answerMerged(tx: Transaction, actorId: string, primary: Case, answer: Answer): Promise<void> {
  const theirs = { links: { $elemMatch: { kind: 'mergedInto', id: primary._id } }, status: 'merged' } as const;
  const on = legalDateOf(tx.at);
  for (const found of await CaseModel.find(theirs).session(tx.session).lean<Case[]>()) {
    const clocks = turnClocks(found.clocks, 'met', { today: on });
    // Should they be parted, the answer stays theirs.
    const given = { clocks, result: answer.result, answeredOn: on, answerId: answer._id, statusBefore: 'answered' };
    const change = { ...given, steps: stepsOf({ ...found, ...given }, tx.at) };
    await CaseModel.updateOne({ _id: found._id }, { $set: change }, { session: tx.session });
    await recordEvent(tx, asideEvent({ ...found, ...change }, 'answered', { actorId, docDigest: answer.digest }));
  }
}

/**
 * The head signs the draft that was read: number and date of the letter are given now (art. 15(3) of Law 393/96-ВР), to the file
 * that was kept for it; an oral answer has none. What the letter promises gets a date of its own.
 */
export const answered: Effects = async (tx, actor, found, { signature }) => {
  const answer = await AnswerModel.findById(found.answerId).session(tx.session).lean<Answer>();
  if (!answer || !signature) throw new Error('signing without a draft passed the workflow');
  const on = legalDateOf(tx.at);
  const file = signature.fileId === undefined ? null : await takeSignedFile(tx, answer._id, signature.fileId);
  const outgoingNumber = await takeOutgoingNumber(tx);
  const signedBy = signatureBy(actor, { file, outgoingNumber, on });
  await AnswerModel.updateOne({ _id: answer._id }, { $set: { signed: signedBy } }, { session: tx.session });
  await answerMerged(tx, actor.id, found, answer);
  const promise = answer.followUpOn ? { on: answer.followUpOn, keptOn: null, moved: [] } : null;
  return { change: { result: answer.result, answeredOn: on, promise }, docDigest: answer.digest };
};
