import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { childLog, warningIn } from '#server/standalone/child-log.ts';
import { type Child, type ChildPlan, keep } from '#server/standalone/children.ts';
import { nextPause } from '#server/standalone/pauses.ts';
import { Trouble } from '#server/standalone/trouble.js';
import { aFolder } from '../../support/throw-away.ts';
import { until } from '../../support/until.ts';

const patient = new AbortController().signal;
const pidsIn = (file: string) =>
  [...readFileSync(file, 'utf8').matchAll(/^pid (\d+)$/gm)].map(([, pid]) => Number(pid));
const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};
const GOOD = `console.error('pid ' + process.pid); setInterval(() => {}, 1000); process.on('disconnect', () => process.exit());
  process.on('SIGTERM', () => { console.error('farewell'); process.exit(0); }); process.send({ ready: true });`;

describe('children of the launcher', () => {
  const children: Child[] = [];
  const start = (script: string, plan: Partial<ChildPlan> = {}) => {
    const log = childLog(aFolder('children'), 'web');
    const child = keep({
      name: 'web',
      args: ['-e', script],
      env: {},
      log,
      graceMs: 5_000,
      saysReady: true,
      ...plan,
    });
    children.push(child);
    return { child, log };
  };
  afterEach(() => Promise.all(children.splice(0).map((child) => child.stop(patient))));

  it('are ready when they say so, and are asked to stop', async () => {
    const { child, log } = start(GOOD);
    await child.ready;
    await child.stop(patient);
    await until(async () => /farewell/.test(readFileSync(log.file, 'utf8')));
    await until(async () => !isAlive(pidsIn(log.file)[0] ?? 0));
  });
  it('are started again when they end by themselves', async () => {
    const { child, log } = start(GOOD);
    await child.ready;
    process.kill(pidsIn(log.file)[0] ?? 0, 'SIGKILL');
    await until(async () => pidsIn(log.file).length === 2);
  });
  it('are killed past their grace, and at once in a hurry', async () => {
    const deaf = `console.error('pid ' + process.pid); process.on('SIGTERM', () => {}); setInterval(() => {}, 1000); process.send({ ready: true });`;
    for (const [graceMs, hurry] of [
      [50, patient],
      [60_000, AbortSignal.abort()],
    ] as const) {
      const { child, log } = start(deaf, { graceMs });
      await child.ready;
      await child.stop(hurry);
      await until(async () => !isAlive(pidsIn(log.file)[0] ?? 0));
    }
  });
  it('that cannot start tell why: their complaints about settings, or their last words', async () => {
    const complaining = start(`console.error('Settings:\\n  PORT: wrong\\n  HOST: wrong'); process.exitCode = 1;`);
    await assert.rejects(
      complaining.child.ready,
      (error: Error) => error instanceof Trouble && /PORT: wrong\n {2}HOST: wrong/.test(error.message),
    );
    const dying = start(`console.error('web: the port is taken'); throw new Error('with a stack');`);
    await assert.rejects(
      dying.child.ready,
      (error: Error) => /the port is taken/.test(error.message) && !/ at /.test(error.message),
    );
  });
});

describe('log of a child', () => {
  it('shows warnings and worse, nothing less and nothing else', () => {
    assert.equal(warningIn('{"level":40,"msg":"slow"}'), 'slow');
    assert.equal(warningIn('{"level":30,"msg":"ready"}'), null);
    assert.equal(warningIn('    at stack (frame.js:1:1)'), null);
  });
  it('keeps what was said at the start before', () => {
    const folder = aFolder('logs');
    const { file } = childLog(folder, 'web');
    childLog(folder, 'web');
    assert.equal(readFileSync(`${file}.1`, 'utf8'), '');
  });
});

describe('pauses between tries', () => {
  it('grow to half a minute, and begin anew after a minute of good work', () => {
    const pauses = [0, 1_000, 2_000, 20_000, 30_000].map((last) => nextPause(last, 500));
    assert.deepEqual(pauses, [1_000, 2_000, 4_000, 30_000, 30_000]);
    assert.equal(nextPause(30_000, 61_000), 1_000);
  });
});
