import { model, Schema, type Types } from 'mongoose';
import type { BulkOrder } from '#shared/contract/bulk.ts';
import type { BULK_STATES, BulkVerb } from '#shared/domain/bulk.ts';
import type { ProblemCode } from '#shared/domain/problems.ts';

/** One case of an order; `outcome` is null until it was tried. */
export interface BulkCase {
  caseId: Types.ObjectId;
  version: number;
  outcome: 'done' | ProblemCode | null;
}
/** One thing ordered for many cases. `input` may hold words, and is gone when nothing is left to do; the row itself after a month. */
export interface BulkRow {
  _id: Types.ObjectId;
  actorId: string;
  verb: BulkVerb;
  input: BulkOrder['input'] | null;
  cases: BulkCase[];
  runAt: Date;
  state: (typeof BULK_STATES)[number];
  endedAt: Date | null;
}
const words = { type: String, required: true } as const;
export const BulkModel = model<BulkRow>(
  'Bulk',
  new Schema<BulkRow>(
    {
      actorId: words,
      verb: words,
      input: { type: Schema.Types.Mixed, default: null },
      cases: [
        new Schema(
          {
            caseId: { type: Schema.Types.ObjectId, required: true },
            version: { type: Number, required: true },
            outcome: { type: String, default: null },
          },
          { _id: false },
        ),
      ],
      runAt: { type: Date, required: true },
      state: words,
      endedAt: { type: Date, default: null },
    },
    { autoIndex: false, versionKey: false, strict: 'throw', minimize: false },
  ),
  'bulks',
);
