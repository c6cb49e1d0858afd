import * as z from 'zod/mini';
import { id, legalDate } from './fields.ts';

/** How one executor stands now, by the dates inside the house and by those of law. */
export const OverdueLine = z.object({
  departmentId: id(),
  department: z.string(),
  inHand: z.number(),
  /** Due within three working days. */
  soon: z.number(),
  overdue: z.number(),
  overdueByLaw: z.number(),
  /** The oldest date that has passed; null where none has. */
  oldestOn: z.nullable(legalDate()),
});
export type OverdueLine = z.infer<typeof OverdueLine>;
