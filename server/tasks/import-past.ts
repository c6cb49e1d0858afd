import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { checkPast, importPast, type PastTally, readMapping } from '#server/appeals/index.ts';
import { loadCalendar } from '#server/calendar/index.ts';
import { loadCatalogue } from '#server/catalogue/index.ts';
import { loadPlaces } from '#server/places/index.ts';
import { installRegimes } from '#server/regimes.ts';

/** How past years are imported: by what mapping, only looked through, and whether bad rows hold the good ones up. */
export interface PastOptions {
  mapping: string | undefined;
  isDryRun: boolean;
  leavesOutBad: boolean;
}
/** How often a long import says how far it has come, in milliseconds. */
const SELDOM_MS = 10_000;

const wordsOf = (file: string, { rows, bad, leftOut, added, known }: PastTally): string =>
  `Past years of ${file}: ${rows} rows, ${bad} bad, ${leftOut} left out by the mapping, ${known} in the register already`.concat(
    added > 0 ? `, ${added} added` : '',
  );
/** Says now and then how far it has come. */
function progress(): (tally: PastTally) => void {
  let saidAt = performance.now();
  return ({ rows, added }) => {
    if (performance.now() - saidAt < SELDOM_MS) return;
    saidAt = performance.now();
    process.stdout.write(`${rows} rows read, ${added} added\n`);
  };
}

/**
 * Looks through a file of past years, naming each bad row by its line, column and fault, and then brings the good ones in: none
 * of them while there are bad ones, unless those are to be left out. Answers what to print.
 */
export async function importPastYears(file: string, options: PastOptions): Promise<string> {
  const { mapping: mappingFile, isDryRun, leavesOutBad } = options;
  if (mappingFile === undefined) throw new Error('name the mapping of its columns: --mapping FILE.json');
  if (!existsSync(file)) throw new Error(`${file}: no such file`);
  installRegimes();
  await Promise.all([loadCalendar(), loadCatalogue(), loadPlaces()]);
  const mapping = readMapping(readFileSync(mappingFile, 'utf8'));
  const open = () => createReadStream(file);
  const onFault = (line: number, fault: string): void => void process.stdout.write(`line ${line}: ${fault}\n`);
  const looked = await checkPast(open, mapping, { onFault });
  if (isDryRun) {
    if (looked.bad > 0) process.exitCode = 1;
    return `${wordsOf(file, looked)}. Nothing was changed.`;
  }
  if (looked.bad > 0 && !leavesOutBad)
    throw new Error(
      `${wordsOf(file, looked)}. Nothing was changed: mend the bad rows, or leave them out with --leave-out-bad.`,
    );
  const began = performance.now();
  const tally = await importPast(open, mapping, { onProgress: progress() });
  const perSecond = Math.round(tally.added / ((performance.now() - began) / 1_000));
  return `${wordsOf(file, tally)}, ${perSecond} a second.`;
}
