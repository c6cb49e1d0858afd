import type { DeliveryChannel } from '#shared/domain/delivery.ts';
import { isCode, type Recipient } from './recipient.ts';

/** Why somebody is told nothing. */
export type Silence = 'not-verified' | 'not-wanted' | 'no-address';
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
const readWall = (at: Date): Wall =>
  Object.fromEntries(kyiv.formatToParts(at).map(({ type, value }) => [type, Number(value)])) as Wall;
/** Kyiv keeps whole hours from UTC, so that an hour there is an hour here; the last ones that were asked for. */
const walls = new Map<number, Wall>();
const [HOUR_MS, MOST] = [3_600_000, 20_000];
function wallOf(at: Date): Wall {
  const hour = Math.floor(at.getTime() / HOUR_MS);
  const wall = walls.get(hour) ?? readWall(at);
  if (walls.size >= MOST) walls.clear();
  walls.set(hour, wall);
  return wall;
}

/** 09:00 in Kyiv of the day that stands so many days after a date; Kyiv is two or three hours ahead of UTC. */
function nineOn({ year, month, day }: Wall, daysLater: number): Date {
  const inSummer = new Date(Date.UTC(year, month - 1, day + daysLater, MORNING - 3));
  return wallOf(inSummer).hour === MORNING ? inSummer : new Date(inSummer.getTime() + 3_600_000);
}

/** 09:00 in Kyiv of the day after the one on which an instant falls. */
export const nextMorning = (at: Date): Date => nineOn(wallOf(at), 1);

/**
 * When this recipient is told by that way. Status texts go only to a proved number that wants them, and never at 21:00-09:00
 * Kyiv (Law 1089-IX, art. 120; the city's quiet hours); a letter wakes nobody. One-time codes were asked for just now: they
 * wait for nothing.
 */
export function timeToTell(recipient: Recipient, channel: DeliveryChannel, at: Date): Timing {
  const { kind, hasVerifiedPhone, wantsSms, hasEmail } = recipient;
  if (isCode(kind)) return { when: 'now' };
  if (channel === 'email') return hasEmail ? { when: 'now' } : { when: 'never', why: 'no-address' };
  if (!hasVerifiedPhone) return { when: 'never', why: 'not-verified' };
  if (!wantsSms) return { when: 'never', why: 'not-wanted' };
  const wall = wallOf(at);
  if (wall.hour >= MORNING && wall.hour < EVENING) return { when: 'now' };
  return { when: 'in the morning', at: nineOn(wall, wall.hour < MORNING ? 0 : 1) };
}
