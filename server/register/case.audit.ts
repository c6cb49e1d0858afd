import type { SealedEvent } from '#server/history/index.ts';
import { saltedDigest } from '#server/platform/secrets.ts';
import { type Answer, AnswerModel } from './answer.model.ts';
import { type Case, CaseModel } from './case.model.ts';
import { regimeOf } from './regime.ts';

/** The digests of the texts that a case has now. */
async function digestsOf(found: Case): Promise<Set<string>> {
  const answers = await AnswerModel.find({ caseId: found._id }).lean<Answer[]>();
  return new Set([
    regimeOf(found.regime).digestOf(found),
    ...answers.map(({ salt, text }) => saltedDigest(salt, text)),
  ]);
}

/** Whether a case is what its whole history says: its state is the last event's, and no text that an event names was changed. */
export async function auditCase(chain: readonly SealedEvent[]): Promise<string | null> {
  const last = chain.at(-1);
  const found = last && (await CaseModel.findById(last.subject.id).lean<Case>());
  if (!last || !found) return 'there is no such case';
  if (found.status !== last.to) return 'its state is not where the last event left it';
  const digests = await digestsOf(found);
  const isChanged = chain.some(({ docDigest }) => docDigest !== null && !digests.has(docDigest));
  return isChanged ? 'a text is not what the history says it was' : null;
}
