import { staffNames } from '#server/identity/index.ts';
import type { Actor, Visitor } from '#server/platform/policy.ts';
import type { WaitingAnswer } from '#shared/contract/signature.ts';
import { MOST_SIGNED_AT_ONCE } from '#shared/domain/signature.ts';
import { type Answer, AnswerModel } from './answer.model.ts';
import { presentRow } from './case.row.ts';
import { casesOf } from './register.queries.ts';

/** The answers that wait for signature, soonest due first, as many at a time as can be signed at once. */
export async function waitingAnswers(
  viewer: Actor | Visitor,
  cursor: string | undefined,
): Promise<{ items: WaitingAnswer[]; next: string | null; total: number }> {
  const asked = { view: 'for_signature', sort: 'due', limit: MOST_SIGNED_AT_ONCE, cursor } as const;
  const { items, next, total } = await casesOf(viewer, asked);
  const ids = items.flatMap(({ answerId }) => answerId ?? []);
  const answers = await AnswerModel.find({ _id: { $in: ids } }).lean<Answer[]>();
  const names = await staffNames(answers.map(({ draftedById }) => draftedById));
  const byId = new Map(answers.map((answer) => [String(answer._id), answer]));
  const waiting = items.flatMap((found): WaitingAnswer[] => {
    const answer = byId.get(String(found.answerId));
    if (!answer) return [];
    const { text, result, appealRoute, draftedById } = answer;
    return [{ ...presentRow(found), answer: { text, result, appealRoute, draftedBy: names.get(draftedById) ?? '' } }];
  });
  return { items: waiting, next, total };
}
