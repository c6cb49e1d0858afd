import { isLegalDate, type LegalDate } from './legal-date.ts';

const kyiv = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Kyiv',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
  timeZoneName: 'longOffset',
});
const SECOND_MS = 1000;
const DAY_MS = 86_400_000;

/** An instant as the clocks of Kyiv show it, to the second, with their offset: `2026-03-30T11:00:00+03:00`. */
export function inKyiv(at: Date): string {
  const part = Object.fromEntries(kyiv.formatToParts(at).map(({ type, value }) => [type, value]));
  const offset = part.timeZoneName?.slice('GMT'.length) ?? '';
  return `${part.year?.padStart(4, '0')}-${part.month}-${part.day}T${part.hour}:${part.minute}:${part.second}${offset}`;
}
/** The date of law on which an instant falls. */
export const legalDateIn = (at: Date): LegalDate => inKyiv(at).slice(0, 'YYYY-MM-DD'.length);

/**
 * The instant at which the clocks of Kyiv show that date and time (`HH:MM`), or null where they never did: a wrong
 * time, or the hour that is left out in March. Of the hour that comes twice in October it is the first.
 */
export function instantInKyiv(date: LegalDate, time: string): Date | null {
  if (!isLegalDate(date) || !/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) return null;
  const shown = `${date}T${time}:00`;
  const candidates = ['+03:00', '+02:00'].map((offset) => new Date(`${shown}${offset}`));
  return candidates.find((at) => inKyiv(at).startsWith(shown)) ?? null;
}
/**
 * The first instant of a day in Kyiv, so many days later where that is said; for every date that there is, also those of ages
 * whose clocks had other offsets: there it is the day's in UTC.
 */
export function startOfDay(date: LegalDate, later = 0): Date {
  const utc = new Date(Date.parse(date) + later * DAY_MS);
  return instantInKyiv(utc.toISOString().slice(0, 'YYYY-MM-DD'.length), '00:00') ?? utc;
}
/** How far the clocks of Kyiv were moved between two instants, in minutes; positive where they were put forward. */
export function clockShift(from: Date, to: Date): number {
  const offsetAt = (at: Date) => Date.parse(`${inKyiv(at).slice(0, 'YYYY-MM-DDTHH:MM:SS'.length)}Z`) - at.getTime();
  return Math.round((offsetAt(to) - offsetAt(from)) / (60 * SECOND_MS));
}
