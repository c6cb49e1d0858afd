import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import mongoose from 'mongoose';
import { type Installation, install } from '../support/installation.ts';
import { until } from '../support/until.ts';

const { MongoClient } = mongoose.mongo;

describe('production: an installation without its containers', function installation() {
  this.timeout(240_000);
  let city: Installation;
  before(async () => {
    execFileSync(process.execPath, ['server/standalone/build.js']);
    city = await install();
  });
  after(() => city?.end());

  const found = () =>
    city.run(
      ...['dist/found-replica-set.js', '--secrets', city.secretsFolder, '--founder', city.members[0] ?? ''],
      ...city.members.flatMap((member) => ['--member', member]),
    );
  /** Asks the set as one of its accounts. */
  async function as<T>(user: string, password: string, ask: (client: InstanceType<typeof MongoClient>) => Promise<T>) {
    const client = new MongoClient(`mongodb://${city.members.join(',')}/?replicaSet=rs0&authSource=admin`, {
      auth: { username: user, password },
      serverSelectionTimeoutMS: 20_000,
    });
    try {
      return await ask(client);
    } finally {
      await client.close();
    }
  }
  const refusal = (code: number) => (error: unknown) => (error as { code?: unknown }).code === code;
  const statesOf = () =>
    as('root', city.secret('mongo_root_password'), async (client) => {
      const { members } = await client.db('admin').command({ replSetGetStatus: 1 });
      return (members as { name: string; stateStr: string }[]).map(({ name, stateStr }) => ({ name, stateStr }));
    });

  it('founds the replica set and its accounts, and does no harm the second time', async () => {
    for (let i = 0; i < 2; i += 1) {
      const { code, said } = await found();
      assert.equal(code, 0, said);
    }
    const states = await statesOf();
    assert.deepEqual(
      states.map(({ name }) => name),
      city.members,
    );
    assert.deepEqual(states.map(({ stateStr }) => stateStr).sort(), ['PRIMARY', 'SECONDARY', 'SECONDARY']);
  });

  it('gives each account what it needs and no more', async () => {
    await as('vidhuk', city.secret('mongo_app_password'), async (client) => {
      await client.db('vidhuk').collection<{ _id: string }>('probe').insertOne({ _id: 'a' });
      await client.db('vidhuk').collection('probe').drop();
      await assert.rejects(client.db('other').collection('probe').insertOne({}), refusal(13));
      await assert.rejects(client.db('admin').command({ usersInfo: 1 }), refusal(13));
    });
    await as('backup', city.secret('mongo_backup_password'), async (client) => {
      await client.db('local').collection('oplog.rs').findOne();
      await assert.rejects(client.db('vidhuk').collection('probe').insertOne({}), refusal(13));
    });
    await assert.rejects(
      as('vidhuk', 'another', (client) => client.db('vidhuk').command({ ping: 1 })),
      refusal(18),
    );
  });

  it('takes a new password for the site, and says which password is not known', async () => {
    const [app, root] = [city.secret('mongo_app_password'), city.secret('mongo_root_password')];
    city.setSecret('mongo_app_password', 'a-new-password-of-the-site');
    assert.equal((await found()).code, 0);
    await as('vidhuk', 'a-new-password-of-the-site', (client) => client.db('vidhuk').command({ ping: 1 }));
    city.setSecret('mongo_app_password', app);
    city.setSecret('mongo_root_password', 'not-the-password-of-root');
    const { code, said } = await found();
    assert.equal(code, 1);
    assert.match(said, /does not know the password in mongo_root_password/);
    city.setSecret('mongo_root_password', root);
    assert.equal((await found()).code, 0);
  });

  it('refuses to serve a database that was not migrated, then serves and works', async () => {
    await assert.rejects(city.start('web1'), /ended with 1/);
    const migrated = await city.run('server/standalone/bootstrap.js', 'task', 'migrate');
    assert.equal(migrated.code, 0, migrated.said);
    const seeded = await city.run('server/standalone/bootstrap.js', 'task', 'seed');
    assert.equal(seeded.code, 0, seeded.said);
    const operator = ['--login', 'olena', '--name', 'Олена Ткаченко', '--post', 'оператор', '--role', 'operator'];
    const addStaff = () => city.run('server/standalone/bootstrap.js', 'task', 'add-staff', ...operator);
    const { said: account } = await addStaff();
    const [, password] = /^Account: olena {2}password: (\S{16})$/m.exec(account) ?? [];
    assert.match((await addStaff()).said, /there is an account olena already/);

    const [web, work] = [await city.start('web1'), await city.start('work1')];
    const origin = `http://127.0.0.1:${web.port}`;
    for (const path of [
      '/',
      '/en',
      '/appeals/new',
      '/my',
      '/help',
      '/news',
      '/map/list',
      '/api/openapi.json',
      '/health/ready',
    ])
      assert.equal((await fetch(origin + path)).status, 200, path);
    const signIn = await fetch(`${origin}/api/v1/sessions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ login: 'olena', password }),
    });
    assert.equal(signIn.status, 201);
    const { status, headers } = await fetch(`${origin}/metrics`, { headers: { 'x-forwarded-for': '203.0.113.5' } });
    assert.equal(status, 404);
    assert.match(headers.get('strict-transport-security') ?? '', /max-age/);
    const health = (...args: string[]) => city.run('server/standalone/health.js', ...args);
    execFileSync(process.execPath, ['server/standalone/health.js', 'web'], { env: { PORT: String(web.port) } });
    assert.equal((await health('work', String(work.child.pid))).code, 0);
    assert.equal((await health('work', '1')).code, 1);
    assert.equal((await health('web')).code, 1); // nobody listens at the port of the container

    const primary = (await statesOf()).find(({ stateStr }) => stateStr === 'PRIMARY')?.name ?? '';
    await city.stopMember(primary);
    const phone = {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"phone":"067 123 45 67"}',
    };
    await until(async () => (await fetch(`${origin}/api/v1/phone-codes`, phone)).status === 202);
    const verified = await city.run('server/standalone/bootstrap.js', 'task', 'verify');
    assert.equal(verified.code, 0, verified.said);
    await city.startMember(primary);

    for (const { child } of [web, work]) {
      child.kill('SIGTERM');
      const [code] = await once(child, 'exit');
      assert.equal(code, 0);
    }
    assert.equal((await health('work', String(work.child.pid))).code, 1);
  });

  it('gives a founder that lost its data the set’s own, instead of founding a second set', async () => {
    const [founder = ''] = city.members;
    await city.stopMember(founder, true);
    await city.startMember(founder);
    const { code, said } = await found();
    assert.equal(code, 0, said);
    const collections = await as('vidhuk', city.secret('mongo_app_password'), async (client) =>
      client.db('vidhuk').collections(),
    );
    assert.ok(collections.length > 5);
    assert.equal((await statesOf()).length, 3);
  });
});
