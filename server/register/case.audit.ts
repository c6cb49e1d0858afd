import type { Chain } from '#server/history/index.ts';
import { saltedDigest } from '#server/platform/secrets.ts';
import { type Answer, AnswerModel } from './answer.model.ts';
import { type Case, CaseModel } from './case.model.ts';
import { type Feedback, FeedbackModel } from './feedback.model.ts';
import { regimeOf } from './regime.ts';

/** The digests of the texts that each of these cases has now, by the case's id. */
async function digestsOf(cases: readonly Case[]): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const ids = cases.map(({ _id }) => _id);
  const [answers, feedback] = await Promise.all([
    AnswerModel.find({ caseId: { $in: ids } })
      .select('caseId salt text')
      .lean<Pick<Answer, 'caseId' | 'salt' | 'text'>[]>(),
    FeedbackModel.find({ caseId: { $in: ids } }).lean<Feedback[]>(),
  ]);
  const digests = new Map(cases.map((found) => [String(found._id), new Set([regimeOf(found.regime).digestOf(found)])]));
  for (const { caseId, salt, text } of answers) digests.get(String(caseId))?.add(saltedDigest(salt, text));
  for (const { caseId, salt, reason } of feedback) digests.get(String(caseId))?.add(saltedDigest(salt, reason ?? ''));
  return digests;
}

function faultOf(chain: Chain, found: Case | undefined, digests: ReadonlySet<string> = new Set()): string | null {
  if (!found) return 'there is no such case';
  if (found.status !== chain.at(-1)?.to) return 'its state is not where the last event left it';
  const isChanged = chain.some(({ docDigest }) => docDigest !== null && !digests.has(docDigest));
  return isChanged ? 'a text is not what the history says it was' : null;
}

/**
 * Whether cases are what their whole histories say: their states are the last events', and no text that an event names was
 * changed. Of each chain what is wrong, or null; of one that is about no case nothing is said.
 */
export async function auditCases(chains: readonly Chain[]): Promise<(string | null)[]> {
  const idOf = ([first]: Chain): string | null => (first?.subject.kind === 'case' ? first.subject.id : null);
  const ids = chains.flatMap((chain) => idOf(chain) ?? []);
  const cases = await CaseModel.find({ _id: { $in: ids } }).lean<Case[]>();
  const byId = new Map(cases.map((found) => [String(found._id), found]));
  const digests = await digestsOf(cases);
  return chains.map((chain) => {
    const id = idOf(chain);
    return id === null ? null : faultOf(chain, byId.get(id), digests.get(id));
  });
}
