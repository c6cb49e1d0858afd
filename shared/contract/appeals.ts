import * as z from 'zod/mini';
import { ANSWER_RESULTS, APPEAL_KINDS, PUBLIC_STATUSES, REPLY_WAYS, STAFF_CHANNELS } from '#shared/domain/appeal.ts';
import { endpoint } from './endpoint.ts';
import { code, email, even, id, legalDate, mobile, moment, text, wrong } from './fields.ts';

/** Who appeals: what the law demands of an appeal and no more (Law 393/96-ВР, art. 5). */
export const Applicant = z.strictObject({
  lastName: text({ min: 1, max: 80 }),
  firstName: text({ min: 1, max: 80 }),
  /** Absent where a person has none. */
  patronymic: z.optional(text({ min: 1, max: 80 })),
  residence: text({ min: 5, max: 300 }),
});
export type Applicant = z.infer<typeof Applicant>;

/** How the applicant can be reached; any one is enough (art. 5(7)). */
export const Contact = z.strictObject({
  phone: z.optional(mobile()),
  email: z.optional(email()),
  landline: z.optional(text({ min: 5, max: 30 })),
  postal: z.optional(text({ min: 5, max: 300 })),
});
export type Contact = z.infer<typeof Contact>;

/** Where it is: an address, or words that lead there. Both absent: it is about no place. */
const Place = z.strictObject({
  address: z.optional(text({ min: 2, max: 200 })),
  description: z.optional(text({ min: 2, max: 500 })),
});

/** What a complaint contests (arts. 3, 16, 17). It never goes to the department complained of (art. 7(4)). */
const Contested = z.strictObject({
  decision: text({ min: 5, max: 1000 }),
  departmentId: z.optional(id()),
  decidedOn: z.optional(legalDate()),
  learnedOn: z.optional(legalDate()),
});

const filing = {
  kind: z.enum(APPEAL_KINDS),
  categoryCode: code(),
  text: text({ min: 20, max: 5000 }),
  place: z.optional(Place),
  contested: z.optional(Contested),
  applicant: Applicant,
  contact: Contact,
  replyBy: z._default(z.enum(REPLY_WAYS), 'page'),
  /** Consent to texts and to a nameless publication: both optional, neither needed for handling (Law 2297-VI, art. 11). */
  consents: z._default(
    z.strictObject({ sms: z._default(z.boolean(), false), publication: z._default(z.boolean(), false) }),
    { sms: false, publication: false },
  ),
};
type Filing = z.infer<ReturnType<typeof z.object<typeof filing>>>;

/** What no single field can say: a way to reach the person, one that fits the wished answer, and what is complained of. */
const whole = even(
  z.check<Partial<Filing>>(({ value, issues }) => {
    const { contact, replyBy, kind, contested, consents } = value;
    const isWrong = (part: string): boolean => issues.some(({ path }) => path?.[0] === part);
    const refuse = (...[code, path]: Parameters<typeof wrong>) => issues.push({ ...wrong(code, path), input: value });
    if (kind === 'complaint' && !contested && !isWrong('contested'))
      refuse('field.required', ['contested', 'decision']);
    if (!contact || isWrong('contact')) return;
    if (!Object.values(contact).some(Boolean)) return void refuse('contact.required', ['contact']);
    if (replyBy === 'email' && !contact.email) refuse('contact.for-reply', ['contact', 'email']);
    if (replyBy === 'post' && !contact.postal) refuse('contact.for-reply', ['contact', 'postal']);
    if (replyBy === 'phone' && !contact.phone && !contact.landline)
      refuse('contact.for-reply', ['contact', 'landline']);
    if (consents?.sms && !contact.phone) refuse('contact.for-sms', ['contact', 'phone']);
  }),
);

/** What a resident fills in. Unknown fields are refused, so a misspelt one is never lost in silence. */
export const NewAppeal = z.strictObject(filing).check(whole);
export type NewAppeal = z.infer<typeof NewAppeal>;

/** What an operator enters for somebody who called, wrote or came. */
const EnteredAppeal = z.strictObject({ ...filing, channel: z.enum(STAFF_CHANNELS) }).check(whole);
export type EnteredAppeal = z.infer<typeof EnteredAppeal>;

/** The applicant's receipt. `accessCode` opens this one case without an account. */
export const FiledAppeal = z.object({
  id: id(),
  number: z.string(),
  accessCode: z.string(),
  status: z.enum(PUBLIC_STATUSES),
  receivedAt: moment(),
  dueOn: z.nullable(legalDate()),
});
export type FiledAppeal = z.infer<typeof FiledAppeal>;

/** A signed answer as the applicant reads it. */
export const SignedAnswer = z.object({
  text: z.string(),
  result: z.enum(ANSWER_RESULTS),
  /** How to contest it; always there when the answer is a refusal (art. 15(4)). */
  appealRoute: z.nullable(z.string()),
  outgoingNumber: z.string(),
  signedOn: legalDate(),
  signatory: z.string(),
});
export type SignedAnswer = z.infer<typeof SignedAnswer>;

/** A case as its applicant sees it. `details` is null for one who proved the phone but holds no access code. */
export const AppealView = z.object({
  id: id(),
  number: z.string(),
  status: z.enum(PUBLIC_STATUSES),
  isOverdue: z.boolean(),
  receivedAt: moment(),
  dueOn: z.nullable(legalDate()),
  answeredOn: z.nullable(legalDate()),
  kind: z.enum(APPEAL_KINDS),
  categoryCode: code(),
  /** The main executor's name, once there is one. */
  department: z.nullable(z.string()),
  /** When each public state was first reached, oldest first. */
  steps: z.array(z.object({ status: z.enum(PUBLIC_STATUSES), at: moment() })),
  details: z.nullable(
    z.object({
      text: z.string(),
      place: z.object({ address: z.nullable(z.string()), description: z.nullable(z.string()) }),
      answer: z.nullable(SignedAnswer),
    }),
  ),
});
export type AppealView = z.infer<typeof AppealView>;

/** The header that makes a repeated filing harmless (draft-ietf-httpapi-idempotency-key-header). */
const IdempotencyHeaders = z.object({
  'idempotency-key': z.optional(z.string().check(z.minLength(8), z.maxLength(200))),
});

/** Filing never waits for a code or an account (Law 393/96-ВР, arts. 5, 7). */
export const fileAppeal = endpoint({
  method: 'POST',
  path: '/api/v1/appeals',
  summary: 'Put an appeal before the city, with or without a session',
  headers: IdempotencyHeaders,
  body: NewAppeal,
  replies: { 201: FiledAppeal },
  problems: ['idempotency.reused'],
  permission: 'anyone',
});
/** One case, for its applicant. */
export const readAppeal = endpoint({
  method: 'GET',
  path: '/api/v1/appeals/{id}',
  summary: 'One appeal, as its applicant may see it',
  params: z.object({ id: id() }),
  replies: { 200: AppealView },
  problems: [],
  permission: 'anyone',
});
/** The cases of whoever asks. */
export const myAppeals = endpoint({
  method: 'GET',
  path: '/api/v1/my/appeals',
  summary:
    'Numbers and states of the cases of the last twelve months of the phone that was proved, and of opened cases',
  replies: { 200: z.object({ items: z.array(AppealView), next: z.null() }) },
  problems: [],
  permission: 'anyone',
});
/** Intake at the desk. */
export const enterAppeal = endpoint({
  method: 'POST',
  path: '/api/v1/register/appeals',
  summary: 'Enter an appeal for somebody who called, wrote or came',
  headers: IdempotencyHeaders,
  body: EnteredAppeal,
  replies: { 201: FiledAppeal },
  problems: ['idempotency.reused'],
  permission: 'case.enter',
});
