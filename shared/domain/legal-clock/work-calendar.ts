import { addCalendarDays, known, type LegalDate, weekdayOf } from './legal-date.ts';

/** Why a date is special; weekends are a rule and stand in no list. A transfer is the day off that a holiday at a weekend moved. */
export const SPECIAL_KINDS = ['holiday', 'transfer', 'extra_off', 'extra_work'] as const;
export type SpecialKind = (typeof SPECIAL_KINDS)[number];
/** What a special day is called, in each language of the site. */
export type DayName = Readonly<Record<'uk' | 'en', string>>;
/** One special day of the calendar; a date has one at the most. */
export interface SpecialDay {
  date: LegalDate;
  kind: SpecialKind;
  name: DayName;
}
/** What a calendar says of one date. A holiday that is worked in martial law is still named. */
export interface DayVerdict {
  isWorking: boolean;
  why: 'weekday' | 'weekend' | SpecialKind;
  name: DayName | null;
}
/** Says of any date that it knows whether it is a working day, and why; throws `OutsideCalendar` for the rest. */
export type WorkCalendar = (date: LegalDate) => DayVerdict;

/** What a calendar is made of. */
interface CalendarFacts {
  /** Days of the week that are off: 6 is Saturday, 7 is Sunday. */
  weekend: readonly number[];
  special: ReadonlyMap<LegalDate, SpecialDay>;
  /** Whether martial law holds on that date: then holidays are worked and nothing is transferred (Law 2136-IX, art. 6(6)). */
  isMartial: (date: LegalDate) => boolean;
}
/** A calendar by these facts. The city's own `extra_off` and `extra_work` are stronger than any rule, in war and in peace. */
export const workCalendar =
  ({ weekend, special, isMartial }: CalendarFacts): WorkCalendar =>
  (date) => {
    const day = special.get(known(date));
    const { kind: why, name } = day ?? { kind: null, name: null };
    if (why === 'extra_work' || why === 'extra_off') return { isWorking: why === 'extra_work', why, name };
    const isWeekend = weekend.includes(weekdayOf(date));
    if (why && (!isMartial(date) || !isWeekend)) return { isWorking: isMartial(date), why, name };
    return { isWorking: !isWeekend, why: isWeekend ? 'weekend' : 'weekday', name: null };
  };

const walk = (date: LegalDate, step: 1 | -1, calendar: WorkCalendar): LegalDate => {
  let day = known(date);
  while (!calendar(day).isWorking) day = addCalendarDays(day, step);
  return day;
};
/** The date itself where it is a working day, else the next one that is (Civil Code, art. 254(5)). Throws `OutsideCalendar`. */
export const rollForward = (date: LegalDate, calendar: WorkCalendar): LegalDate => walk(date, 1, calendar);
/** The date itself where it is a working day, else the last one before it that is. Throws `OutsideCalendar`. */
export const rollBack = (date: LegalDate, calendar: WorkCalendar): LegalDate => walk(date, -1, calendar);

/** The working day that is the `days`-th after the date; the date itself never counts. Throws `OutsideCalendar`. */
export function addWorkingDays(date: LegalDate, days: number, calendar: WorkCalendar): LegalDate {
  let day = known(date);
  for (let left = days; left > 0; left -= 1) day = rollForward(addCalendarDays(day, 1), calendar);
  return day;
}
