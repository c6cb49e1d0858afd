import * as z from 'zod/mini';
import { ANSWER_RESULTS } from '#shared/domain/appeal.ts';
import { SIGNATURE_CHECKS, SIGNING_METHODS } from '#shared/domain/signature.ts';
import { endpoint } from './endpoint.ts';
import { id, moment } from './fields.ts';
import { CaseRow } from './register.ts';

/** A signed file that was taken in for an answer, to be named by the verb `answer`. */
export const KeptSignedFile = z.object({
  id: id(),
  caseId: id(),
  /** The public number of the case. */
  number: z.string(),
  /** The version of the case that was found. */
  version: z.number(),
  method: z.enum(SIGNING_METHODS),
  check: z.enum(SIGNATURE_CHECKS),
  /** As the certificates in it say. */
  signers: z.array(z.object({ name: z.nullable(z.string()), signedAt: z.nullable(moment()) })),
});
export type KeptSignedFile = z.infer<typeof KeptSignedFile>;

const taking = {
  upload: 'file',
  replies: { 201: KeptSignedFile },
  problems: ['move.refused'],
  permission: 'case.sign',
} as const;
/** Takes a `.p7s`, an ASiC-E container or a scan for the answer of one case; nothing is signed by that yet. */
export const addSignedFile = endpoint({
  method: 'POST',
  path: '/api/v1/register/{id}/signed-files',
  summary: 'Check a signed file against the letter of a case, and keep it until the answer is signed with it',
  params: z.object({ id: id() }),
  ...taking,
});
/** Finds by its digest which of the waiting letters a `.p7s` or a container signs; by the number in its name where the digest is not reckoned, and for a scan. */
export const matchSignedFile = endpoint({
  method: 'POST',
  path: '/api/v1/signature-folder/files',
  summary:
    'Find the waiting answer whose letter a file signs, check it, and keep it until the answer is signed with it',
  ...taking,
});

/** An answer that waits for signature, to be read whole. */
export const WaitingAnswer = z.extend(CaseRow, {
  answer: z.object({
    text: z.string(),
    result: z.enum(ANSWER_RESULTS),
    appealRoute: z.nullable(z.string()),
    draftedBy: z.string(),
  }),
});
export type WaitingAnswer = z.infer<typeof WaitingAnswer>;
/** The head's folder. */
export const readSignatureFolder = endpoint({
  method: 'GET',
  path: '/api/v1/signature-folder',
  summary: 'The answers that wait for signature, soonest due first',
  query: z.object({ cursor: z.optional(z.string().check(z.maxLength(400))) }),
  replies: {
    200: z.object({ items: z.array(WaitingAnswer), next: z.nullable(z.string()), total: z.number() }),
  },
  problems: [],
  permission: 'case.sign',
});
