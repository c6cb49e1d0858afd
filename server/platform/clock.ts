import type { LegalDate } from '#shared/domain/legal-clock/legal-date.ts';

let shiftMs = 0;

/** The only source of time; tests and the demo shift it (`VIDHUK_CLOCK`). */
export const now = (): Date => new Date(Date.now() + shiftMs);
/** Moves every later `now` by so many milliseconds. */
export const shiftClock = (ms: number): void => {
  shiftMs = ms;
};
const kyiv = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Kyiv' });
/** The date of law on which an instant falls. */
export const legalDateOf = (at: Date): LegalDate => kyiv.format(at);
/** The date of law today. */
export const today = (): LegalDate => legalDateOf(now());
