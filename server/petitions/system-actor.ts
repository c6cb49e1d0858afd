import type { Actor } from '#server/platform/policy.ts';

/** The product itself, where a count or a date moves a petition and nobody asks for it. */
export const SYSTEM: Actor = {
  kind: 'system',
  id: 'petitions',
  permissions: new Set(),
  caseIds: new Set(),
  knownCaseIds: new Set(),
  joinedCaseIds: new Set(),
};
