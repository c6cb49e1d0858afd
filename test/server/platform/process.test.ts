import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';

const TWO_PARTS = `
  drain(async () => process.stdout.write('first '));
  drain(async () => { process.stdout.write('second '); throw new Error('would not close'); });
`;
/** A process that opens these parts and then waits; `ended` tells with what it exited and what it said. */
function start(parts: string) {
  // biome-ignore lint/style/noProcessEnv: a child needs the machine's PATH
  const { PATH = '' } = process.env;
  const source = `
    import { runProcess } from '#server/platform/process.ts';
    import { SettingsError } from '#server/platform/config.ts';
    await runProcess('web', async (drain) => { ${parts}; setInterval(() => undefined, 1_000); });
  `;
  const args = ['--import', 'tsx', '--input-type=module', '--eval', source];
  const child = spawn(process.execPath, args, { env: { PATH }, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
  const exited = once(child, 'exit');
  const said = Promise.all([text(child.stdout as Readable), text(child.stderr as Readable)]);
  const ended = async () => {
    const [code] = await exited;
    const [out, err] = await said;
    return { code, out, err };
  };
  return { child, ended };
}

describe('platform: a long-lived process', () => {
  for (const [name, end] of [
    ['SIGTERM', (child: ChildProcess) => child.kill('SIGTERM')],
    ['SIGINT', (child: ChildProcess) => child.kill('SIGINT')],
    ['the loss of its parent', (child: ChildProcess) => child.disconnect()],
  ] as const)
    it(`closes its parts on ${name}, the last first, one that fails among them, and exits with 0`, async () => {
      const { child, ended } = start(TWO_PARTS);
      assert.deepEqual((await once(child, 'message'))[0], { ready: true });
      end(child);
      const { code, out } = await ended();
      assert.deepEqual([code, out], [0, 'second first ']);
    });

  it('says in one line why it cannot start, closes what it had opened and exits with 1', async () => {
    const { ended } = start(`${TWO_PARTS}; throw new Error('port 3000 is taken')`);
    assert.deepEqual(await ended(), { code: 1, out: 'second first ', err: 'web: port 3000 is taken\n' });
  });

  it('names wrong settings as they are, without its own name before them', async () => {
    const { ended } = start(`throw new SettingsError('Settings:\\n  PORT: wrong')`);
    assert.deepEqual(await ended(), { code: 1, out: '', err: 'Settings:\n  PORT: wrong\n' });
  });
});
