import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { keepServer } from '#server/standalone/databases/kept-server.ts';
import { endProcess, isAlive, recordOf, signalTo } from '#server/standalone/databases/process-record.ts';
import { redisServer } from '#server/standalone/databases/redis.ts';
import { ensureServer, type RunningServer, type ServerRecord } from '#server/standalone/databases/server-process.ts';
import { Trouble } from '#server/standalone/trouble.js';
import { aFolder, programs } from '../../../support/throw-away.ts';
import { until } from '../../../support/until.ts';

describe('record of a process', () => {
  it('knows the living process, and no other that got its number', () => {
    assert.ok(isAlive(recordOf(process.pid)));
    assert.ok(!isAlive({ ...recordOf(process.pid), bornAt: 'in another boot/1' }));
    assert.ok(!isAlive({ pid: process.pid, bornAt: null }));
  });
  it('never lets a signal reach a stranger', async () => {
    signalTo({ pid: process.pid, bornAt: 'in another boot/1' }, 'SIGKILL');
    await endProcess({ pid: process.pid, bornAt: 'in another boot/1' }, 0);
  });
});

describe('database servers: adopted or started', () => {
  const running: RunningServer[] = [];
  let record: ServerRecord | null = null;
  let program = '';
  before(async () => {
    program = (await programs()).redis;
  });
  afterEach(async () => {
    await Promise.all(running.splice(0).map(({ process }) => endProcess(process, 0)));
    record = null;
  });
  const place = (folder: string) => ({
    program,
    folder,
    log: `${folder}.log`,
    remembered: () => record,
    remember: (changed: ServerRecord) => {
      record = changed;
    },
    signal: new AbortController().signal,
  });
  const ensure = async (folder: string) => {
    const server = await ensureServer(redisServer, place(folder));
    running.push(server);
    return server;
  };
  const aPlace = () => {
    const folder = join(aFolder('redis'), 'data');
    mkdirSync(folder);
    return folder;
  };

  it('adopts the server that it remembers, if that lives', async () => {
    const folder = aPlace();
    const first = await ensure(folder);
    assert.deepEqual(await ensure(folder), first);
  });
  it('adopts one whose process it never got to write down, by its folder', async () => {
    const folder = aPlace();
    const first = await ensure(folder);
    record = { program, folder, port: first.port, process: null };
    assert.deepEqual(await ensure(folder), first);
  });
  it('starts a dead one again, at its port', async () => {
    const folder = aPlace();
    const first = await ensure(folder);
    await endProcess(first.process, 0);
    const second = await ensure(folder);
    assert.equal(second.port, first.port);
    assert.notEqual(second.process.pid, first.process.pid);
  });
  it('leaves alone a server of another folder at the remembered port', async () => {
    const others = await ensure(aPlace());
    const folder = aPlace();
    record = { program, folder, port: others.port, process: null };
    const ours = await ensure(folder);
    assert.notEqual(ours.port, others.port);
    assert.ok(isAlive(others.process));
  });
  it('goes to another port where a stranger took the remembered one', async () => {
    const stranger = createServer((_req, res) => res.end()).listen(0, '127.0.0.1');
    await new Promise((listening) => stranger.once('listening', listening));
    const { port } = stranger.address() as AddressInfo;
    const folder = aPlace();
    record = { program, folder, port, process: { pid: process.pid, bornAt: 'before the reboot/1' } };
    const server = await ensure(folder);
    stranger.closeAllConnections();
    stranger.close();
    assert.notEqual(server.port, port);
  });
  it('says in one sentence that a server does not start, and where its log is', async () => {
    const broken = {
      ...redisServer,
      args: (port: number, folder: string) => [...redisServer.args(port, folder), '--nonsense', 'x'],
    };
    const folder = aPlace();
    await assert.rejects(
      ensureServer(broken, place(folder)),
      (error: Error) => error instanceof Trouble && error.message.includes(`${folder}.log`),
    );
    assert.ok(record && !isAlive(record.process ?? { pid: 0, bornAt: null }));
  });
  it('keeps a server: one that is killed is back at its port with its data, and stops for good when told to', async () => {
    const server = await keepServer(redisServer, place(aPlace()));
    const redis = new Redis(server.port, '127.0.0.1', { maxRetriesPerRequest: null });
    redis.on('error', () => undefined);
    await redis.set('kept', 'yes');
    await redis.config('SET', 'appendfsync', 'always');
    await redis.set('kept', 'yes, surely');
    const first = record?.process;
    assert.ok(first);
    await endProcess(first, 0);
    await until(async () => record?.process?.pid !== first.pid && (await redis.get('kept')) === 'yes, surely');
    redis.disconnect();
    await server.stop(new AbortController().signal);
    assert.ok(record?.process && !isAlive(record.process));
  });
});
