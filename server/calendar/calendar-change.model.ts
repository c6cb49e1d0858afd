import { model, Schema, type Types } from 'mongoose';
import type { LegalDate } from '#shared/domain/legal-clock/legal-date.ts';
import type { Interval } from '#shared/domain/legal-clock/legal-values.ts';
import { CalendarDayModel, type CalendarDayRow } from './calendar.model.ts';

/** A change of the special days, or of when martial law holds: what was there before, what is there since, and whether the dates of cases have followed. */
export interface CalendarChange {
  _id: Types.ObjectId;
  at: Date;
  byId: string;
  /** Every date that it touched, in order. */
  dates: LegalDate[];
  /** The rows of these dates before it and after it; a date without one had none. */
  before: CalendarDayRow[];
  after: CalendarDayRow[];
  /** Where it changed between which dates martial law holds; null where it changed days. */
  martialLaw: { before: readonly Interval[]; after: readonly Interval[] } | null;
  isDone: boolean;
}
const day = CalendarDayModel.schema;
const inner = { _id: false, strict: 'throw' } as const;
const interval = new Schema<Interval>(
  { from: { type: String, required: true }, to: { type: String, default: null } },
  inner,
);
export const CalendarChangeModel = model(
  'CalendarChange',
  new Schema<CalendarChange>(
    {
      at: { type: Date, required: true },
      byId: { type: String, required: true },
      dates: { type: [String], required: true },
      before: [day],
      after: [day],
      martialLaw: { type: new Schema({ before: [interval], after: [interval] }, inner), default: null },
      isDone: { type: Boolean, required: true },
    },
    { autoIndex: false, versionKey: false, strict: 'throw' },
  ),
  'calendar_changes',
);
