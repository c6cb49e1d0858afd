import * as z from 'zod/mini';
import { SIGNATURE_CHECKS, SIGNING_METHODS } from '#shared/domain/signature.ts';

/** In what way an answer was signed, and what of it is kept. */
export const Signing = z.object({
  method: z.enum(SIGNING_METHODS),
  /** Null where no signed file is kept. */
  check: z.nullable(z.enum(SIGNATURE_CHECKS)),
  /** Names in the certificates of its signature. */
  certified: z.array(z.string()),
  /** The bytes that were signed are kept. */
  hasLetter: z.boolean(),
});
export type Signing = z.infer<typeof Signing>;
