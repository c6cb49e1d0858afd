import * as z from 'zod/mini';
import { PETITION_LENGTHS, REJECTION_CODES } from '#shared/domain/petition.ts';
import { PETITION_STATUSES } from '#shared/domain/petition-workflow.ts';
import { endpoint } from './endpoint.ts';
import { id, legalDate, moment, words } from './fields.ts';

/** The words of a petition, as its author writes them. */
export const PetitionWords = {
  title: words(PETITION_LENGTHS.title),
  essence: words(PETITION_LENGTHS.essence),
  demand: words(PETITION_LENGTHS.demand),
};
/** The same as a form. */
export const OwnPetitionWords = z.strictObject(PetitionWords);
/** A petition to its author. */
export const OwnPetition = z.object({
  id: id(),
  number: z.nullable(z.number()),
  status: z.enum(PETITION_STATUSES),
  title: z.string(),
  essence: z.string(),
  demand: z.string(),
  dueOn: z.nullable(legalDate()),
  rejection: z.nullable(z.object({ reason: z.enum(REJECTION_CODES), explanation: z.string() })),
  /** What the moderator would word otherwise, and when the author changed the words after it. */
  suggestions: z.array(z.object({ text: z.string(), at: moment(), revisedAt: z.nullable(moment()) })),
  version: z.number(),
});
export type OwnPetition = z.infer<typeof OwnPetition>;

const params = z.object({ id: id() });
const expectedVersion = z.int().check(z.gte(1));
export const reviseOwnPetition = endpoint({
  method: 'POST',
  path: '/api/v1/petitions/{id}/revise',
  summary: 'Word one’s own petition otherwise before it is published; the two working days of the check run on',
  params,
  body: z.strictObject({ expectedVersion, ...PetitionWords }),
  replies: { 200: OwnPetition },
  problems: ['move.refused', 'version.stale'],
  permission: 'anyone',
});
export const withdrawOwnPetition = endpoint({
  method: 'POST',
  path: '/api/v1/petitions/{id}/withdraw',
  summary: 'Take one’s own petition back before it is published',
  params,
  body: z.strictObject({ expectedVersion }),
  replies: { 200: OwnPetition },
  problems: ['move.refused', 'version.stale'],
  permission: 'anyone',
});
