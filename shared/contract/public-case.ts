import * as z from 'zod/mini';
import { PUBLIC_STATUSES } from '#shared/domain/appeal.ts';
import { code, id, legalDate, moment, Point } from './fields.ts';

/** What everybody may see of a case, and all of it: nothing here tells who filed it, or more of the place than was published. */
export const PublicCase = z.object({
  id: id(),
  number: z.string(),
  status: z.enum(PUBLIC_STATUSES),
  isOverdue: z.boolean(),
  receivedAt: moment(),
  dueOn: z.nullable(legalDate()),
  answeredOn: z.nullable(legalDate()),
  categoryCode: code(),
  /** The main executor's name, once there is one. */
  department: z.nullable(z.string()),
  districtCode: z.nullable(code()),
  /** Only where the place is public infrastructure. */
  address: z.nullable(z.string()),
  /** Rounded as the category asks. */
  point: z.nullable(Point),
  /** As the operator published it; null where only the state is public. */
  text: z.nullable(z.string()),
  answer: z.nullable(z.string()),
  /** Of the photos that an operator opened to all, in order. */
  photoIds: z.array(id()),
  /** How many people brought it. */
  applicants: z.number(),
  /** When each public state was first reached, oldest first. */
  steps: z.array(z.object({ status: z.enum(PUBLIC_STATUSES), at: moment() })),
});
export type PublicCase = z.infer<typeof PublicCase>;
