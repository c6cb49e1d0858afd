import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { mongodbUri, useDatabase } from '../../support/database.ts';

const run = promisify(execFile);
/** What a process of its own writes to its log while it runs this. */
async function logged(script: string, env: Record<string, string> = {}): Promise<{ lines: object[]; raw: string }> {
  // biome-ignore lint/style/noProcessEnv: a child needs the machine's PATH
  const { PATH = '' } = process.env;
  const source = `import { log, useLog } from '#server/platform/log.ts';\nuseLog('info', 'test');\n${script}`;
  const args = ['--import', 'tsx', '--input-type=module', '--eval', source];
  const { stderr } = await run(process.execPath, args, { env: { PATH, ...env } });
  const lines = stderr.split('\n').filter((line) => line.startsWith('{'));
  return { lines: lines.map((line) => JSON.parse(line) as object), raw: stderr };
}
const DUPLICATE = `
  import mongoose from 'mongoose';
  import { connectDatabase } from '#server/platform/database.ts';
  await connectDatabase(process.env.URI);
  const secrets = mongoose.connection.collection('secrets');
  await secrets.createIndex({ phone: 1 }, { unique: true });
  const write = (bulk) => bulk ? secrets.insertMany([{ phone: '+380671234567' }]) : secrets.insertOne({ phone: '+380671234567' });
  await write(false);
  for (const bulk of [false, true]) await write(bulk).catch((error) => log().error({ err: error }, 'refused'));
  await mongoose.disconnect();
`;

describe('platform: the log', () => {
  const name = useDatabase();

  it('names a duplicate key by its kind and code, never by its value', async () => {
    const { lines, raw } = await logged(DUPLICATE, { URI: mongodbUri(name) });
    assert.equal(lines.length, 2);
    for (const line of lines) assert.equal((line as { err: { code: unknown } }).err.code, 11_000);
    assert.doesNotMatch(raw, /671234567|phone/);
    assert.match(raw, /"kind":"MongoServerError"/);
  });

  it('keeps the message of an error of our own, cut short, and its frames', async () => {
    const { lines } = await logged(`log().error({ err: new Error('x'.repeat(1_000)) }, 'went wrong');`);
    const { err } = lines[0] as { err: { message: string; frames: string[] } };
    assert.equal(err.message, 'x'.repeat(200));
    assert.ok(err.frames.length > 0 && err.frames.every((frame) => /^\s+at /.test(frame)));
  });

  it('shows nothing of a thing that was thrown and is no error', async () => {
    const { raw } = await logged(`log().error({ err: { phone: '0671234567' } }, 'went wrong');`);
    assert.doesNotMatch(raw, /671234567/);
  });

  it('shows nothing of the body that a parser could not read', async () => {
    const { raw } = await logged(
      `try { JSON.parse('{"lastName":Коваль'); } catch (err) { log().error({ err }, 'bad'); }`,
    );
    assert.doesNotMatch(raw, /Коваль/);
  });
});
