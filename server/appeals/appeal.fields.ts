import * as z from 'zod/mini';

const words = z.optional(z.nullable(z.string()));
const known = (fields: Record<string, string | null | undefined>): Record<string, string> =>
  Object.fromEntries(Object.entries(fields).flatMap(([name, value]) => (value ? [[name, value]] : [])));

/** What an appeal adds to the common card: its kind, and what a complaint contests. */
export const AppealFields = z.pipe(
  z.object({
    kind: z.string(),
    contested: z.nullable(z.object({ decision: words, decidedOn: words, learnedOn: words })),
  }),
  z.transform(({ kind, contested }) => {
    const { decision, decidedOn, learnedOn } = contested ?? {};
    return known({ kind, contestedDecision: decision, decidedOn, learnedOn });
  }),
);
