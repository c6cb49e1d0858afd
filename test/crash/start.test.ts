import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { freePort } from '#server/standalone/ports.ts';
import type { AppealView } from '#shared/contract/appeals.ts';
import { aDraft } from '../support/appeals.ts';
import { killAll, type Launcher, launch, leaveNothing, livingOn } from '../support/launcher.ts';
import { aFolder } from '../support/throw-away.ts';
import { until } from '../support/until.ts';

const json = (body: object): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});

describe('npm start: from nothing to a city and back', function start() {
  this.timeout(120_000);
  const folder = aFolder('demo');
  let site = '';
  let filed: { number: string; accessCode: string; id: string };
  let launcher: Launcher;
  const launchReady = async (): Promise<Launcher> => {
    const begun = await launch({ VIDHUK_DATA_DIR: folder, PORT: new URL(site).port });
    await begun.ready();
    return begun;
  };
  /** Reads the appeal that was filed before the first stop, with its access code. */
  const sameAppeal = async (): Promise<string> => {
    const { number, accessCode, id } = filed;
    const session = await fetch(`${site}/api/v1/sessions`, json({ number, accessCode }));
    const { token } = (await session.json()) as { token: string };
    const read = await fetch(`${site}/api/v1/appeals/${id}`, { headers: { authorization: `Bearer ${token}` } });
    return ((await read.json()) as AppealView).details?.text ?? '';
  };
  before(async () => {
    site = `http://127.0.0.1:${await freePort()}`;
  });
  after(() => leaveNothing(folder));

  it('brings up a city that takes appeals', async () => {
    launcher = await launchReady();
    const answer = await fetch(`${site}/api/v1/appeals`, json(aDraft()));
    assert.equal(answer.status, 201);
    filed = (await answer.json()) as typeof filed;
  });
  it('has the pages, telephones and logins that it tells of', async () => {
    for (const page of ['/', '/desk', '/dev/phone', '/dev/mail', '/dev/accounts'])
      assert.equal((await fetch(`${site}${page}`)).status, 200, page);
  });
  it('keeps a resting connection for longer than the two minutes of the proxy before it', async () => {
    const seconds = /timeout=(\d+)/.exec((await fetch(site)).headers.get('keep-alive') ?? '')?.[1];
    assert.ok(Number(seconds) > 120, seconds);
  });
  it('does not start twice on one folder', async () => {
    const second = await launch({ VIDHUK_DATA_DIR: folder, PORT: String(await freePort()) });
    const { code, said } = await second.end();
    assert.equal(code, 1);
    assert.match(said, new RegExp(`^.*уже працює.*${launcher.process.pid}.*\n$`));
  });
  it('leaves nothing running when it is asked to stop', async () => {
    assert.equal(livingOn(folder).processes.length + livingOn(folder).databases.length, 5);
    assert.equal(await launcher.stop(), 0);
    assert.deepEqual(livingOn(folder), { processes: [], databases: [] });
  });
  it('shows the same data after a kill of everything', async () => {
    launcher = await launchReady();
    const { processes, databases } = livingOn(folder);
    await killAll([launcher.process, ...processes, ...databases]);
    launcher = await launchReady();
    assert.equal(await sameAppeal(), aDraft().text);
  });
  it('adopts the databases of a launcher that was killed, whose processes have gone by themselves', async () => {
    const { databases } = livingOn(folder);
    await killAll([launcher.process]);
    await until(async () => livingOn(folder).processes.length === 0);
    assert.deepEqual(livingOn(folder).databases, databases);
    launcher = await launchReady();
    assert.deepEqual(livingOn(folder).databases, databases);
    assert.equal(await sameAppeal(), aDraft().text);
  });
  it('goes on when a process or a database is killed under it', async () => {
    const { processes, databases } = livingOn(folder);
    await killAll([...processes, ...databases]);
    const isWhole = async () => {
      const { processes, databases } = livingOn(folder);
      const health = await fetch(`${site}/health/ready`).catch(() => null);
      return processes.length + databases.length === 5 && health?.ok;
    };
    await until(isWhole);
    assert.equal(await sameAppeal(), aDraft().text);
    assert.equal(await launcher.stop(), 0);
    assert.deepEqual(livingOn(folder), { processes: [], databases: [] });
  });
});

describe('npm start: what it says when it cannot', function start() {
  this.timeout(60_000);
  const refusal = async (env: Record<string, string>): Promise<string> => {
    const { code, said } = await (await launch(env)).end();
    assert.equal(code, 1);
    assert.doesNotMatch(said, /^\s+at /m, 'no stack is shown for what may well happen');
    return said;
  };

  it('names a port that is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((listening) => other.once('listening', listening));
    const { port } = other.address() as AddressInfo;
    assert.match(
      await refusal({ PORT: String(port), VIDHUK_DATA_DIR: aFolder('demo') }),
      new RegExp(`^Порт ${port} уже зайнято`, 'm'),
    );
    other.close();
  });
  it('names a data folder that it cannot write to', async () => {
    const folder = join(process.cwd(), 'package.json', 'data');
    assert.ok((await refusal({ VIDHUK_DATA_DIR: folder })).includes(folder));
  });
  it('names every wrong setting', async () => {
    assert.match(await refusal({ PORT: 'x', LOG_LEVEL: 'y' }), /PORT: .*\n.*LOG_LEVEL: /);
  });
});
