import * as z from 'zod/mini';
import { SIGNER_SCOPES, SIGNING_METHODS } from '#shared/domain/petition.ts';
import { endpoint } from './endpoint.ts';
import { legalDate, text } from './fields.ts';

/** The largest number that a charter may ask for; the largest cities ask for a few thousand. */
const MOST_SIGNATURES = 1_000_000;
const threshold = z.int().check(z.gte(1), z.lte(MOST_SIGNATURES));
const signerScope = z.enum(SIGNER_SCOPES);
/** For how long signatures are collected: in months, or in days. */
const collect = z.union([
  z.strictObject({ months: z.int().check(z.gte(1), z.lte(24)) }),
  z.strictObject({ days: z.int().check(z.gte(1), z.lte(730)) }),
]);
const rules = {
  threshold,
  signerScope,
  closeOnThreshold: z.boolean(),
  allowWithdrawSignature: z.boolean(),
  collect,
};
/** One edition of what the charter sets for petitions; petitions keep the one of the day on which they were published. */
const CharterEdition = z.object({
  version: z.number(),
  validFrom: legalDate(),
  /** The act that says so. */
  source: z.string(),
  /** Who entered it; null for what came with the product. */
  by: z.nullable(z.string()),
  ...rules,
  signerAuth: z.array(z.enum(SIGNING_METHODS)),
});
/** All editions, the latest first, and which of them is in force today. */
export const PetitionCharterEditions = z.object({
  current: z.number(),
  items: z.array(CharterEdition),
});
export type PetitionCharterEditions = z.infer<typeof PetitionCharterEditions>;
/** A new edition, as it is entered. */
export const NewCharterEdition = z.strictObject({
  /** The latest edition that was seen. */
  expectedVersion: z.int().check(z.gte(1)),
  validFrom: legalDate(),
  source: text({ min: 3, max: 300 }),
  ...rules,
  signerAuth: z.array(z.enum(SIGNING_METHODS)).check(z.minLength(1), z.maxLength(SIGNING_METHODS.length)),
});
export type NewCharterEdition = z.infer<typeof NewCharterEdition>;

const permission = 'reference.manage';
export const readPetitionCharter = endpoint({
  method: 'GET',
  path: '/api/v1/desk/petition-charter',
  summary: 'What the charter sets for petitions: every edition, and which is in force',
  replies: { 200: PetitionCharterEditions },
  problems: [],
  permission,
});
export const changePetitionCharter = endpoint({
  method: 'POST',
  path: '/api/v1/desk/petition-charter',
  summary: 'Enter a new edition of what the charter sets for petitions; those that are published keep theirs',
  body: NewCharterEdition,
  replies: { 201: PetitionCharterEditions },
  problems: ['version.stale', 'date.outside-calendar'],
  permission,
});
