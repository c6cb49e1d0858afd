import { MIGRATIONS } from '#server/migrations.ts';
import { runMigrations } from '#server/platform/migrations/run-migrations.ts';
import { runTask } from './run-task.ts';

await runTask('migrate', async () => {
  const ran = await runMigrations(MIGRATIONS);
  return ran.length > 0 ? `Migrations: ${ran.join(', ')}` : 'Migrations: nothing to do';
});
