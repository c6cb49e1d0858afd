import type { LegalDate } from '#shared/domain/legal-clock/legal-date.ts';

let shiftMs = 0;

/** The only source of time; tests and the demo shift it (`VIDHUK_CLOCK`). */
export const now = (): Date => new Date(Date.now() + shiftMs);
/** Moves every later `now` by so many milliseconds. */
export const shiftClock = (ms: number): void => {
  shiftMs = ms;
};
const kyiv = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Kyiv' });
/** Kyiv keeps whole hours from UTC, so that an hour lies in one date; the dates of hours that were asked for, up to so many. */
const dates = new Map<number, LegalDate>();
const [HOUR_MS, MOST] = [3_600_000, 20_000];
/** The date of law on which an instant falls. */
export function legalDateOf(at: Date): LegalDate {
  const hour = Math.floor(at.getTime() / HOUR_MS);
  let date = dates.get(hour);
  if (date === undefined) {
    if (dates.size >= MOST) dates.clear();
    date = kyiv.format(at);
    dates.set(hour, date);
  }
  return date;
}
/** The date of law today. */
export const today = (): LegalDate => legalDateOf(now());
