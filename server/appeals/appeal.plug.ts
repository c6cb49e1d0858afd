import { Schema, type Types } from 'mongoose';
import { isWithin } from '#server/catalogue/index.ts';
import { saltedDigest } from '#server/platform/secrets.ts';
import type { Case, Regime } from '#server/register/index.ts';
import { type AppealKind, type PublicStatus, showsNumber } from '#shared/domain/appeal.ts';
import { APPEAL_WORKFLOW, type AppealStatus } from '#shared/domain/appeal-workflow.ts';
import type { LegalDate } from '#shared/domain/legal-clock/legal-date.ts';
import { AppealFields } from './appeal.fields.ts';

/** What a complaint contests; never handled by the department complained of or one below it. */
export interface Contested {
  decision: string;
  departmentId: Types.ObjectId | null;
  decidedOn: LegalDate | null;
  learnedOn: LegalDate | null;
}
/** What an appeal has beyond any case. */
export interface Appeal extends Case {
  status: AppealStatus;
  kind: AppealKind;
  text: string;
  /** History names the text by its digest under this salt. */
  textSalt: string;
  /** What was answered to the category's questions, by their codes. */
  answers: { question: string; answer: string }[];
  contested: Contested | null;
}
const words = { type: String, required: true } as const;
const date = { type: String, default: null } as const;
const contested = new Schema<Contested>(
  {
    decision: words,
    departmentId: { type: Schema.Types.ObjectId, default: null },
    decidedOn: date,
    learnedOn: date,
  },
  { _id: false },
);
const schema = new Schema<Pick<Appeal, 'kind' | 'text' | 'textSalt' | 'answers' | 'contested'>>({
  kind: words,
  text: words,
  textSalt: words,
  answers: [new Schema<Appeal['answers'][number]>({ question: words, answer: words }, { _id: false })],
  contested: { type: contested, default: null },
});

const IN_WORK: readonly AppealStatus[] = ['assigned', 'in_progress', 'on_site_check', 'answer_review', 'reopened'];
const RECEIVED: readonly AppealStatus[] = ['submitted', 'registered'];
/**
 * The public state of an appeal: of an answered one, what the signed answer came to, or the promise that it made; of a merged one,
 * the answer that it was given with the other, until then that it is in work.
 */
const publicStatus = ({ status, result, promise }: Pick<Appeal, 'status' | 'result' | 'promise'>): PublicStatus => {
  if (RECEIVED.includes(status)) return 'received';
  if (IN_WORK.includes(status)) return 'in_work';
  if (status === 'forwarded') return 'forwarded';
  if (status === 'merged') return result ?? 'in_work';
  if (status !== 'answered' && status !== 'closed') return 'not_considered';
  if (result === 'explained' && promise && !promise.keptOn) return 'planned';
  return result ?? 'received';
};

/** Citizens' appeals as a regime of the register. */
export const appealPlug: Regime<Appeal> = {
  name: 'appeal',
  workflow: APPEAL_WORKFLOW,
  schema,
  textOf: ({ text }) => text,
  textFields: ['text'],
  answersOf: ({ answers }) => answers,
  worded: (text, textSalt) => ({ text, textSalt }),
  digestOf: ({ textSalt, text }) => saltedDigest(textSalt, text),
  cardFields: AppealFields,
  publicStatus,
  guard: (verb, { kind, contested: complaint }, { departmentId, coExecutors = [], termination }) => {
    const against = complaint?.departmentId;
    // A complaint never goes to those it complains of, nor to those below them (Law 393/96-ВР, art. 7(4)).
    const chosen = [departmentId, ...coExecutors.map((co) => co.departmentId)];
    if (verb === 'assign' && against && chosen.some((id) => id && isWithin(id, String(against))))
      return 'contested-department';
    // Only a complaint can be late (art. 17); an application for administrative procedure is no complaint (art. 12(2)).
    if (verb === 'terminate' && termination?.ground === 'late' && kind !== 'complaint') return 'not-a-complaint';
    return verb === 'transfer' && kind !== 'application' ? 'not-an-application' : null;
  },
  notificationRules: {
    // The number and the date reach everybody once: those who saw them on the page get a letter that keeps them.
    'appeal.filed': { email: 'appeal.filed', when: ({ channel }) => showsNumber(channel as Case['channel']) },
    'appeal.received-earlier': 'none',
    'appeal.number-taken': 'none',
    'appeal.registered': {
      sms: 'appeal.registered',
      email: 'appeal.registered',
      when: ({ channel }) => !showsNumber(channel as Case['channel']),
    },
    'appeal.assigned': 'none',
    'appeal.accepted': 'none',
    'appeal.declined': 'none',
    'appeal.drafted': 'none',
    'appeal.reworked': 'none',
    'appeal.answered': { sms: 'appeal.answered', email: 'appeal.answered' },
    'appeal.closed': 'none',
    'appeal.reopened': 'none',
    'appeal.inspection-begun': 'none',
    'appeal.inspected': 'none',
    'appeal.extended': { sms: 'appeal.extended', email: 'appeal.extended', isGathered: true },
    'appeal.asked': { sms: 'appeal.question', email: 'appeal.question' },
    'appeal.replied': 'none',
    'appeal.interim': { email: 'appeal.interim' },
    'appeal.promise-kept': 'none',
    'appeal.dates-moved': 'none',
    'appeal.imported': 'none',
    'appeal.postponed': { email: 'appeal.postponed' },
    'appeal.forwarded': { sms: 'appeal.forwarded', email: 'appeal.forwarded' },
    'appeal.returned': { sms: 'appeal.returned', email: 'appeal.returned' },
    // Who wrote no name or address cannot be told (art. 8(1)); of the other decisions the applicant is (art. 8(3)).
    'appeal.terminated': {
      sms: 'appeal.terminated',
      email: 'appeal.terminated',
    },
    'appeal.withdrawn': { email: 'appeal.withdrawn' },
    'appeal.merged': 'none',
    'appeal.unmerged': 'none',
    'appeal.took-in': 'none',
    'appeal.let-go': 'none',
    'appeal.split': 'none',
    'appeal.part-made': { email: 'appeal.filed' },
    // Who signed the petition is told of it by the petition's own event.
    'appeal.converted': 'none',
    'appeal.reclassified': 'none',
    'appeal.transferred': { email: 'appeal.transferred' },
    'appeal.control-set': 'none',
    'appeal.published': 'none',
    'appeal.hidden': 'none',
    'appeal.joined': 'none',
    'appeal.confirmed': 'none',
    'appeal.disputed': 'none',
    'appeal.settled': 'none',
    'appeal.file-added': 'none',
    'appeal.file-removed': 'none',
    'appeal.photo-redacted': 'none',
    'appeal.texts-off': 'none',
    'appeal.texts-on': 'none',
    'appeal.posted': 'none',
    'appeal.mail-delivered': 'none',
    'appeal.mail-returned': 'none',
    'appeal.mail-again': 'none',
    'appeal.told': 'none',
    'appeal.call-unanswered': 'none',
    'appeal.call-refused': 'none',
    'appeal.wrong-number': 'none',
    'appeal.note-added': 'none',
    'appeal.note-edited': 'none',
    'appeal.note-withdrawn': 'none',
    'appeal.link-made': 'none',
    'appeal.link-revoked': 'none',
    'appeal.link-accepted': 'none',
    'appeal.link-drafted': 'none',
  },
};
