import { addCalendarDays, type LegalDate } from '#shared/domain/legal-clock/legal-date.ts';
import {
  type DaysSpending,
  dayLimit,
  leftFor,
  likelySpending,
  moneyEndsOn,
  type Spent,
} from '#shared/domain/sms-money.ts';
import type { YearText } from './year-of-texts.ts';

/** How a year was spent, by the rules of the money and by plain loops. */
export interface SpentYear {
  spent: Spent;
  /** What other texts than codes cost on each day. */
  days: DaysSpending;
  /** All texts that were paid for, on the day on which they were. */
  paid: YearText[];
  /** The first day on which a text was not sent for want of money; null where none was. */
  stoppedOn: LegalDate | null;
  /** Texts of that day in their order, those that waited for it first. */
  ofLastDay: YearText[];
  unsent: { codes: number; others: number };
  /** Most texts that waited for the next morning, since the day had spent its share. */
  mostWaiting: number;
}
/** Spends a year's money on texts day by day; `amount` and `price` of a part are in kopiykas. */
export function spendYear(texts: readonly YearText[], amount: number, price: number): SpentYear {
  const spent = { codes: 0, others: 0 };
  const days = new Map<LegalDate, number>();
  const year: SpentYear = {
    ...{ spent, days, paid: [], stoppedOn: null, ofLastDay: [] },
    ...{ unsent: { codes: 0, others: 0 }, mostWaiting: 0 },
  };
  const due = new Map<LegalDate, YearText[]>();
  for (const text of texts) {
    const ofDay = due.get(text.on);
    if (ofDay) ofDay.push(text);
    else due.set(text.on, [text]);
  }
  let waiting: YearText[] = [];
  for (let on = '2026-01-01'; on < '2027'; on = addCalendarDays(on, 1)) {
    const today = [...waiting, ...(due.get(on) ?? [])];
    const limit = dayLimit(amount, on);
    waiting = [];
    for (const text of today) {
      const cost = text.parts * price;
      const kind = text.isCode ? 'codes' : 'others';
      if (leftFor(amount, spent, text.isCode) < cost) {
        year.unsent[kind] += 1;
        if (!text.isCode && year.stoppedOn === null) Object.assign(year, { stoppedOn: on, ofLastDay: today });
      } else if (!text.isCode && (days.get(on) ?? 0) + cost > limit) waiting.push(text);
      else {
        spent[kind] += cost;
        if (!text.isCode) days.set(on, (days.get(on) ?? 0) + cost);
        year.paid.push({ ...text, on });
      }
    }
    year.mostWaiting = Math.max(year.mostWaiting, waiting.length);
  }
  return year;
}
/** The day on which the money ends as the city’s page says it in the evening of a day. */
export function foreseenOn({ paid }: SpentYear, amount: number, price: number, today: LegalDate): LegalDate | null {
  const spent = { codes: 0, others: 0 };
  const days = new Map<LegalDate, number>();
  for (const { on, isCode, parts } of paid.filter((text) => text.on <= today)) {
    spent[isCode ? 'codes' : 'others'] += parts * price;
    if (!isCode) days.set(on, (days.get(on) ?? 0) + parts * price);
  }
  return moneyEndsOn(leftFor(amount, spent, false), likelySpending(days, today), today);
}
