/** Whoever an event is told to: a person as stated in one filing, or a phone that waits for its one-time code. */
export interface Recipient {
  kind: 'person' | 'phone-code';
  id: string;
  /** True where a code proved the number or an operator heard it from the caller. */
  hasVerifiedPhone: boolean;
  /** The tick at filing, until it is taken back. */
  wantsSms: boolean;
  /** Seven Crockford characters of the short link, one per person and case; null where there is none. */
  link: string | null;
}
/** Why somebody is told nothing. */
export type Silence = 'not-verified' | 'not-wanted';
/** When to tell somebody: at once, at an instant in the morning, or never and why. */
export type Timing = { when: 'now' } | { when: 'in the morning'; at: Date } | { when: 'never'; why: Silence };

const [MORNING, EVENING] = [9, 21];
const kyiv = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Kyiv',
  hourCycle: 'h23',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: 'numeric',
});
type Wall = Record<'year' | 'month' | 'day' | 'hour', number>;
const wallOf = (at: Date): Wall =>
  Object.fromEntries(kyiv.formatToParts(at).map(({ type, value }) => [type, Number(value)])) as Wall;

/** 09:00 in Kyiv of the day that stands so many days after a date; Kyiv is two or three hours ahead of UTC. */
function nineOn({ year, month, day }: Wall, daysLater: number): Date {
  const inSummer = new Date(Date.UTC(year, month - 1, day + daysLater, MORNING - 3));
  return wallOf(inSummer).hour === MORNING ? inSummer : new Date(inSummer.getTime() + 3_600_000);
}

/**
 * When this recipient is told: status texts go only to a proved number that wants them, and never at 21:00-09:00 Kyiv
 * (Law 1089-IX, art. 120; the city's quiet hours). One-time codes were asked for just now: they wait for nothing.
 */
export function timeToTell({ kind, hasVerifiedPhone, wantsSms }: Recipient, at: Date): Timing {
  if (kind === 'phone-code') return { when: 'now' };
  if (!hasVerifiedPhone) return { when: 'never', why: 'not-verified' };
  if (!wantsSms) return { when: 'never', why: 'not-wanted' };
  const wall = wallOf(at);
  if (wall.hour >= MORNING && wall.hour < EVENING) return { when: 'now' };
  return { when: 'in the morning', at: nineOn(wall, wall.hour < MORNING ? 0 : 1) };
}
