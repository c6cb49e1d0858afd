import * as z from 'zod/mini';
import { PART_ROLES } from '#shared/domain/appeal.ts';
import { endpoint } from './endpoint.ts';
import { text } from './fields.ts';
import { CaseRow } from './register.ts';

/** By what somebody is looked for: a number or an address as a whole, or how a surname begins, with a name behind it or without. */
export const SEARCHED_BY = ['phone', 'email', 'name'] as const;
/** One part of a person in one case. */
const FoundPart = z.object({ name: z.string(), role: z.enum(PART_ROLES), found: CaseRow });
export type FoundPart = z.infer<typeof FoundPart>;

/** Looks for people by what they left; the words travel in the body alone. */
export const searchPeople = endpoint({
  method: 'POST',
  path: '/api/v1/people/search',
  summary: 'Cases of people who left a phone, an address or a name, the newest fifty; the audit keeps who looked',
  body: z.strictObject({ by: z.enum(SEARCHED_BY), said: text({ min: 2, max: 100 }) }),
  replies: { 200: z.object({ items: z.array(FoundPart), next: z.null() }) },
  problems: [],
  permission: 'person.search',
});
