import { ImportRefused } from '#server/places/index.ts';
import { isDuplicate } from '#server/platform/database.ts';
import { enterCases, pastKeysAmong, takeCaseNumbers } from '#server/register/index.ts';
import { pastEntry, yearOf } from '../past/past-entry.ts';
import { rowsOf } from '../past/past-file.ts';
import type { PastMapping } from '../past/past-mapping.ts';
import { type PastAppeal, PastReader } from '../past/past-row.ts';

/** What a file of past years came to. */
export interface PastTally {
  rows: number;
  bad: number;
  /** Rows that the mapping leaves out. */
  leftOut: number;
  /** Cases that came in now, and those that were here already. */
  added: number;
  known: number;
}
/** How a file is gone through. */
interface Walk {
  /** Hears what is wrong with a row. */
  onFault?: (line: number, fault: string) => void;
  onProgress?: (tally: PastTally) => void;
}
type Open = () => AsyncIterable<Buffer>;

/** Cases of one transaction: few enough for one to last well under a second. */
const BATCH = 500;
/** How often a batch is tried where another import put some of it in first, or a short link was drawn twice. */
const TRIES = 4;

/** Goes through a file row by row; `take` is given each good one. Memory grows by the keys of the rows alone, which tell a repeated one. */
async function walk(
  open: Open,
  mapping: PastMapping,
  { onFault = () => undefined, onProgress = () => undefined }: Walk,
  take: (appeal: PastAppeal, tally: PastTally) => Promise<void>,
): Promise<PastTally> {
  const tally: PastTally = { rows: 0, bad: 0, leftOut: 0, added: 0, known: 0 };
  const keys = new Set<string>();
  let reader: PastReader | null = null;
  for await (const { line, cells } of rowsOf(open(), mapping)) {
    if (!reader) {
      reader = new PastReader(mapping, cells);
      const { missing } = reader;
      if (missing.length > 0) throw new ImportRefused(missing.map((name) => `the file has no column «${name}»`));
      continue;
    }
    tally.rows += 1;
    const read = reader.read(cells);
    if ('isLeftOut' in read) tally.leftOut += 1;
    else {
      const faults =
        'faults' in read ? read.faults : keys.has(read.appeal.key) ? ['repeats the key of an earlier row'] : [];
      if (faults.length > 0) tally.bad += 1;
      for (const fault of faults) onFault(line, fault);
      if ('appeal' in read && faults.length === 0) {
        keys.add(read.appeal.key);
        await take(read.appeal, tally);
      }
    }
    onProgress(tally);
  }
  if (!reader) throw new ImportRefused(['the file is empty']);
  return tally;
}

/** Looks through a file of past years and changes nothing; of good rows it counts those that are here already. */
export async function checkPast(open: Open, mapping: PastMapping, told: Walk = {}): Promise<PastTally> {
  let batch: string[] = [];
  const count = async (tally: PastTally): Promise<void> => {
    tally.known += (await pastKeysAmong(mapping.source, batch)).size;
    batch = [];
  };
  const tally = await walk(open, mapping, told, async ({ key }, soFar) => {
    batch.push(key);
    if (batch.length >= BATCH) await count(soFar);
  });
  await count(tally);
  return tally;
}

/** Puts those of a batch in that are not here yet, in one transaction; answers how many those were. */
async function keep(source: string, batch: readonly PastAppeal[]): Promise<number> {
  for (let triesLeft = TRIES; ; triesLeft -= 1) {
    const known = await pastKeysAmong(
      source,
      batch.map(({ key }) => key),
    );
    const missing = batch.filter(({ key }) => !known.has(key));
    if (missing.length === 0) return 0;
    const numbers = new Map<number, string[]>();
    for (const year of new Set(missing.map(yearOf)))
      numbers.set(year, await takeCaseNumbers(year, missing.filter((one) => yearOf(one) === year).length));
    const entries = missing.map((one) => pastEntry(one, source, numbers.get(yearOf(one))?.shift() ?? ''));
    try {
      await enterCases(entries);
      return missing.length;
    } catch (cause) {
      if (!isDuplicate(cause) || triesLeft === 1) throw cause;
    }
  }
}

/**
 * Brings in what is good of a file of past years, batch by batch. What is here already stays as it is, so that a run that was cut
 * off is completed by the next, and several at once do no harm.
 */
export async function importPast(open: Open, mapping: PastMapping, told: Walk = {}): Promise<PastTally> {
  let batch: PastAppeal[] = [];
  const put = async (tally: PastTally): Promise<void> => {
    if (batch.length === 0) return;
    const added = await keep(mapping.source, batch);
    tally.added += added;
    tally.known += batch.length - added;
    batch = [];
  };
  const tally = await walk(open, mapping, told, async (appeal, soFar) => {
    batch.push(appeal);
    if (batch.length >= BATCH) await put(soFar);
  });
  await put(tally);
  return tally;
}
