import { parseArgs } from 'node:util';
import { addCalendarDays, FIRST_DATE, isLegalDate, type LegalDate } from '#shared/domain/legal-clock/legal-date.ts';

/** What `seed` was asked to do. */
export interface SeedOptions {
  /** Cases of a believable city; null where none is wanted. */
  appeals: number | null;
  seed: number;
  until: LegalDate;
  /** How many processes write; null where the size decides. */
  processes: number | null;
  isIntoExisting: boolean;
  isDemo: boolean;
  /** True in a process that another one has started to write with it. */
  isWriter: boolean;
}
/** How far back a city’s past reaches, in days. */
export const PAST_DAYS = 365;
/** More cases than this have no numbers of ten digits in one year. */
const MOST = 9_000_000;

const USAGE = 'seed [--demo] | seed --appeals N [--seed S] [--until YYYY-MM-DD] [--processes P] [--into-existing]';
const refuse = (why: string): never => {
  throw new Error(`${why}; usage: ${USAGE}`);
};
function wholeNumber(name: string, said: string, { from, to }: { from: number; to: number }): number {
  const number = Number(said.replaceAll('_', ''));
  const isRight = /^\d[\d_]*$/.test(said) && number >= from && number <= to;
  return isRight ? number : refuse(`--${name} takes a whole number from ${from} to ${to}, not ${JSON.stringify(said)}`);
}
function lastDay(said: string, today: LegalDate): LegalDate {
  const earliest = addCalendarDays(FIRST_DATE, PAST_DAYS);
  const isRight = isLegalDate(said) && said >= earliest && said <= today;
  return isRight ? said : refuse(`--until takes a date from ${earliest} to ${today}, not ${JSON.stringify(said)}`);
}
function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        appeals: { type: 'string' },
        seed: { type: 'string' },
        until: { type: 'string' },
        processes: { type: 'string' },
        'into-existing': { type: 'boolean', default: false },
        demo: { type: 'boolean', default: false },
        writer: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    return refuse(error instanceof Error ? (error.message.split('.')[0] ?? '') : String(error));
  }
}

/** Reads the command line; throws one sentence that says what is wrong with it and how it is used. */
export function seedOptions(args: readonly string[], today: LegalDate): SeedOptions {
  const { appeals, seed = '1', until = today, processes, demo, writer, 'into-existing': isIntoExisting } = parsed(args);
  const isCity = appeals !== undefined;
  if (!isCity && args.some((arg) => /^--(seed|until|processes|into-existing)\b/.test(arg)))
    refuse('--seed, --until, --processes and --into-existing belong to --appeals');
  if (isCity && demo) refuse('--demo makes a city of its own');
  return {
    appeals: isCity ? wholeNumber('appeals', appeals, { from: 1, to: MOST }) : null,
    seed: wholeNumber('seed', seed, { from: 0, to: 2 ** 32 - 1 }),
    until: lastDay(until, today),
    processes: processes === undefined ? null : wholeNumber('processes', processes, { from: 0, to: 64 }),
    isIntoExisting,
    isDemo: demo,
    isWriter: writer,
  };
}
