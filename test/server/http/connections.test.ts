import assert from 'node:assert/strict';
import { EventEmitter } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { openConnections } from '#server/http/connections.ts';

const PART = 1 / 1_000;
const aConnection = (from: string) => {
  const socket = Object.assign(new EventEmitter(), { remoteAddress: from, destroyed: false });
  return { socket } as unknown as IncomingMessage;
};

describe('http: limit on connections that stay open', () => {
  const mayStayAt = () => openConnections(PART, (req) => req.socket.remoteAddress ?? '');

  it('lets thousands stay open from one address, as a mobile operator has behind one', () => {
    const mayStay = openConnections(1, () => '203.0.113.1');
    assert.ok(Array.from({ length: 2_000 }, () => mayStay(aConnection(''))).every(Boolean));
    assert.ok(!mayStay(aConnection('')));
  });
  it('counts each address apart, and of IPv6 each subscriber', () => {
    const mayStay = mayStayAt();
    const from = (address: string): boolean => mayStay(aConnection(address));
    assert.deepEqual(['a', 'a', 'a', 'b'].map(from), [true, true, false, true]);
    assert.deepEqual(['2001:db8::1', '2001:db8::2', '2001:db8::3'].map(from), [true, true, false]);
  });
  it('gives a place back when its connection closes, once, however often it asked', () => {
    const mayStay = mayStayAt();
    const [one, other] = [aConnection('a'), aConnection('a')];
    assert.ok(mayStay(one) && mayStay(one) && mayStay(other));
    assert.ok(!mayStay(aConnection('a')));
    one.socket.emit('close');
    one.socket.emit('close');
    assert.ok(mayStay(aConnection('a')));
    assert.ok(!mayStay(aConnection('a')));
  });
});
