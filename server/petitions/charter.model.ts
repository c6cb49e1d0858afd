import { model, Schema } from 'mongoose';
import type { LegalDate } from '#shared/domain/legal-clock/legal-date.ts';
import type { PetitionCharter } from '#shared/domain/petition.ts';

/** One edition of what the charter sets for petitions, by its version. Editions are added, never changed: petitions name theirs. */
export interface CharterRow {
  _id: number;
  validFrom: LegalDate;
  source: string;
  author: string;
  value: PetitionCharter;
}
const words = { type: String, required: true } as const;
export const CharterModel = model(
  'PetitionCharter',
  new Schema<CharterRow>(
    {
      _id: { type: Number, required: true },
      validFrom: words,
      source: words,
      author: words,
      value: { type: Schema.Types.Mixed, required: true },
    },
    { autoIndex: false, versionKey: false, strict: 'throw' },
  ),
  'petition_charters',
);
