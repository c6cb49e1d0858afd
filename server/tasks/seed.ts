import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadCalendar } from '#server/calendar/index.ts';
import { loadCatalogue } from '#server/catalogue/index.ts';
import { StaffModel } from '#server/identity/index.ts';
import { loadPlaces } from '#server/places/index.ts';
import { today } from '#server/platform/clock.ts';
import { installRegimes } from '#server/regimes.ts';
import { hasCases, makeCity } from '#server/seeds/bulk/city-maker.ts';
import { restoreIndexes } from '#server/seeds/bulk/indexes.ts';
import { BY_PHONE } from '#server/seeds/bulk/rhythm.ts';
import { serveAsWriter } from '#server/seeds/bulk/writers.ts';
import { seedAppeals, seedPast, seedPetitions, seedReference, seedStaff } from '#server/seeds/demo-city.ts';
import { runTask } from './run-task.ts';
import { PAST_DAYS, type SeedOptions, seedOptions } from './seed-options.ts';
import { showProgress, tallyWords } from './seed-progress.ts';

async function demo(folder: string): Promise<string> {
  const accounts = join(folder, 'demo-accounts.json');
  if (!existsSync(accounts) || !(await StaffModel.exists({}))) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(accounts, JSON.stringify(await seedStaff(), null, 2), { mode: 0o600 });
  }
  const filed = (await hasCases()) ? 0 : (await seedPast()) + (await seedAppeals());
  const petitions = await seedPetitions();
  return `Seed: ${filed} demo appeals filed, ${petitions} petitions written`;
}
async function city({
  appeals,
  seed,
  until,
  processes,
  isIntoExisting,
}: SeedOptions & { appeals: number }): Promise<string> {
  if (!isIntoExisting && (await hasCases()))
    throw new Error('the register has cases already: use an empty database, or add to them with --into-existing');
  const clock = () => performance.now() / 1_000;
  const began = clock();
  const onProgress = showProgress(process.stdout, clock);
  const size = { appeals, ...(processes !== null && { processes }) };
  const tally = await makeCity({ seed, until, ...size, days: PAST_DAYS, byPhone: BY_PHONE, onProgress });
  return tallyWords(tally, clock() - began);
}

/**
 * `seed`: units, categories, roles and places. `seed --demo`: also accounts and, once, a small believable city.
 * `seed --appeals N`: a believable city of that size, the same for the same `--seed` and `--until`.
 */
await runTask('seed', async ({ VIDHUK_DATA_DIR: folder, VIDHUK_DEMO }) => {
  const options = seedOptions(process.argv.slice(2), today());
  const { appeals, isDemo, isWriter } = options;
  installRegimes();
  await loadCalendar();
  if (isWriter) {
    await Promise.all([loadCatalogue(), loadPlaces()]);
    await serveAsWriter();
    return '';
  }
  await restoreIndexes();
  await seedReference();
  if (appeals !== null) return city({ ...options, appeals });
  if (!isDemo) return 'Seed: units, categories, roles and places are there';
  if (!VIDHUK_DEMO) throw new Error('demo accounts are made only where VIDHUK_DEMO=1');
  return demo(folder);
});
