import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { readConfig } from '#server/platform/config.ts';
import { readCompose } from '../support/compose.ts';
import { aFolder } from '../support/throw-away.ts';

const SCRIPTS = readdirSync('docs/production').filter((file) => file.endsWith('.sh'));

/** Stands for docker: writes down what it was asked, and answers as the containers would. */
const DOCKER = `#!/usr/bin/env bash
echo "\${*:2}" >>"$FOLDER/asked"
case "$*" in
  *'tools dump') [[ -e "$FOLDER/dump-fails" ]] && { echo half; exit 1; }; echo 'the whole database' | gzip ;;
  *'tools is-empty') exit "$(cat "$FOLDER/emptiness")" ;;
  *'tools restore') cat >"$FOLDER/restored" ;;
  *'task verify') [[ ! -e "$FOLDER/verify-fails" ]] ;;
esac
`;
function withDocker(emptiness: string) {
  const folder = aFolder('docker');
  const bin = join(folder, 'bin');
  mkdirSync(bin);
  writeFileSync(join(bin, 'docker'), DOCKER, { mode: 0o755 });
  writeFileSync(join(folder, 'emptiness'), emptiness);
  // biome-ignore lint/style/noProcessEnv: the scripts need the machine's PATH
  const { PATH = '' } = process.env;
  return {
    folder,
    asked: () => readFileSync(join(folder, 'asked'), 'utf8').trim().split('\n'),
    run: (script: string, ...args: string[]) =>
      spawnSync('bash', [resolve('docs/production', script), ...args], {
        encoding: 'utf8',
        env: { PATH: `${bin}:${PATH}`, FOLDER: folder },
      }),
  };
}
/** A backup as backup.sh leaves it. */
function aBackup(docker: ReturnType<typeof withDocker>): string {
  const { status, stdout, stderr } = docker.run('backup.sh', join(docker.folder, 'backups'));
  assert.equal(status, 0, stderr);
  writeFileSync(join(docker.folder, 'asked'), '');
  return stdout.trim();
}

describe('production: the scripts of an installation', () => {
  for (const script of SCRIPTS)
    it(`${script} is a script that a shell can read, and may be run`, () => {
      execFileSync('bash', ['-n', join('docs/production', script)]);
      assert.ok(statSync(join('docs/production', script)).mode & 0o100);
    });

  it('makes every secret that docker-compose.yml names, once, and closed to others', () => {
    const folder = join(aFolder('secrets'), 'secrets');
    const make = () => execFileSync('bash', ['docs/production/make-secrets.sh', folder], { encoding: 'utf8' });
    make();
    const read = () =>
      Object.fromEntries(
        Object.keys(readCompose().secrets).map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
      );
    const first = read();
    assert.equal(statSync(folder).mode & 0o777, 0o700);
    chmodSync(folder, 0o700);
    assert.doesNotMatch(make(), /^made/m);
    assert.deepEqual(read(), first);
  });

  it('makes secrets that the settings take', () => {
    const folder = join(aFolder('secrets'), 'secrets');
    execFileSync('bash', ['docs/production/make-secrets.sh', folder]);
    const { environment = {} } = readCompose({ PUBLIC_URL: 'https://city.example' }).services.web1 ?? {};
    const config = readConfig(
      Object.fromEntries(Object.entries(environment).map(([k, v]) => [k, String(v).replace('/run/secrets', folder)])),
    );
    assert.equal(config.NODE_ENV, 'production');
    assert.match(config.MONGODB_URI, /^mongodb:\/\/vidhuk:\w{48}@mongo1:27017,mongo2:27017,mongo3:27017\/vidhuk\?/);
  });

  it('backs up to a file with its checksum', () => {
    const docker = withDocker('0');
    const file = aBackup(docker);
    assert.match(file, /\/vidhuk-\d{8}T\d{6}Z\.archive\.gz$/);
    assert.equal(gunzipSync(readFileSync(file)).toString(), 'the whole database\n');
    assert.equal(statSync(file).mode & 0o077, 0);
    execFileSync('sha256sum', ['--check', '--status', `${file}.sha256`], { cwd: join(docker.folder, 'backups') });
  });
  it('leaves nothing that looks like a backup where the dump broke off', () => {
    const docker = withDocker('0');
    writeFileSync(join(docker.folder, 'dump-fails'), '');
    assert.notEqual(docker.run('backup.sh', join(docker.folder, 'backups')).status, 0);
    assert.deepEqual(readdirSync(join(docker.folder, 'backups')), []);
  });

  it('restores into an empty database, brings it to this version and walks its history, with the site stopped', () => {
    const docker = withDocker('0');
    const file = aBackup(docker);
    const { status, stderr } = docker.run('restore.sh', file);
    assert.equal(status, 0, stderr);
    assert.deepEqual(readFileSync(join(docker.folder, 'restored')), readFileSync(file));
    const asked = docker.asked();
    const order = [
      'run --rm found',
      'tools is-empty',
      'stop web1 web2 work1 work2',
      'tools restore',
      'flushall',
      'run --rm migrate',
      'task verify',
    ];
    const places = order.map((what) => asked.findIndex((line) => line.includes(what)));
    assert.deepEqual(
      places,
      [...places].sort((a, b) => a - b),
    );
    assert.ok(!places.includes(-1) && !asked.some((line) => line.includes('tools drop')), asked.join('\n'));
    assert.ok(!/up -d$/.test(asked.at(-1) ?? ''));
  });
  it('refuses a database that holds something, unless it may go', () => {
    const docker = withDocker('3');
    const file = aBackup(docker);
    const { status, stderr } = docker.run('restore.sh', file);
    assert.equal(status, 1);
    assert.match(stderr, /holds something; nothing was changed/);
    assert.ok(!docker.asked().some((line) => /stop|drop|tools restore/.test(line)));
    assert.equal(docker.run('restore.sh', file, '--replace').status, 0);
    const asked = docker.asked();
    assert.ok(asked.findIndex((l) => l.includes('tools drop')) < asked.findIndex((l) => l.includes('tools restore')));
  });
  it('refuses a database that cannot be asked, a file that changed, and one without its checksum', () => {
    const broken = withDocker('1');
    const file = aBackup(broken);
    assert.equal(broken.run('restore.sh', file, '--replace').status, 1);
    assert.ok(!existsSync(join(broken.folder, 'restored')));
    writeFileSync(file, 'something else');
    assert.match(broken.run('restore.sh', file).stderr, /checksum/);
    const other = join(broken.folder, 'other.gz');
    writeFileSync(other, '');
    assert.match(broken.run('restore.sh', other).stderr, /checksum/);
    assert.equal(broken.run('restore.sh').status, 2);
  });
  it('says so where the history does not hold', () => {
    const docker = withDocker('0');
    const file = aBackup(docker);
    writeFileSync(join(docker.folder, 'verify-fails'), '');
    assert.notEqual(docker.run('restore.sh', file).status, 0);
  });
});
