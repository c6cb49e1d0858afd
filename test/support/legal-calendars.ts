import { calendarSeed, type LegalSettingsRow, useCalendar } from '#server/calendar/index.ts';
import { peacetimeDays } from '#shared/domain/legal-clock/holidays.ts';
import type { LegalDate } from '#shared/domain/legal-clock/legal-date.ts';
import type { Interval, LegalValues } from '#shared/domain/legal-clock/legal-values.ts';
import { type SpecialDay, type WorkCalendar, workCalendar } from '#shared/domain/legal-clock/work-calendar.ts';
import { DEFAULT_HOLIDAYS, DEFAULT_VALUES } from '#shared/domain/legal-defaults.ts';

/** The numbers of law as a new city starts with them. */
export const values: LegalValues = DEFAULT_VALUES.value;
const holidays = peacetimeDays(DEFAULT_HOLIDAYS.value);

/** A calendar of the default holidays with days of the city's own, where martial law holds as said. */
export function aCalendar(isMartial: (date: LegalDate) => boolean, cityDays: readonly SpecialDay[] = []): WorkCalendar {
  const special = new Map([...holidays, ...cityDays].map((day) => [day.date, day]));
  return workCalendar({ weekend: values.calendar.weekend, special, isMartial });
}
/** War, peace, and a war that ends on 30 June 2026. */
export const CALENDARS = {
  martial: aCalendar(() => true),
  peacetime: aCalendar(() => false),
  ending: aCalendar((date) => date <= '2026-06-30'),
} as const;

/** Sets the calendar of this process as a new database has it, with other stretches of martial law or more editions where a test needs them. */
export function setCalendar({
  martialLaw,
  later = [],
}: {
  martialLaw?: readonly Interval[];
  later?: readonly LegalSettingsRow[];
} = {}): void {
  const { days, settings } = calendarSeed();
  const first = settings.map((row) => ({
    ...row,
    values: martialLaw ? { ...row.values, calendar: { ...row.values.calendar, martialLaw } } : row.values,
  }));
  useCalendar({ days, settings: [...first, ...later] });
}
