import { Types } from 'mongoose';
import { appealPlug } from '#server/appeals/index.ts';
import { type PlannedDelivery, plannedDeliveries } from '#server/notifications/delivery.plan.ts';
import { addRules, identityRules, textWording } from '#server/notifications/index.ts';
import { byText, isCode, type Recipient } from '#server/notifications/recipient.ts';
import { addCalendarDays, type LegalDate, weekdayOf } from '#shared/domain/legal-clock/legal-date.ts';
import { smsLength } from '#shared/domain/sms-segments.ts';
import type { EventKind } from '#shared/domain/workflow.ts';
import { randomFrom } from './random-from.ts';

/** One text of the year, on the day on which it is due. */
export interface YearText {
  on: LegalDate;
  template: string;
  isCode: boolean;
  parts: number;
}
const YEAR = 2026;
const CASES = 90_000;
/** Filings by web; whoever proves an address gets the code there, and one in ten asks for a second code. */
const BY_WEB = 15_000;
/** Shares of cases. */
const SHARES = {
  /** The contact centre took 79 % by phone (its figures of the founding documents); post and reception are what web leaves. */
  phone: 0.79,
  /** Of those who want texts; the others of them are told by text. */
  email: 0.4,
  /** Incomplete cases; the law lets the city ask once, mostly for a place. */
  asked: 0.08,
  /** Inspections and works that do not end within the month (art. 20). */
  extended: 0.05,
  /** Power, gas and state roads are not the city's (art. 7). */
  forwarded: 0.06,
  /** No signature or address (art. 5). */
  returned: 0.02,
  /** Withdrawn beyond recall, repeated or without a name (art. 8); all others get their answer. */
  terminated: 0.01,
} as const;
/** Winters break heating and roads, summers water; of months, January first. */
const MONTHS = [1.25, 1.2, 1.1, 1, 0.9, 0.85, 0.85, 0.85, 0.9, 0.95, 1.05, 1.1];
/** Mondays bring what broke over the weekend; nobody registers or signs on Saturday and Sunday. */
const WEEKDAYS = [1.25, 1.1, 1, 0.9, 0.75, 0, 0];
/** Residents file by web on every day. */
const WEB_WEEKDAYS = [1.2, 1.1, 1, 1, 0.9, 0.7, 0.6];

/** Days of the year, each as often as its month and its weekday have it. */
function daysBy(weekdays: readonly number[]): (share: number) => number {
  const sums: number[] = [];
  for (const date of DAYS)
    sums.push((sums.at(-1) ?? 0) + (MONTHS[Number(date.slice(5, 7)) - 1] ?? 0) * (weekdays[weekdayOf(date) - 1] ?? 0));
  const whole = sums.at(-1) ?? 0;
  return (share) => sums.findIndex((sum) => sum > share * whole);
}
const DAYS: readonly LegalDate[] = Array.from({ length: 365 }, (_, n) => addCalendarDays(`${YEAR}-01-01`, n));
const WORKING = DAYS.filter((date) => weekdayOf(date) < 6);
/** So many working days later; what would fall into the next year stands for what the year before left to this one. */
const laterBy = (on: LegalDate, days: number): LegalDate =>
  WORKING[(WORKING.indexOf(on) + days) % WORKING.length] as LegalDate;

/** Plans deliveries with the product's own rules, and keeps the texts among them with the parts that their words have. */
function texts() {
  addRules(appealPlug.notificationRules);
  addRules(identityRules);
  const word = textWording({
    publicUrl: 'https://omr.gov.ua',
    phoneOf: async () => '+380671234567',
    codeMessage: async () => ({ to: '+380671234567', code: '123456' }),
  });
  const lengths = new Map<string, number>();
  const found: YearText[] = [];
  async function partsOf(row: PlannedDelivery): Promise<number> {
    const key = `${row.template} ${row.values.result}`;
    const known = lengths.get(key);
    if (known !== undefined) return known;
    const { parts } = smsLength((await word(row))?.text ?? '');
    lengths.set(key, parts);
    return parts;
  }
  return {
    found,
    async add(kind: EventKind, recipient: Recipient, on: LegalDate, channel: string): Promise<void> {
      const facts = { number: '2600123452', dueOn: addCalendarDays(on, 30), result: 'explained', channel };
      const told = { _id: EVENT, kind, subject: { kind: 'appeal', id: recipient.id }, facts };
      for (const row of plannedDeliveries(told, [recipient], new Date(`${on}T09:00:00Z`)))
        if (row.channel === 'sms' && row.state === 'planned')
          found.push({ on, template: row.template, isCode: isCode(row.recipient.kind), parts: await partsOf(row) });
    },
  };
}
const EVENT = new Types.ObjectId();

/**
 * A year of 90,000 cases as texts, in the order in which they are due; the same each time. `optIn` is the share of applicants
 * who want texts.
 */
export async function yearOfTexts(optIn: number): Promise<YearText[]> {
  const { random, shuffled, quota } = randomFrom(`${CASES} cases`);
  const { found, add } = texts();
  const [byOffice, byWeb] = [daysBy(WEEKDAYS), daysBy(WEB_WEEKDAYS)];
  const inOffice = (): LegalDate => DAYS[byOffice(random())] as LegalDate;
  const phones = quota(CASES, Math.round(CASES * SHARES.phone));
  const wanting = quota(CASES, Math.round(CASES * optIn));
  const mailed = quota(Math.round(CASES * optIn), Math.round(CASES * optIn * SHARES.email));
  const [asked, extended] = [quota(CASES, CASES * SHARES.asked), quota(CASES, CASES * SHARES.extended)];
  const { forwarded, returned, terminated } = SHARES;
  const ends = shuffled(
    Array.from({ length: CASES }, (_, n) =>
      n < CASES * forwarded
        ? (['appeal.forwarded', 4] as const)
        : n < CASES * (forwarded + returned)
          ? (['appeal.returned', 5] as const)
          : n < CASES * (forwarded + returned + terminated)
            ? (['appeal.terminated', 9] as const)
            : (['appeal.answered', 12] as const),
    ),
  );
  let [willing, others] = [0, 0];
  for (let n = 0; n < CASES; n += 1) {
    const channel = phones[n] ? 'phone' : (others++ < BY_WEB && 'web') || 'post';
    const wantsSms = wanting[n] === true;
    const hasEmail = wantsSms && mailed[willing++] === true;
    const recipient = { kind: 'person', id: String(n), hasVerifiedPhone: true, wantsSms, hasEmail, link: '7KQ2M4P' };
    const on = inOffice();
    await add('appeal.registered', recipient, on, channel);
    if (asked[n]) await add('appeal.asked', recipient, laterBy(on, 2 + Math.floor(random() * 4)), channel);
    if (extended[n]) await add('appeal.extended', recipient, laterBy(on, 20), channel);
    const [end, soonest] = ends[n] ?? (['appeal.answered', 12] as const);
    await add(end, recipient, laterBy(on, soonest + Math.floor(random() * 10) + (extended[n] ? 12 : 0)), channel);
  }
  const codes = Math.round(BY_WEB * (1 - SHARES.email) * 1.1);
  for (let n = 0; n < codes; n += 1)
    await add('identity.code-requested', byText('phone-code', String(n)), DAYS[byWeb(random())] as LegalDate, 'web');
  return shuffled(found).sort((a, b) => a.on.localeCompare(b.on));
}
