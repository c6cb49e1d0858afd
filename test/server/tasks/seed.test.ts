import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import mongoose from 'mongoose';
import { KEYS } from '../../support/api.ts';
import { mongodbUri, redisUrl, useDatabase } from '../../support/database.ts';

/** What a task said and how it ended. */
interface Ended {
  code: number;
  said: string;
}
// biome-ignore lint/style/noProcessEnv: a child needs the machine's PATH
const { PATH = '' } = process.env;
const run = (task: string, args: readonly string[], env: Readonly<Record<string, string>>): Promise<Ended> =>
  new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      ['--import', 'tsx', `server/tasks/${task}.ts`, ...args],
      { env: { PATH, ...env } },
      (_, out, complaints) => resolve({ code: child.exitCode ?? -1, said: `${out}${complaints}` }),
    );
  });

describe('tasks: seed', function () {
  this.timeout(300_000);
  const name = useDatabase();
  const env = () => ({
    ...KEYS,
    MONGODB_URI: mongodbUri(name),
    REDIS_URL: redisUrl(),
    PUBLIC_URL: 'http://127.0.0.1:3000',
  });
  const count = (collection: string, filter = {}): Promise<number> =>
    mongoose.connection.collection(collection).countDocuments(filter);

  it('says in one line what is wrong with its command line, and touches nothing', async () => {
    const { code, said } = await run('seed', ['--appeals', 'many'], env());
    assert.equal(code, 1);
    assert.match(said, /^seed: --appeals takes a whole number from 1 to \d+, not "many"; usage: seed [^\n]+\n$/);
    assert.equal(await count('categories'), 0);
  });

  it('makes a city by several processes, and tells how fast', async () => {
    const args = ['--appeals', '150', '--seed', '9', '--until', '2026-03-01', '--processes', '2'];
    const { code, said } = await run('seed', args, env());
    assert.equal(code, 0, said);
    const lines = said.trimEnd().split('\n');
    assert.equal(lines[0], 'Seed: planning 150 cases');
    assert.ok(
      lines.some((line) => /^Seed: 150 of 150 cases \(100 %\), [\d,]+ events, [\d,]+ cases\/s, 0 s left$/.test(line)),
      said,
    );
    assert.ok(
      lines.some((line) => /^Seed: indexes of (\d) of \1 collections built$/.test(line)),
      said,
    );
    assert.match(lines.at(-1) ?? '', /^Seed: 150 cases with [\d,]+ events in \d+\.\d s \([\d,]+ cases\/s\)$/);
    assert.equal(await count('cases'), 150);
    assert.equal(await count('indexes_set_aside'), 0);
    const indexes = await mongoose.connection.collection('events').indexes();
    assert.ok(
      indexes.some(({ unique }) => unique),
      'the events have lost their index',
    );
  });

  it('holds before verify', async () => {
    const { code, said } = await run('verify', [], env());
    assert.equal(code, 0, said);
    assert.match(said, /^History: \d+ events of 150 subjects, 0 nightly roots, 0 broken chains, 0 other faults\n$/);
  });

  it('adds to a city only where it is told to', async () => {
    const args = ['--appeals', '20', '--until', '2026-03-01'];
    const refused = await run('seed', args, env());
    assert.equal(refused.code, 1);
    assert.match(refused.said, /has cases already: use an empty database, or add to them with --into-existing/);
    const { code, said } = await run('seed', [...args, '--into-existing'], env());
    assert.equal(code, 0, said);
    assert.equal(await count('cases'), 170);
  });

  it('is found out by verify where a seeded case was changed', async () => {
    await mongoose.connection.collection('cases').updateOne({ status: 'closed' }, { $set: { text: 'Усе добре.' } });
    const { code, said } = await run('verify', [], env());
    assert.equal(code, 1);
    assert.match(said, /1 other faults\ncase [0-9a-f]{24}: текст не той, який засвідчила історія/);
  });
});
