import assert from 'node:assert/strict';
import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket as Stream } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { type Teller, teller } from '#server/live/teller.ts';
import { until } from '../../support/until.ts';

describe('live: frames to many connections', () => {
  let server: Server;
  let told: Teller;
  const ends: Stream[] = [];
  before(async () => {
    server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    told = teller();
  });
  after(() => {
    told.close();
    for (const end of ends) end.destroy();
    server.close();
  });
  /** Both ends of a connection, and what came out at the far one. */
  async function aConnection() {
    const far = connect((server.address() as AddressInfo).port, '127.0.0.1');
    const [near] = (await once(server, 'connection')) as [Stream];
    ends.push(far, near);
    const got: string[] = [];
    far.setEncoding('latin1').on('data', (words: string) => got.push(words));
    return { near, far, heard: () => got.join('') };
  }
  const about = (subject: string, frame: string, late = 'late') => ({
    subject,
    frame: Buffer.from(frame),
    late: Buffer.from(late),
  });

  it('come in the order of telling, to each that is there', async () => {
    const [one, other, gone] = [await aConnection(), await aConnection(), await aConnection()];
    gone.near.destroy();
    const all = [one.near, gone.near, other.near];
    for (let n = 0; n < 10; n += 1) told.tell(all, about('map', String(n)));
    await until(async () => one.heard().length === 10 && other.heard().length === 10);
    assert.deepEqual([one.heard(), other.heard()], ['0123456789', '0123456789']);
  });
  it('let others be served between them', async () => {
    const { near, heard } = await aConnection();
    const many = Array.from({ length: 20_000 }, () => near);
    let turns = 0;
    const count = setInterval(() => {
      turns += 1;
    }, 1);
    told.tell(many, about('map', '.'));
    await until(async () => heard().length + 4 >= many.length);
    clearInterval(count);
    assert.ok(turns > 1);
  });
  it('are not heaped up for one that takes nothing: it hears one of each subject, once it can', async () => {
    const [slow, quick] = [await aConnection(), await aConnection()];
    slow.far.pause();
    await pause(20);
    const frame = 'x'.repeat(60_000);
    for (let n = 0; n < 400; n += 1) {
      told.tell([slow.near, quick.near], about('map', frame, '(everywhere)'));
      if (n % 20 === 0) await pause(5);
    }
    told.tell([slow.near, quick.near], about('case', 'case', '(case)'));
    await until(async () => quick.heard().endsWith('case'));
    assert.ok(slow.near.writableLength <= 2 * frame.length);
    slow.far.resume();
    await until(async () => slow.heard().endsWith('(everywhere)(case)'));
    assert.ok(slow.heard().length < quick.heard().length);
    told.tell([slow.near], about('map', 'again'));
    await until(async () => slow.heard().endsWith('again'));
  });
});
