import type { Verb } from './workflow.ts';

/** What can be done to many cases at once: what asks for one thing that is the same for all of them. */
export const BULK_VERBS = [
  'accept',
  'assign',
  'reclassify',
  'draft',
  'ask',
  'interim',
] as const satisfies readonly Verb[];
export type BulkVerb = (typeof BULK_VERBS)[number];
/** So many cases at the most. */
export const MOST_AT_ONCE = 300;
/** How long what was ordered can be taken back, in milliseconds; until then nothing of it is done. */
export const UNDO_MS = 10_000;
/** Where a bulk stands: it can be taken back while it waits. */
export const BULK_STATES = ['waiting', 'running', 'done', 'cancelled'] as const;
