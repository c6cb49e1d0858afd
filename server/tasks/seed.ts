import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadCalendar } from '#server/calendar/index.ts';
import { StaffModel } from '#server/identity/index.ts';
import { installRegimes } from '#server/regimes.ts';
import { cityFigures } from '#server/register/index.ts';
import { seedAppeals, seedReference, seedStaff } from '#server/seeds/demo-city.ts';
import { runTask } from './run-task.ts';

/** `seed`: units, categories and roles. `seed --demo`: also accounts and, once, a small believable city. */
await runTask('seed', async ({ VIDHUK_DATA_DIR: folder, VIDHUK_DEMO }) => {
  installRegimes();
  await loadCalendar();
  await seedReference();
  if (!process.argv.includes('--demo')) return 'Seed: units, categories and roles are there';
  if (!VIDHUK_DEMO) throw new Error('demo accounts are made only where VIDHUK_DEMO=1');
  const accounts = join(folder, 'demo-accounts.json');
  if (!existsSync(accounts) || !(await StaffModel.exists({}))) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(accounts, JSON.stringify(await seedStaff(), null, 2), { mode: 0o600 });
  }
  const { received } = await cityFigures(new Date(0));
  const filed = received > 0 ? 0 : await seedAppeals();
  return `Seed: ${filed} demo appeals filed`;
});
