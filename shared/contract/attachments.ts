import * as z from 'zod/mini';
import { ATTACHMENT_KINDS, ATTACHMENT_PURPOSES, MOST_RECTANGLES } from '#shared/domain/attachments.ts';
import { id } from './fields.ts';

const share = () => z.number().check(z.gte(0), z.lte(1));
const extent = () => z.number().check(z.gt(0), z.lte(1));
/** What to black out of a photo: rectangles in shares of its width and height, from the upper left corner. */
export const Rectangles = z
  .array(z.strictObject({ x: share(), y: share(), width: extent(), height: extent() }))
  .check(z.maxLength(MOST_RECTANGLES));

/** A file of a case, for those who may see it whole. */
export const AttachedFile = z.object({
  id: id(),
  purpose: z.enum(ATTACHMENT_PURPOSES),
  kind: z.enum(ATTACHMENT_KINDS),
  name: z.string(),
  type: z.string(),
  bytes: z.number(),
  /** Pixels; null for a document. */
  width: z.nullable(z.number()),
  height: z.nullable(z.number()),
  url: z.string(),
  thumbUrl: z.nullable(z.string()),
  /** True once staff made the copy that can be published. */
  hasPublicCopy: z.boolean(),
  /** That copy, as everybody would see it; another address with each new copy. */
  publicUrl: z.nullable(z.string()),
  redactions: z.array(z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() })),
});
export type AttachedFile = z.infer<typeof AttachedFile>;

/** A published photo, for everybody. */
export const PublicPhoto = z.object({
  id: id(),
  purpose: z.enum(ATTACHMENT_PURPOSES),
  width: z.number(),
  height: z.number(),
  url: z.string(),
  thumbUrl: z.string(),
});
export type PublicPhoto = z.infer<typeof PublicPhoto>;
