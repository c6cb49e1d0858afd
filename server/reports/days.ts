import { legalDateOf } from '#server/platform/clock.ts';
import type { Period } from '#shared/domain/figures.ts';
import type { LegalDate } from '#shared/domain/legal-clock/legal-date.ts';

const [HOUR_MS, DAY_MS] = [3_600_000, 86_400_000];
/** 00:00 in Kyiv of a date: three hours before UTC in summer, two in winter. */
export function beginningOf(date: LegalDate): Date {
  const utc = Date.parse(date);
  const summer = new Date(utc - 3 * HOUR_MS);
  return legalDateOf(summer) === date ? summer : new Date(utc - 2 * HOUR_MS);
}
/** A period as instants: from the first until the second, which is no longer within. */
export function instantsOf({ from, to }: Period): { from: Date; until: Date } {
  const dayAfter = new Date(Date.parse(to) + DAY_MS).toISOString().slice(0, 10);
  return { from: beginningOf(from), until: beginningOf(dayAfter) };
}
