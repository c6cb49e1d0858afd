import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { launcherOf, lockFolder, prepareFolder } from '#server/standalone/data-folder.ts';
import { recordOf } from '#server/standalone/databases/process-record.ts';
import { demoKeysOf } from '#server/standalone/demo-keys.ts';
import { stateOf } from '#server/standalone/state.ts';
import { Trouble } from '#server/standalone/trouble.js';
import { aFolder } from '../../support/throw-away.ts';

describe('data folder: one launcher at a time', () => {
  it('is made where there is none, for its owner only', () => {
    const folder = prepareFolder(join(aFolder('data'), 'deep', 'data'));
    assert.equal(statSync(folder).mode & 0o777, 0o700);
    assert.deepEqual(readdirSync(folder), []);
  });
  it('says in one sentence that it cannot be written to', () => {
    const file = join(aFolder('data'), 'file');
    writeFileSync(file, '');
    for (const folder of [file, join(file, 'data'), '/proc/data'])
      assert.throws(
        () => prepareFolder(folder),
        (error: Error) => error instanceof Trouble && error.message.includes(folder),
      );
  });
  it('refuses a second launcher while the first lives, and says which one that is', () => {
    const folder = aFolder('data');
    const unlock = lockFolder(folder);
    assert.throws(
      () => lockFolder(folder),
      (error: Error) => error instanceof Trouble && error.message.includes(String(process.pid)),
    );
    assert.equal(launcherOf(folder)?.pid, process.pid);
    unlock();
    lockFolder(folder)();
    assert.equal(launcherOf(folder), null);
  });
  it('takes over from a launcher that is dead, though its number belongs to somebody else now', () => {
    const folder = aFolder('data');
    const lock = join(folder, 'launcher.lock');
    const { pid: dead } = spawnSync(process.execPath, ['--version']);
    for (const left of [{ pid: dead, bornAt: 'then' }, { ...recordOf(process.pid), bornAt: 'then' }, 'half a rec']) {
      writeFileSync(lock, typeof left === 'string' ? left : JSON.stringify(left));
      lockFolder(folder)();
      assert.ok(!existsSync(lock));
    }
    assert.deepEqual(readdirSync(folder), []);
  });
});

describe('data folder: what is kept in it', () => {
  it('changes one member of the state and keeps the others', () => {
    const folder = aFolder('data');
    stateOf(folder).update({ clockShiftMs: 5 });
    const mongod = { program: '/bin/mongod', folder: '/data', port: 1, process: recordOf(process.pid) };
    stateOf(folder).update({ mongod });
    assert.deepEqual(stateOf(folder).read(), { clockShiftMs: 5, mongod });
  });
  it('counts a broken state as none', () => {
    const folder = aFolder('data');
    writeFileSync(join(folder, 'state.json'), '');
    assert.deepEqual(stateOf(folder).read(), {});
  });
  it('makes keys once, for their owner’s eyes only', () => {
    const folder = aFolder('data');
    const keys = demoKeysOf(folder);
    assert.deepEqual(demoKeysOf(folder), keys);
    assert.notDeepEqual(demoKeysOf(aFolder('data')), keys);
    assert.match(keys.DATA_KEYS, /^demo:[A-Za-z0-9+/]{43}=$/);
    assert.match(keys.TWILIO_ACCOUNT_SID, /^AC[0-9a-f]{32}$/);
    assert.equal(statSync(join(folder, 'keys.json')).mode & 0o777, 0o600);
  });
  it('never puts new keys in the place of broken ones, which the data needs', () => {
    const folder = aFolder('data');
    writeFileSync(join(folder, 'keys.json'), '');
    assert.throws(() => demoKeysOf(folder), Trouble);
  });
});
