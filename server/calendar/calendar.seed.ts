import { peacetimeDays } from '#shared/domain/legal-clock/holidays.ts';
import { DEFAULT_CITY_DAYS, DEFAULT_HOLIDAYS, DEFAULT_VALUES } from '#shared/domain/legal-defaults.ts';
import type { CalendarDayRow, LegalSettingsRow } from './calendar.model.ts';

/** Who stands as the author of rows that came with the product. */
const AUTHOR = 'vidhuk';

/** The rows that a new database starts with: the holidays of peace up to the calendar's last year, the city's own days over them, the first edition of the numbers of law. */
export function calendarSeed(): { days: CalendarDayRow[]; settings: LegalSettingsRow[] } {
  const lists = [{ ...DEFAULT_HOLIDAYS, value: peacetimeDays(DEFAULT_HOLIDAYS.value) }, DEFAULT_CITY_DAYS];
  const rows = lists.flatMap(({ validFrom, source, value }) =>
    value.map(({ date, kind, name }): CalendarDayRow => ({ _id: date, kind, name, validFrom, source, author: AUTHOR })),
  );
  const { validFrom, source, value: values } = DEFAULT_VALUES;
  return {
    days: [...new Map(rows.map((row) => [row._id, row])).values()],
    settings: [{ _id: 1, values, validFrom, source, author: AUTHOR }],
  };
}
