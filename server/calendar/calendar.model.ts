import { model, Schema } from 'mongoose';
import type { LegalDate } from '#shared/domain/legal-clock/legal-date.ts';
import type { LegalValues } from '#shared/domain/legal-clock/legal-values.ts';
import { type DayName, SPECIAL_KINDS, type SpecialKind } from '#shared/domain/legal-clock/work-calendar.ts';

const words = { type: String, required: true } as const;
const options = { autoIndex: false, versionKey: false, strict: 'throw' } as const;

/** Since when a row holds, the act that says so, and who entered it. */
interface Provenance {
  validFrom: LegalDate;
  source: string;
  author: string;
}
/** A special day, by its date; ordinary weekends are a rule and have no row. A day of the city's own takes the place of a holiday's row. */
export interface CalendarDayRow extends Provenance {
  _id: LegalDate;
  kind: SpecialKind;
  name: DayName;
}
export const CalendarDayModel = model(
  'CalendarDay',
  new Schema<CalendarDayRow>(
    {
      _id: words,
      kind: { type: String, required: true, enum: SPECIAL_KINDS },
      name: new Schema<DayName>({ uk: words, en: words }, { _id: false, strict: 'throw' }),
      validFrom: words,
      source: words,
      author: words,
    },
    options,
  ),
  'calendar_days',
);

/** One edition of the numbers of law, by its version. Editions are added, never changed: cases name the one they were reckoned with. */
export interface LegalSettingsRow extends Provenance {
  _id: number;
  values: LegalValues;
}
export const LegalSettingsModel = model(
  'LegalSettings',
  new Schema<LegalSettingsRow>(
    {
      _id: { type: Number, required: true },
      values: { type: Schema.Types.Mixed, required: true },
      validFrom: words,
      source: words,
      author: words,
    },
    options,
  ),
  'legal_settings',
);
