import assert from 'node:assert/strict';
import type { IncomingMessage } from 'node:http';
import { addressOf, countedAs, requestLimits } from '#server/http/limits.ts';

const from = (remoteAddress: string | undefined, told?: string, method = 'GET'): IncomingMessage =>
  ({
    method,
    socket: { remoteAddress },
    headers: told === undefined ? {} : { 'x-forwarded-for': told },
  }) as unknown as IncomingMessage;

describe('http: where a request comes from', () => {
  it('is what the socket says where no proxy is trusted, whatever the header says', () => {
    assert.equal(addressOf(from('203.0.113.1', '1.2.3.4'), 0), '203.0.113.1');
    assert.equal(addressOf(from('203.0.113.1'), 0), '203.0.113.1');
  });

  it('is what the outermost trusted proxy saw, never what the client wrote before it', () => {
    assert.equal(addressOf(from('10.0.0.1', '1.2.3.4, 203.0.113.1'), 1), '203.0.113.1');
    assert.equal(addressOf(from('10.0.0.1', '1.2.3.4, 203.0.113.1, 10.0.0.2'), 2), '203.0.113.1');
  });

  it('is the nearest that is known where fewer proxies spoke than are trusted', () => {
    assert.equal(addressOf(from('10.0.0.1'), 2), '10.0.0.1');
    assert.equal(addressOf(from('10.0.0.1', '203.0.113.1'), 3), '203.0.113.1');
    assert.equal(addressOf(from('10.0.0.1', ' , ,'), 1), '10.0.0.1');
    assert.equal(addressOf(from(undefined), 0), '');
  });
});

describe('http: limits on requests', () => {
  const spend = async (method: string, path: string, times: number, address = 'a', scale = 1): Promise<number[]> => {
    const gate = requestLimits(scale);
    const waits: number[] = [];
    for (let i = 0; i < times; i += 1) waits.push(await gate(from('', undefined, method), path, address));
    return waits;
  };
  /** How many pass before the first is told to wait. */
  const passing = async (...asked: Parameters<typeof spend>): Promise<number> =>
    (await spend(...asked)).findIndex((wait) => wait > 0);

  it('let so many of each kind pass, in both languages', async () => {
    for (const [path, points] of [
      ['/api/v1/phone-codes', 10],
      ['/api/v1/email-codes', 10],
      ['/my/phone-code', 10],
      ['/en/my/email-code', 10],
      ['/en/appeals/2600123452/phone-code', 10],
      ['/api/v1/sessions', 30],
      ['/desk/sign-in', 30],
      ['/en/desk/sign-in', 30],
      ['/appeals/2600123452/open', 30],
      ['/en/my/sign-in', 30],
      ['/api/v1/appeals', 60],
      ['/en/appeals/new/check', 60],
      ['/appeals/new/details', 150],
      ['/en/appeals/new/where', 600],
      ['/c/7KQ2M4P', 60],
      ['/letters/x', 60],
      [`/work/${'0'.repeat(26)}`, 60],
    ] as const)
      assert.equal(await passing('POST', path, points + 1), points, path);
  });

  it('let nobody walk through short links by looking at them', async () => {
    assert.equal(await passing('GET', '/c/live', 61), 60);
    assert.equal(await passing('GET', '/en/c/7KQ2M4P', 61), 60);
  });

  it('let nobody wear out the store by asking for feeds', async () => {
    assert.equal(await passing('GET', '/news.rss', 61), 60);
  });

  it('hold whatever way the address is written that leads to the same place', async () => {
    for (const path of ['/API/v1/phone-codes', '/api/v1/phone-codes/', '/my/Phone-Code', '/my/phone-code/'])
      assert.equal(await passing('POST', path, 11), 10, path);
    for (const path of ['/API/v1/sessions', '/api/v1/sessions/', '/Desk/sign-in', '/desk/sign-in/'])
      assert.equal(await passing('POST', path, 31), 30, path);
    assert.equal(await passing('GET', '/C/7KQ2M4P', 61), 60);
  });

  it('count each address for itself, and grow with the scale', async () => {
    const gate = requestLimits(1);
    const post = from('', undefined, 'POST');
    for (let i = 0; i < 10; i += 1) await gate(post, '/api/v1/phone-codes', 'a');
    assert.ok((await gate(post, '/api/v1/phone-codes', 'a')) > 0);
    assert.equal(await gate(post, '/api/v1/phone-codes', 'b'), 0);
    assert.equal(await passing('POST', '/api/v1/phone-codes', 25, 'a', 2), 20);
  });

  it('hold all requests together too', async () => {
    assert.equal(await passing('GET', '/', 1_201), 1_200);
  });

  it('count connections of open maps apart, so that pages behind the same address answer on', async () => {
    const gate = requestLimits(1);
    const ask = (path: string) => gate(from(''), path, 'a');
    for (let i = 0; i < 3_000; i += 1) assert.equal(await ask('/live/'), 0);
    assert.ok((await ask('/live')) > 0);
    assert.equal(await ask('/'), 0);
  });
});

describe('http: what a limit counts together', () => {
  it('a whole IPv4 address, and the /64 of an IPv6 one however it is written', () => {
    assert.equal(countedAs('203.0.113.7'), '203.0.113.7');
    assert.equal(countedAs('::ffff:203.0.113.7'), '::ffff:203.0.113.7');
    for (const address of ['2001:db8:0:1::5', '2001:db8:0:1:aa:bb:cc:dd', '2001:db8:0:1:0:0:0:1'])
      assert.equal(countedAs(address), '2001:db8:0:1::/64');
    assert.equal(countedAs('2001:db8::5'), '2001:db8:0:0::/64');
  });
});
