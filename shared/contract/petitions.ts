import * as z from 'zod/mini';
import { PUBLIC_STATUSES } from '#shared/domain/appeal.ts';
import { PETITION_DECISIONS, SIGNING_METHODS } from '#shared/domain/petition.ts';
import { PUBLIC_PETITION_STATUSES } from '#shared/domain/petition-workflow.ts';
import { endpoint } from './endpoint.ts';
import { email, IdempotencyHeaders, id, legalDate, mobile, moment, text, words, wrong } from './fields.ts';
import { OwnPetition, PetitionWords } from './own-petition.ts';

/** A name as the law has it shown: surname, name, patronymic where there is one. */
export const PublicName = {
  lastName: words({ min: 1, max: 80 }),
  firstName: words({ min: 1, max: 80 }),
  patronymic: z.optional(words({ min: 1, max: 80 })),
};
/** A tick that nothing goes on without. */
const ticked = () =>
  z.boolean().check(
    z.check((ctx) => {
      if (!ctx.value) ctx.issues.push({ ...wrong('signer.unconfirmed'), input: ctx.value });
    }),
  );

/** What the author writes (Law 393/96-ВР, art. 23-1: the essence, the name and an e-mail address). */
export const NewPetition = z.strictObject({
  ...PetitionWords,
  ...PublicName,
  email: email(),
  phone: z.optional(mobile()),
  /** Consent to texts about it; needs a phone. */
  sms: z._default(z.boolean(), false),
  /** That the author answers for the contents and knows that name and words will be public. */
  isAgreed: ticked(),
});
export type NewPetition = z.infer<typeof NewPetition>;

/** What a signer says; how they proved who they are comes beside it. */
const SignerWords = {
  ...PublicName,
  /** That they may sign: a citizen, or one of the community. */
  isEntitled: ticked(),
};
/** What the page of signing asks for: the mobile that proves the signer, and whether it is to get news of the petition. */
export const SignerForm = z.strictObject({ ...SignerWords, phone: mobile(), news: z._default(z.boolean(), false) });

const Count = z.object({
  /** All signatures that count; where an association collected them, as many as it says, and by no method of ours. */
  signatures: z.number(),
  eid: z.number(),
  sms: z.number(),
});
/** What everybody may see of a petition. */
export const PublicPetition = z.object({
  id: id(),
  number: z.number(),
  status: z.enum(PUBLIC_PETITION_STATUSES),
  title: z.string(),
  essence: z.string(),
  demand: z.string(),
  initiator: z.string(),
  publishedAt: moment(),
  endsOn: legalDate(),
  threshold: z.number(),
  count: Count,
  reachedAt: z.nullable(moment()),
  dueOn: z.nullable(legalDate()),
  hearingOn: z.nullable(legalDate()),
  reviewedOn: z.nullable(legalDate()),
  answer: z.nullable(
    z.object({
      decision: z.enum(PETITION_DECISIONS),
      reasons: z.string(),
      measures: z.nullable(z.string()),
      unit: z.nullable(z.string()),
      followUps: z.array(z.object({ on: legalDate(), what: z.string(), keptOn: z.nullable(legalDate()) })),
      at: moment(),
    }),
  ),
  appealNumber: z.nullable(z.string()),
  /** The civic association that collected the signatures on its own site; null where they are given here. */
  collectedBy: z.nullable(
    z.object({
      name: z.string(),
      /** Its page with those who signed. */
      url: z.string(),
      startedOn: legalDate(),
      sentOn: legalDate(),
      receivedOn: legalDate(),
    }),
  ),
});
export type PublicPetition = z.infer<typeof PublicPetition>;
/** How the appeal that a petition became is getting on, as far as everybody may see that case. */
const AppealOfPetition = z.object({
  status: z.enum(PUBLIC_STATUSES),
  isOverdue: z.boolean(),
  receivedAt: moment(),
  dueOn: z.nullable(legalDate()),
  answeredOn: z.nullable(legalDate()),
  /** Its words, where they were published. */
  answer: z.nullable(z.string()),
});
export type AppealOfPetition = z.infer<typeof AppealOfPetition>;

/** Groups of states under which the public list shows petitions. */
export const PETITION_GROUPS = ['collecting', 'reached', 'answered', 'appeals', 'all'] as const;
export type PetitionGroup = (typeof PETITION_GROUPS)[number];
export const PETITION_ORDERS = ['new', 'signed', 'ending'] as const;
export type PetitionOrder = (typeof PETITION_ORDERS)[number];
export const PetitionQuery = z.strictObject({
  group: z._default(z.enum(PETITION_GROUPS), 'collecting'),
  order: z._default(z.enum(PETITION_ORDERS), 'new'),
  q: z._default(text({ min: 0, max: 200 }), ''),
  page: z._default(z.coerce.number().check(z.int(), z.gte(1), z.lte(10_000)), 1),
});
export type PetitionQuery = z.infer<typeof PetitionQuery>;

/** One line of the list of signers: who and when, as the law has it shown. */
const Signer = z.object({
  place: z.number(),
  /** Null once it counts no longer. */
  name: z.nullable(z.string()),
  at: z.nullable(moment()),
  method: z.nullable(z.enum(SIGNING_METHODS)),
});
/** The city's seal: Ed25519 under the public key of that id. */
const seal = { keyId: z.string(), signature: z.string() };
/** What a signer takes away. */
const SignatureReceipt = z.object({
  id: id(),
  petition: z.number(),
  at: moment(),
  method: z.enum(SIGNING_METHODS),
  /** The hash by which the signature stands in the public list. */
  leaf: z.string(),
  /** False where this person had signed before. */
  isNew: z.boolean(),
  ...seal,
});
export type SignatureReceipt = z.infer<typeof SignatureReceipt>;

/** That a leaf stands in the public list: RFC 6962, section 2.1.1. */
const SignatureProof = z.object({
  petition: z.number(),
  place: z.number(),
  size: z.number(),
  root: z.string(),
  /** The nearest node first. */
  path: z.array(z.string()),
  ...seal,
});
export type SignatureProof = z.infer<typeof SignatureProof>;

/** A one-time code as people type it. */
const digits = () =>
  z.string().check(
    z.overwrite((s) => s.replace(/\s/g, '')),
    z.regex(/^\d{6}$/),
  );
const byNumber = z.object({ number: z.string().check(z.regex(/^[1-9]\d{0,8}$/)) });
const byId = z.object({ id: id() });
const CodeOnItsWay = z.object({ id: id(), expiresAt: moment(), resendAt: moment() });

export const writePetition = endpoint({
  method: 'POST',
  path: '/api/v1/petitions',
  summary: 'Write a petition; a code goes to its author by e-mail, and another to the phone where texts are wished',
  headers: IdempotencyHeaders,
  body: NewPetition,
  replies: { 201: CodeOnItsWay },
  problems: ['idempotency.reused', 'too-many-requests'],
  permission: 'anyone',
});
export const sendPetitionCode = endpoint({
  method: 'POST',
  path: '/api/v1/petitions/{id}/codes',
  summary: 'Send the author of an unsent petition another code',
  params: byId,
  replies: { 202: CodeOnItsWay },
  problems: ['move.refused', 'too-many-requests'],
  permission: 'anyone',
});
export const confirmPetition = endpoint({
  method: 'POST',
  path: '/api/v1/petitions/{id}/confirm',
  summary: 'Send a petition by the code from the letter; the council has two working days from then',
  params: byId,
  body: z.strictObject({
    code: digits(),
    /** Of the text, where the author left a mobile for texts; without it none are sent. */
    phoneCode: z.optional(digits()),
  }),
  replies: { 200: OwnPetition },
  problems: ['move.refused', 'code.exhausted'],
  permission: 'anyone',
});
export const listPetitions = endpoint({
  method: 'GET',
  path: '/api/v1/petitions',
  summary: 'Published petitions',
  query: PetitionQuery,
  replies: {
    200: z.object({ items: z.array(PublicPetition), total: z.number(), page: z.number(), pages: z.number() }),
  },
  problems: [],
  permission: 'anyone',
});
export const readPetition = endpoint({
  method: 'GET',
  path: '/api/v1/petitions/{number}',
  summary: 'One published petition with the count of its signatures, and what is public of the appeal that it became',
  params: byNumber,
  replies: { 200: z.extend(PublicPetition, { appeal: z.nullable(AppealOfPetition) }) },
  problems: [],
  permission: 'anyone',
});
export const listSigners = endpoint({
  method: 'GET',
  path: '/api/v1/petitions/{number}/signatures',
  summary: 'Who signed a petition and when, in the order of the public list',
  params: byNumber,
  query: z.strictObject({ page: PetitionQuery.shape.page }),
  replies: { 200: z.object({ items: z.array(Signer), total: z.number(), page: z.number(), pages: z.number() }) },
  problems: [],
  permission: 'anyone',
});
export const proveSigner = endpoint({
  method: 'POST',
  path: '/api/v1/petitions/{number}/proofs',
  summary: 'Prove a mobile by its code, to sign with it within ten minutes',
  params: byNumber,
  body: z.strictObject({ codeId: id(), code: confirmPetition.body.shape.code }),
  replies: { 201: z.object({ proof: z.string() }) },
  problems: ['petition.closed', 'code.exhausted'],
  permission: 'anyone',
});
export const signPetition = endpoint({
  method: 'POST',
  path: '/api/v1/petitions/{number}/signatures',
  summary: 'Sign a petition',
  params: byNumber,
  body: z.strictObject({ ...SignerWords, proof: z.string().check(z.minLength(1), z.maxLength(2_000)) }),
  replies: { 200: SignatureReceipt, 201: SignatureReceipt },
  problems: ['petition.closed'],
  permission: 'anyone',
});
export const readSignatureProof = endpoint({
  method: 'GET',
  path: '/api/v1/petitions/{number}/signatures/{leaf}',
  summary: 'The proof that a signature stands in the public list',
  params: z.extend(byNumber, { leaf: z.string().check(z.regex(/^[0-9a-f]{64}$/)) }),
  replies: { 200: SignatureProof },
  problems: [],
  permission: 'anyone',
});
