import * as z from 'zod/mini';
import { id } from './fields.ts';
import { listCases } from './register-list.ts';

/** Cases on one list for a trip at the most. */
export const MOST_STOPS = 200;
/** Which cases are put on a list for a trip: these, or else those of a list of the register in its order. */
export const FieldListQuery = z.extend(listCases.query, {
  case: z.optional(
    z.pipe(
      z.union([z.string(), z.array(z.string())]),
      z.pipe(
        z.transform((said: string | string[]) => [...new Set([said].flat())]),
        z.array(id()).check(z.maxLength(MOST_STOPS)),
      ),
    ),
  ),
});
