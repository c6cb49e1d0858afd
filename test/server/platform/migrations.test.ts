import assert from 'node:assert/strict';
import { MIGRATIONS, refuseOlderSchema } from '#server/migrations.ts';
import { database } from '#server/platform/database.ts';
import type { Migration } from '#server/platform/migrations/migration.ts';
import { pendingMigrations, runMigrations } from '#server/platform/migrations/run-migrations.ts';
import { useDatabase } from '../../support/database.ts';

const shape = async (): Promise<string> => {
  const collections = await database().listCollections().toArray();
  const indexes = collections.map(async ({ name }) => [name, await database().collection(name).indexes()]);
  return JSON.stringify((await Promise.all(indexes)).sort());
};

describe('platform: migrations', () => {
  useDatabase();
  let ran: string[] = [];
  beforeEach(() => {
    ran = [];
  });
  const step = (id: string, work = async (): Promise<void> => undefined): Migration => ({
    id,
    async up() {
      ran.push(id);
      await work();
    },
  });

  it('change nothing of a database that has had them', async () => {
    const before = await shape();
    assert.deepEqual(await runMigrations(MIGRATIONS), []);
    assert.equal(await shape(), before);
  });

  it('are harmless each by itself when one died before it was noted down', async () => {
    const before = await shape();
    await database().collection('migrations').deleteMany({});
    assert.deepEqual(
      await runMigrations(MIGRATIONS),
      MIGRATIONS.map(({ id }) => id),
    );
    assert.equal(await shape(), before);
  });

  it('run in order, once, also where two processes start at once', async () => {
    const steps = [step('a-1', () => new Promise((done) => setTimeout(done, 50))), step('a-2')];
    const both = await Promise.all([runMigrations(steps), runMigrations(steps)]);
    assert.deepEqual(ran, ['a-1', 'a-2']);
    assert.deepEqual(both.flat(), ['a-1', 'a-2']);
  });

  it('stop at the one that fails, which is pending then, and go on from it', async () => {
    let isBroken = true;
    const second = step('b-2', async () => {
      if (isBroken) throw new Error('broken');
    });
    const steps = [step('b-1'), second, step('b-3')];
    await assert.rejects(runMigrations(steps), /broken/);
    assert.deepEqual(await pendingMigrations(steps), ['b-2', 'b-3']);
    isBroken = false;
    assert.deepEqual(await runMigrations(steps), ['b-2', 'b-3']);
  });

  it('are asked for by name before anything works on an older database', async () => {
    await refuseOlderSchema();
    const [first] = MIGRATIONS;
    await database()
      .collection<{ _id: string }>('migrations')
      .deleteOne({ _id: first?.id ?? '' });
    await assert.rejects(refuseOlderSchema(), /lacks 0001-indexes: run "npm run migrate"/);
  });
});
