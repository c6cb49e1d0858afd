import { model, Schema } from 'mongoose';
import { sealedSchema } from '#server/platform/sealed.schema.ts';
import type { Sealed } from '#server/platform/secrets.ts';

/** What is kept of an unfinished appeal; `_id` is the hash of the token that one browser holds. */
export interface DraftRow {
  _id: string;
  /** Everything typed, encrypted as one; null once it was sent. */
  sealed: Sealed | null;
  /** The public number of the case that it became. */
  sentAs: string | null;
  /** The part of one who joined that case, rather than brought it. */
  partId: string | null;
  /** Raised by each save, so that of two tabs none writes over the other. */
  version: number;
  updatedAt: Date;
  /** 48 hours after the last save; MongoDB drops the row then. */
  expiresAt: Date;
}
/** Unfinished appeals. */
export const DraftModel = model(
  'Draft',
  new Schema<DraftRow>(
    {
      _id: { type: String, required: true },
      sealed: { type: sealedSchema, default: null },
      sentAs: { type: String, default: null },
      partId: { type: String, default: null },
      version: { type: Number, required: true },
      updatedAt: { type: Date, required: true },
      expiresAt: { type: Date, required: true },
    },
    { autoIndex: false, versionKey: false, strict: 'throw' },
  ),
  'drafts',
);
