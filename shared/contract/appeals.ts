import * as z from 'zod/mini';
import { ANSWER_RESULTS, APPEAL_KINDS, PUBLIC_STATUSES } from '#shared/domain/appeal.ts';
import { AttachedFile, PublicPhoto } from './attachments.ts';
import { endpoint } from './endpoint.ts';
import { code, IdempotencyHeaders, id, legalDate, moment, Point, text } from './fields.ts';
import { EnteredAppeal, Joining, NewAppeal } from './filing.ts';
import { Signing } from './signing.ts';

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
  signing: Signing,
});
export type SignedAnswer = z.infer<typeof SignedAnswer>;

/** As whom somebody looks at a case: its applicant, one who joined, the owner of its phone, or anybody. */
const VIEWERS = ['applicant', 'joined', 'phone', 'public'] as const;

/** A case as this viewer may see it; what they may not see is null. */
export const AppealView = z.object({
  viewer: z.enum(VIEWERS),
  id: id(),
  number: z.string(),
  status: z.enum(PUBLIC_STATUSES),
  isOverdue: z.boolean(),
  receivedAt: moment(),
  dueOn: z.nullable(legalDate()),
  answeredOn: z.nullable(legalDate()),
  /** Null for the public. */
  kind: z.nullable(z.enum(APPEAL_KINDS)),
  categoryCode: code(),
  /** The main executor's name, once there is one. */
  department: z.nullable(z.string()),
  /** How many people brought it. */
  applicants: z.number(),
  /** When each public state was first reached, oldest first. */
  steps: z.array(z.object({ status: z.enum(PUBLIC_STATUSES), at: moment() })),
  /** The signed answer; for the applicant and those who joined. */
  answer: z.nullable(SignedAnswer),
  /** What everybody sees; null while that is nothing. */
  published: z.nullable(
    z.object({
      text: z.nullable(z.string()),
      answer: z.nullable(z.string()),
      address: z.nullable(z.string()),
      districtCode: z.nullable(code()),
      point: z.nullable(Point),
      photos: z.array(PublicPhoto),
    }),
  ),
  /** What the applicant alone sees, by the access code. */
  details: z.nullable(
    z.object({
      text: z.string(),
      answers: z.array(z.object({ question: code(), answer: z.string() })),
      place: z.object({
        address: z.nullable(z.string()),
        description: z.nullable(z.string()),
        point: z.nullable(Point),
        districtCode: z.nullable(code()),
      }),
      files: z.array(AttachedFile),
      /** Whether the applicant can still take it back. */
      mayWithdraw: z.boolean(),
      /** Whether the city waits for the applicant's answer to what it asked. */
      isAsked: z.boolean(),
      /** What the city told beside the answer, and what it was told in return, newest first. */
      notices: z.array(
        z.object({
          verb: z.enum([
            'extend',
            'ask',
            'reply',
            'interim',
            'postpone',
            'forward',
            'return',
            'terminate',
            'withdraw',
            'transfer',
          ]),
          at: moment(),
          text: z.nullable(z.string()),
          ground: z.nullable(z.enum(['formal', 'insufficient', 'anonymous', 'repeat', 'late', 'incapacity'])),
          /** The body to which it was forwarded. */
          to: z.nullable(z.string()),
          until: z.nullable(legalDate()),
          decision: z.nullable(z.object({ number: z.string(), on: legalDate() })),
        }),
      ),
      /** Whether the applicant is asked «Чи вирішено?» now, until when, and what they have said. */
      feedback: z.object({
        isAsked: z.boolean(),
        until: z.nullable(legalDate()),
        verdict: z.nullable(z.enum(['resolved', 'not_resolved'])),
      }),
    }),
  ),
});
export type AppealView = z.infer<typeof AppealView>;

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
/** What one who joined takes away: `accessCode` is their own, and opens what is public of the case and the answer. */
const JoinedAppeal = z.object({
  id: id(),
  number: z.string(),
  accessCode: z.string(),
  dueOn: z.nullable(legalDate()),
});
/** Joining another's appeal, published and not answered yet. */
export const joinAppeal = endpoint({
  method: 'POST',
  path: '/api/v1/appeals/{id}/join',
  summary: 'Become a co-applicant of a published appeal, with an answer of one’s own',
  params: z.object({ id: id() }),
  headers: IdempotencyHeaders,
  body: Joining,
  replies: { 201: JoinedAppeal },
  problems: ['move.refused', 'idempotency.reused'],
  permission: 'anyone',
});
/** One case, for its applicant. */
export const readAppeal = endpoint({
  method: 'GET',
  path: '/api/v1/appeals/{id}',
  summary: 'One appeal, as whoever asks may see it: its applicant whole, anybody what was published',
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

const own = { params: z.object({ id: id() }), replies: { 200: AppealView }, permission: 'anyone' } as const;
/** «Так, вирішено»: the applicant says that the matter is settled. */
export const confirmAppeal = endpoint({
  method: 'POST',
  path: '/api/v1/appeals/{id}/resolved',
  summary: 'The applicant confirms that the matter is settled',
  problems: ['move.refused'],
  ...own,
});
/** Why the applicant holds that it is not settled. */
export const Dispute = z.strictObject({ reason: text({ min: 10, max: 2000 }) });
/** «Ні, не вирішено»: a request to reopen; no complaint in the sense of the law. */
export const disputeAppeal = endpoint({
  method: 'POST',
  path: '/api/v1/appeals/{id}/not-resolved',
  summary: 'The applicant says why the matter is not settled, within ten days of the answer',
  body: Dispute,
  problems: ['move.refused'],
  ...own,
});
/** Why the applicant takes the appeal back. */
export const Withdrawal = z.strictObject({ explanation: text({ min: 10, max: 2000 }) });
/** «Відкликати звернення»: the applicant wants no answer any more; nothing prevents a new appeal on the same matter. */
export const withdrawAppeal = endpoint({
  method: 'POST',
  path: '/api/v1/appeals/{id}/withdraw',
  summary: 'The applicant withdraws the appeal, while it is not answered',
  body: Withdrawal,
  problems: ['move.refused'],
  ...own,
});
/** What the applicant says to the city's question. */
export const Reply = z.strictObject({ reply: text({ min: 2, max: 5000 }) });
/** The answer to what an executor asked; the clock has not stopped for it. */
export const replyToCity = endpoint({
  method: 'POST',
  path: '/api/v1/appeals/{id}/reply',
  summary: 'The applicant answers what the city asked, while it waits for that',
  body: Reply,
  problems: ['move.refused'],
  ...own,
});
