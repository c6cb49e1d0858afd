import { model, Schema, type Types } from 'mongoose';
import { sealedSchema } from '#server/platform/sealed.schema.ts';
import { type Sealed, sealContact } from '#server/platform/secrets.ts';
import type { Benefit } from '#shared/domain/appeal.ts';

/** A benefit that a person stated: data of a special category (Law 2297-VI, art. 7), in a table of its own and never exported. */
export interface StatedBenefit {
  /** The person's id. */
  _id: Types.ObjectId;
  benefit: Sealed;
}
export const StatedBenefitModel = model(
  'StatedBenefit',
  new Schema<StatedBenefit>(
    { benefit: { type: sealedSchema, required: true } },
    { autoIndex: false, versionKey: false, strict: 'throw' },
  ),
  'stated_benefits',
);
/** Builds the row of a stated benefit, sealed to the person's own. */
export const statedBenefit = (personId: Types.ObjectId, benefit: Benefit): StatedBenefit => ({
  _id: personId,
  benefit: sealContact(benefit, String(personId)),
});
