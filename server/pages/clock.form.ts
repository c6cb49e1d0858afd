import { CLOCK_FIELDS, type ClockField, type ClockTyped } from '#client/views/clock/clock-form.tsx';
import type { DayQuestion, HourQuestion } from '#server/deadlines/index.ts';
import { instantInKyiv } from '#shared/domain/legal-clock/kyiv-time.ts';
import { isLegalDate } from '#shared/domain/legal-clock/legal-date.ts';
import { isDayRule, isHourRule } from '#shared/domain/legal-clock/rules.ts';
import type { ClockTexts } from '#shared/texts/uk/clock.ts';

/** What the calculator was asked, once it is right. */
export type ClockQuestion = DayQuestion | HourQuestion;
/** What is wrong with which field, by the key of its words. */
export type WrongClockFields = Partial<Record<ClockField, keyof ClockTexts['errors']>>;
/** The form as typed; a question where all of it is right. */
interface ReadClockForm {
  typed: ClockTyped;
  wrong: WrongClockFields;
  question: ClockQuestion | null;
}
const isCalendar = (name: string): name is DayQuestion['calendar'] => ['dated', 'martial', 'peacetime'].includes(name);

/** `17.03.2026`, as people write a date, becomes `2026-03-17`; anything else is left as it is. */
export const asLegalDate = (typed: string): string =>
  typed.replace(/^(\d{1,2})\.(\d{1,2})\.(\d{4})$/, (_, day: string, month: string, year: string) =>
    [year, month.padStart(2, '0'), day.padStart(2, '0')].join('-'),
  );
/** `9.05` becomes `09:05`. */
const asTime = (typed: string): string =>
  typed.replace(/^(\d{1,2})[:.](\d{2})$/, (_, hour: string, minute: string) => `${hour.padStart(2, '0')}:${minute}`);

const wrongDate = (date: string) => (date === '' ? 'dateMissing' : isLegalDate(date) ? null : 'date');
const wrongTime = (time: string) =>
  time === '' ? 'timeMissing' : /^([01]\d|2[0-3]):[0-5]\d$/.test(time) ? null : 'time';

/**
 * Reads the calculator's form from an address. A date may be typed as `17.03.2026`, a time as `9.05`; a link that names
 * a rule and no date only chooses it. Every wrong field is told at once, and what was typed stays as it was typed.
 */
export function readClockForm(asked: Readonly<Partial<ClockTyped>>): ReadClockForm {
  const trimmed = Object.fromEntries(CLOCK_FIELDS.map((field) => [field, asked[field]?.trim() ?? ''])) as ClockTyped;
  const { rule, calendar = '' } = trimmed;
  const date = asLegalDate(trimmed.receivedOn);
  const receivedOn = isLegalDate(date) ? date : trimmed.receivedOn;
  const typed = { ...trimmed, receivedOn, calendar: calendar || 'dated' };
  const isAsked = asked.receivedOn !== undefined;
  if (!isAsked) return { typed, wrong: {}, question: null };

  const time = asTime(typed.receivedTime);
  const receivedAt = isHourRule(rule) ? instantInKyiv(receivedOn, time) : null;
  const day = wrongDate(receivedOn);
  const clock = isHourRule(rule) ? (wrongTime(time) ?? (day || receivedAt ? null : 'timeSkipped')) : null;
  const wrong: WrongClockFields = {
    ...(!isDayRule(rule) && !isHourRule(rule) && { rule: 'rule' }),
    ...(day && { receivedOn: day }),
    ...(clock && { receivedTime: clock }),
    ...(!isCalendar(typed.calendar) && { calendar: 'calendar' }),
  };
  if (Object.keys(wrong).length > 0 || !isCalendar(typed.calendar)) return { typed, wrong, question: null };
  if (isHourRule(rule)) return { typed, wrong, question: receivedAt && { rule, receivedAt } };
  return {
    typed,
    wrong,
    question: isDayRule(rule) ? { rule, receivedOn, calendar: typed.calendar } : null,
  };
}
