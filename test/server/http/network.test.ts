import assert from 'node:assert/strict';
import { networkAround } from '#server/http/network.ts';

describe('http: the network that an address belongs to', () => {
  it('is its /24, or of IPv6 its /48, however it is written', () => {
    for (const [address, network] of [
      ['203.0.113.77', '203.0.113.0/24'],
      ['203.0.113.255', '203.0.113.0/24'],
      ['::ffff:203.0.113.77', '203.0.113.0/24'],
      ['::FFFF:cb00:714d', '203.0.113.0/24'],
      ['0:0:0:0:0:ffff:203.0.113.77', '203.0.113.0/24'],
      ['2001:db8:7:1::1', '2001:db8:7::/48'],
      ['2001:0DB8:0007:ffff:1:2:3:4', '2001:db8:7::/48'],
      ['2001:db8::1', '2001:db8:0::/48'],
      ['::1', '0:0:0::/48'],
      ['fe80::1%eth0', 'fe80:0:0::/48'],
      ['64:ff9b::203.0.113.77', '64:ff9b:0::/48'],
    ] as const)
      assert.equal(networkAround(address), network, address);
  });

  it('is one for all that is no address', () => {
    for (const odd of ['', 'localhost', '203.0.113', '1.2.3.4.5', '2001:db8:::1', 'g::1'])
      assert.equal(networkAround(odd), 'unknown', odd);
  });
});
