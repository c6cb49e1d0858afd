const [MINUTE_MS, HOUR_MS, DAY_MS] = [60_000, 3_600_000, 86_400_000];

/** How long a one-time code can be used, in milliseconds: its text says ten minutes. */
export const CODE_LIFETIME_MS = 10 * MINUTE_MS;
/** How often a code may be entered: five guesses of a million, and the code is dead, right or not. */
export const CODE_TRIES = 5;
/** How soon another may be asked for the same phone or address, in milliseconds: a text takes longer on a bad day. */
export const CODE_RESEND_MS = MINUTE_MS;
/** How many a phone or an address gets in any 24 hours: what a stranger can pester somebody with, and guesses at one person's codes. */
export const CODES_A_DAY = 10;
/** The time in which they are counted, in milliseconds. */
export const CODES_DAY_MS = DAY_MS;

/** What codes are counted by, beside the phone or the address itself. */
export type CountedBy = 'network' | 'range' | 'city';
/** So many codes of one network, range of numbers, or of all, in a stretch of time that begins at a whole hour or day of UTC. */
export interface CodeLimit {
  by: CountedBy;
  most: number;
  lastsMs: number;
}
/**
 * The limits on codes, in the order in which they are held to. At the border of two stretches twice as many can pass; a city of
 * 90,000 cases a year asks for about 250 codes a day.
 */
export const CODE_LIMITS: readonly CodeLimit[] = [
  // Mobile operators put thousands of people behind one /24, and an office files for many: generous, and far below what pays.
  { by: 'network', most: 60, lastsMs: HOUR_MS },
  { by: 'network', most: 300, lastsMs: DAY_MS },
  // SMS pumping walks through numbers of a block that earns by each text; 10,000 numbers of Ukraine ask for less than one a day.
  { by: 'range', most: 30, lastsMs: HOUR_MS },
  { by: 'range', most: 60, lastsMs: DAY_MS },
  // Whatever gets by the others ends here: about 600 hryvnias at a day's most, while the codes' reserve is a tenfold of it.
  { by: 'city', most: 1_000, lastsMs: DAY_MS },
];

/** The range of an E.164 number: its country, network and three digits more, so 10,000 numbers of Ukraine. */
export const rangeOf = (e164: string): string => e164.slice(0, '+38067123'.length);
