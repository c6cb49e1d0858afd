import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { findStarter, isEnded, type Starter } from '#server/standalone/starter.ts';
import { until } from '../../support/until.ts';

/** What a shell script does that starts something by `setsid` inside of a function, in the background; prints the pids. */
const SCRIPT = `
wrap() { env A=1 "$@"; }
wrap setsid sleep 30 &
echo $!
sleep 30`;

describe('launcher: who started it', () => {
  before(function onlyLinux() {
    if (!existsSync('/proc/self/stat')) this.skip();
  });

  it('notices that a wrapper was ended while the script goes on', async () => {
    const script = spawn('bash', ['-c', SCRIPT], { detached: true, stdio: ['ignore', 'pipe', 'ignore'] });
    const group = -(script.pid ?? 0);
    let sleeper = 0;
    try {
      const [line] = await once(script.stdout, 'data');
      const wrapper = Number(String(line).trim());
      const starter = await until<Starter>(async () => {
        for (let pid = wrapper + 1; pid < wrapper + 20; pid += 1) {
          const found = findStarter(pid);
          sleeper = pid;
          if (found?.itself.pid === wrapper) return found;
        }
        return null;
      });
      assert.ok(!isEnded(starter));
      process.kill(wrapper, 'SIGTERM');
      await until(async () => isEnded(starter));
    } finally {
      process.kill(group, 'SIGKILL');
      process.kill(sleeper, 'SIGKILL');
    }
  });

  it('knows of none where a person’s own shell did it', () => assert.equal(findStarter(1), null));
});
