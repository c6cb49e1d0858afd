import type { AppealView } from '#shared/contract/appeals.ts';
import { MoveBody } from '#shared/contract/move.ts';
import type { Case } from './case.model.ts';
import { type CaseDocument, CaseDocumentModel } from './case-document.model.ts';

/** Something that the city told an applicant beside the answer. */
export type Notice = NonNullable<AppealView['details']>['notices'][number];
type NoticeVerb = Notice['verb'];
type Words = Omit<Notice, 'verb' | 'at'>;
const NOTHING: Words = { text: null, ground: null, to: null, until: null, decision: null };

/** What of each move's input its applicant reads; the input lies as its shape in `MoveBody`. */
const READ: Readonly<Record<NoticeVerb, (input: unknown) => Partial<Words>>> = {
  extend: (input) => {
    const { until, reason } = MoveBody.shape.extension.parse(input) ?? {};
    return { until: until ?? null, text: reason ?? null };
  },
  ask: (input) => ({ text: String(input) }),
  reply: (input) => ({ text: String(input) }),
  interim: (input) => ({ text: String(input) }),
  postpone: (input) => {
    const { until, reason } = MoveBody.shape.promise.parse(input) ?? {};
    return { until: until ?? null, text: reason ?? null };
  },
  forward: (input) => {
    const { to, explanation } = MoveBody.shape.forwarding.parse(input) ?? {};
    return { to: to ?? null, text: explanation ?? null };
  },
  return: (input) => {
    const { ground, explanation } = MoveBody.shape.returning.parse(input) ?? {};
    return { ground: ground ?? null, text: explanation ?? null };
  },
  terminate: (input) => {
    const { ground, decision, explanation } = MoveBody.shape.termination.parse(input) ?? {};
    return { ground: ground ?? null, decision: decision ?? null, text: explanation ?? null };
  },
  withdraw: () => ({}),
  transfer: (input) => ({ text: String(input) }),
};
const isNotice = (verb: CaseDocument['verb']): verb is NoticeVerb => verb in READ;

/** What the city told the applicant of a case beside its answer: newest first. */
export async function noticesOf({ _id }: Pick<Case, '_id'>): Promise<Notice[]> {
  const rows = await CaseDocumentModel.find({ caseId: _id }).sort({ at: -1 }).lean<CaseDocument[]>();
  return rows.flatMap(({ verb, at, words }) =>
    isNotice(verb) ? [{ ...NOTHING, ...READ[verb](JSON.parse(words)), verb, at: at.toISOString() }] : [],
  );
}
