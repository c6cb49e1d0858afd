import { model, Schema, type Types } from 'mongoose';
import type { LegalDate } from '#shared/domain/legal-clock/legal-date.ts';
import { CalendarDayModel, type CalendarDayRow } from './calendar.model.ts';

/** A change of the special days: what was there before, what is there since, and whether the dates of cases have followed. */
export interface CalendarChange {
  _id: Types.ObjectId;
  at: Date;
  byId: string;
  /** Every date that it touched, in order. */
  dates: LegalDate[];
  /** The rows of these dates before it and after it; a date without one had none. */
  before: CalendarDayRow[];
  after: CalendarDayRow[];
  isDone: boolean;
}
const day = CalendarDayModel.schema;
export const CalendarChangeModel = model(
  'CalendarChange',
  new Schema<CalendarChange>(
    {
      at: { type: Date, required: true },
      byId: { type: String, required: true },
      dates: { type: [String], required: true },
      before: [day],
      after: [day],
      isDone: { type: Boolean, required: true },
    },
    { autoIndex: false, versionKey: false, strict: 'throw' },
  ),
  'calendar_changes',
);
