import * as z from 'zod/mini';
import { APPEAL_KINDS, BENEFITS, REPLY_WAYS, STAFF_CHANNELS } from '#shared/domain/appeal.ts';
import { RECEIPT_REASONS } from '#shared/domain/receipt.ts';
import { caseNumber, code, email, even, id, legalDate, mobile, Point, text, words, wrong } from './fields.ts';

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

/**
 * Where it is: a point, a street of the gazetteer, a district, an address in words, or words that lead there. All absent: it is
 * about no place. Of what is given the finest counts; a pin is drawn for a point alone.
 */
const Place = z.strictObject({
  address: z.optional(text({ min: 2, max: 200 })),
  description: z.optional(text({ min: 2, max: 500 })),
  point: z.optional(Point),
  streetId: z.optional(z.string().check(z.regex(/^[\w-]{1,60}$/))),
  districtCode: z.optional(code()),
});

/** One who files together with the applicant and is owed an answer of their own (art. 5: a collective appeal). */
const CoApplicant = z.extend(Applicant, {
  phone: z.optional(mobile()),
  email: z.optional(email()),
});
/** Who files for the applicant, and by what paper (art. 16). */
const Representative = z.strictObject({
  lastName: text({ min: 1, max: 80 }),
  firstName: text({ min: 1, max: 80 }),
  patronymic: z.optional(text({ min: 1, max: 80 })),
  basis: text({ min: 5, max: 300 }),
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
  text: words({ min: 20, max: 5000 }),
  /** Answers to the questions of the category, by the question's code. */
  answers: z.optional(z.record(code(), text({ min: 1, max: 500 }))),
  place: z.optional(Place),
  contested: z.optional(Contested),
  applicant: Applicant,
  contact: Contact,
  coApplicants: z.optional(z.array(CoApplicant).check(z.maxLength(20))),
  representative: z.optional(Representative),
  benefit: z.optional(z.enum(BENEFITS)),
  /** Of somebody who helped to fill it in: never taken for the applicant's own. */
  helperPhone: z.optional(mobile()),
  replyBy: z._default(z.enum(REPLY_WAYS), 'page'),
  /** Consent to texts and to a nameless publication: both optional, neither needed for handling (Law 2297-VI, art. 11). */
  consents: z._default(
    z.strictObject({ sms: z._default(z.boolean(), false), publication: z._default(z.boolean(), false) }),
    { sms: false, publication: false },
  ),
};
type Filing = z.infer<ReturnType<typeof z.object<typeof filing>>>;

/** What no single field can say of how to reach a person: that there is a way, and one that fits the wished answer. */
const reachable = even(
  z.check<Partial<Pick<Filing, 'contact' | 'replyBy' | 'consents'>>>(({ value, issues }) => {
    const { contact, replyBy, consents } = value;
    const isWrong = (part: string): boolean => issues.some(({ path }) => path?.[0] === part);
    const refuse = (...[code, path]: Parameters<typeof wrong>) => issues.push({ ...wrong(code, path), input: value });
    if (!contact || isWrong('contact')) return;
    if (!Object.values(contact).some(Boolean)) return void refuse('contact.required', ['contact']);
    if (replyBy === 'email' && !contact.email) refuse('contact.for-reply', ['contact', 'email']);
    if (replyBy === 'post' && !contact.postal) refuse('contact.for-reply', ['contact', 'postal']);
    if (replyBy === 'phone' && !contact.phone && !contact.landline)
      refuse('contact.for-reply', ['contact', 'landline']);
    if (consents?.sms && !contact.phone) refuse('contact.for-sms', ['contact', 'phone']);
  }),
);

/** A complaint says what it is about. */
const complains = even(
  z.check<Partial<Filing>>(({ value: { kind, contested }, issues, value }) => {
    if (kind !== 'complaint' || contested || issues.some(({ path }) => path?.[0] === 'contested')) return;
    issues.push({ ...wrong('field.required', ['contested', 'decision']), input: value });
  }),
);

/** What a resident fills in. Unknown fields are refused, so a misspelt one is never lost in silence. */
export const NewAppeal = z.strictObject(filing).check(complains, reachable);
export type NewAppeal = z.infer<typeof NewAppeal>;

/** An earlier day on which it came in, from which the law's term runs (art. 20), what shows it, and the number that it was given in a journal on paper. */
const EarlierReceipt = z
  .strictObject({
    on: legalDate(),
    reasonCode: z.enum(RECEIPT_REASONS),
    explanation: z.optional(text({ min: 5, max: 500 })),
    number: z.optional(caseNumber()),
  })
  .check(
    even(
      z.check(({ value, issues }) => {
        if (value.reasonCode !== 'other' || value.explanation !== undefined) return;
        issues.push({ ...wrong('field.required', ['explanation']), input: value });
      }),
    ),
  );
export type EarlierReceipt = z.infer<typeof EarlierReceipt>;

/** What an operator enters for somebody who called, wrote or came. Without `received` it came in at this moment. */
export const EnteredAppeal = z
  .strictObject({ ...filing, channel: z.enum(STAFF_CHANNELS), received: z.optional(EarlierReceipt) })
  .check(complains, reachable);
export type EnteredAppeal = z.infer<typeof EnteredAppeal>;

/** What one who joins another's published case fills in: who they are and how to answer them. */
export const Joining = z
  .strictObject({
    applicant: Applicant,
    contact: Contact,
    replyBy: filing.replyBy,
    consents: z._default(z.strictObject({ sms: z._default(z.boolean(), false) }), { sms: false }),
  })
  .check(reachable as never);
export type Joining = z.infer<typeof Joining>;
