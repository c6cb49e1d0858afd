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

const IN_WORK: readonly AppealStatus[] = ['assigned', 'in_progress', 'answer_review', 'reopened'];
/** The public state of an appeal: of an answered one, what the signed answer came to. */
const publicStatus = ({ status, result }: Pick<Appeal, 'status' | 'result'>): PublicStatus => {
  if (IN_WORK.includes(status)) return 'in_work';
  return (status === 'answered' || status === 'closed') && result ? result : 'received';
};

/** Citizens' appeals as a regime of the register. */
export const appealPlug: Regime<Appeal> = {
  name: 'appeal',
  workflow: APPEAL_WORKFLOW,
  schema,
  textOf: ({ text }) => text,
  answersOf: ({ answers }) => answers,
  digestOf: ({ textSalt, text }) => saltedDigest(textSalt, text),
  cardFields: AppealFields,
  publicStatus,
  guard: (verb, { contested: complaint }, { departmentId }) => {
    const against = complaint?.departmentId;
    // A complaint never goes to those it complains of, nor to those below them (Law 393/96-ВР, art. 7(4)).
    const isTheirs = verb === 'assign' && against && departmentId && isWithin(departmentId, String(against));
    return isTheirs ? 'contested-department' : null;
  },
  notificationRules: {
    // The number and the date reach everybody once: those who saw them on the page get a letter that keeps them.
    'appeal.filed': { email: 'appeal.filed', when: ({ channel }) => showsNumber(channel as Case['channel']) },
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
    'appeal.published': 'none',
    'appeal.hidden': 'none',
    'appeal.joined': 'none',
    'appeal.confirmed': 'none',
    'appeal.disputed': 'none',
    'appeal.settled': 'none',
    'appeal.file-added': 'none',
    'appeal.file-removed': 'none',
    'appeal.photo-redacted': 'none',
  },
};
