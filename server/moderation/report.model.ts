import { model, Schema, type Types } from 'mongoose';
import { sealedSchema } from '#server/platform/sealed.schema.ts';
import type { Sealed } from '#server/platform/secrets.ts';
import type { ReportKind } from '#shared/contract/moderation.ts';

/** «Поскаржитися або прибрати мої дані»: somebody's word on what is shown of a case. Words and contact are sealed to the row. */
export interface ReportRow {
  _id: Types.ObjectId;
  caseId: Types.ObjectId;
  kind: ReportKind;
  text: Sealed;
  contact: Sealed | null;
  at: Date;
  settledAt: Date | null;
  settledById: string | null;
}
const { ObjectId } = Schema.Types;

export const ReportModel = model(
  'Report',
  new Schema<ReportRow>(
    {
      caseId: { type: ObjectId, required: true },
      kind: { type: String, required: true },
      text: { type: sealedSchema, required: true },
      contact: { type: sealedSchema, default: null },
      at: { type: Date, required: true },
      settledAt: { type: Date, default: null },
      settledById: { type: String, default: null },
    },
    { autoIndex: false, versionKey: false, strict: 'throw' },
  ),
  'reports',
);
