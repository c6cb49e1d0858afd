import { model, Schema, type Types } from 'mongoose';
import type { LegalDate } from '#shared/domain/legal-clock/legal-date.ts';
import { type PetitionTally, tallySchema } from './petition.model.ts';

/** How the list of a petition stood on a day: sent to its author and published, so that the city does not hold it alone. Insert-only. */
export interface PetitionRoot {
  _id: Types.ObjectId;
  petitionId: Types.ObjectId;
  number: number;
  /** The day that it closes. */
  on: LegalDate;
  size: number;
  /** In hexadecimal. */
  root: string;
  tally: PetitionTally;
  madeAt: Date;
}
const text = { type: String, required: true } as const;
const number = { type: Number, required: true } as const;
export const PetitionRootModel = model(
  'PetitionRoot',
  new Schema<PetitionRoot>(
    {
      petitionId: { type: Schema.Types.ObjectId, required: true },
      number,
      on: text,
      size: number,
      root: text,
      tally: { type: tallySchema, required: true },
      madeAt: { type: Date, required: true },
    },
    { autoIndex: false, versionKey: false, strict: 'throw' },
  ),
  'petition_roots',
);
/** The last root of a petition; null before its first. */
export const latestRoot = (petitionId: Types.ObjectId): Promise<PetitionRoot | null> =>
  PetitionRootModel.findOne({ petitionId }).sort({ on: -1 }).lean<PetitionRoot>();
/** The roots of all petitions, the oldest first. */
export const petitionRoots = (): Promise<PetitionRoot[]> =>
  PetitionRootModel.find().sort({ on: 1, number: 1 }).lean<PetitionRoot[]>();
