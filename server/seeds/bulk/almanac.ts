import { calendarFor } from '#server/calendar/index.ts';
import { instantInKyiv } from '#shared/domain/legal-clock/kyiv-time.ts';
import { addCalendarDays, type LegalDate, weekdayOf } from '#shared/domain/legal-clock/legal-date.ts';

/** Minutes by the clocks of Kyiv since 00:00 of an almanac’s first day; every day has 1,440 of them. */
export type Minute = number;
/** The number of minutes in a day. */
export const DAY = 1_440;
const [OPENS, CLOSES] = [9 * 60, 18 * 60];
const NOON = 12 * 60;

interface Day {
  date: LegalDate;
  /** When it is noon in Kyiv, in milliseconds of UTC; the night of the moved clocks is kept off by reckoning from here. */
  noonMs: number;
  isWorking: boolean;
  /** 1 is Monday. */
  weekday: number;
  /** 0 is January. */
  month: number;
}

/** The days of a city’s past, and how offices spend them. Reckoning by minutes keeps a million cases from asking for dates. */
export class Almanac {
  readonly days: readonly Day[];
  /** Where the almanac ends: what would happen from this minute on has not happened yet. */
  readonly end: Minute;
  /** The instant of that minute. */
  readonly endsAt: Date;

  /** The `count` days before the date `until`. Throws `OutsideCalendar` where the calendar of law knows them not. */
  constructor(until: LegalDate, count: number) {
    const calendar = calendarFor('dated');
    this.days = Array.from({ length: count }, (_, i) => {
      const date = addCalendarDays(until, i - count);
      const noon = instantInKyiv(date, '12:00');
      if (!noon) throw new Error(`${date} has no noon`);
      const month = Number(date.slice(5, 7)) - 1;
      return { date, noonMs: noon.getTime(), isWorking: calendar(date).isWorking, weekday: weekdayOf(date), month };
    });
    this.end = count * DAY;
    this.endsAt = new Date(this.instant(this.end - 1).getTime() + 60_000);
  }
  #day(minute: Minute): Day {
    const day = this.days[Math.floor(minute / DAY)];
    if (!day) throw new RangeError(`no such day in the almanac: ${minute / DAY}`);
    return day;
  }
  /** The instant of a minute, to the millisecond. */
  instant(minute: Minute): Date {
    return new Date(Math.floor(this.#day(minute).noonMs + ((minute % DAY) - NOON) * 60_000));
  }
  /** The date of law on which a minute falls. */
  date(minute: Minute): LegalDate {
    return this.#day(minute).date;
  }
  /** The date so many days before, also where it lies before the almanac. */
  dateBefore(minute: Minute, days: number): LegalDate {
    const index = Math.floor(minute / DAY);
    return this.days[index - days]?.date ?? addCalendarDays(this.#day(minute).date, -days);
  }
  /** Whether offices are open: 09:00–18:00 of a working day. */
  isOpen(minute: Minute): boolean {
    const time = minute % DAY;
    return this.#day(minute).isWorking && time >= OPENS && time < CLOSES;
  }
  /** That minute where offices are open, else `late` minutes after they open next; infinity where the almanac ends before. */
  open(minute: Minute, late: number): Minute {
    if (minute >= this.end) return Number.POSITIVE_INFINITY;
    if (this.isOpen(minute)) return minute;
    const today = Math.floor(minute / DAY);
    const isTooLate = minute % DAY >= OPENS;
    for (let i = isTooLate ? today + 1 : today; i < this.days.length; i += 1)
      if (this.days[i]?.isWorking) return i * DAY + OPENS + late;
    return Number.POSITIVE_INFINITY;
  }
  /** That many working days later, at some time of the office’s day; infinity where the almanac ends before. */
  workdaysLater(minute: Minute, workdays: number, time: number): Minute {
    let index = Math.floor(minute / DAY);
    for (let left = workdays; left > 0; ) {
      index += 1;
      if (index >= this.days.length) return Number.POSITIVE_INFINITY;
      if (this.days[index]?.isWorking) left -= 1;
    }
    return index * DAY + OPENS + time;
  }
}
/** How long an office is open in a day, in minutes. */
export const OFFICE_DAY = CLOSES - OPENS;
