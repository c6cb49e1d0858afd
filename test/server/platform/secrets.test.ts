import assert from 'node:assert/strict';
import {
  crockford,
  currentKey,
  isSame,
  lookupHash,
  lookupHashes,
  macOf,
  openContact,
  sealContact,
  useKeys,
} from '#server/platform/secrets.ts';

const key = (id: string, fill: number): string => `${id}:${Buffer.alloc(32, fill).toString('base64')}`;
const OLD = key('old', 1);
const NEW = key('new', 2);
const HISTORY = key('h', 3);
const PHONE = '+380671234567';

describe('platform: secrets', () => {
  beforeEach(() => useKeys({ DATA_KEYS: OLD, HISTORY_KEYS: HISTORY }));

  it('opens a box for its own row alone', () => {
    const box = sealContact(PHONE, 'row-1');
    assert.equal(openContact(box, 'row-1'), PHONE);
    assert.throws(() => openContact(box, 'row-2'));
  });

  it('opens no box of which any byte was changed', () => {
    const { keyId, box } = sealContact(PHONE, 'row-1');
    for (let i = 0; i < box.length; i += 1) {
      const changed = Buffer.from(box);
      changed[i] = (changed[i] ?? 0) ^ 1;
      assert.throws(() => openContact({ keyId, box: changed }, 'row-1'), `byte ${i}`);
    }
  });

  it('opens no box that was cut short', () => {
    const { keyId, box } = sealContact(PHONE, 'row-1');
    for (const length of [0, 12, 20, 27, box.length - 1])
      assert.throws(() => openContact({ keyId, box: box.subarray(0, length) }, 'row-1'), `${length} bytes`);
  });

  it('seals the same words differently each time, and shows none of them', () => {
    const [first, second] = [sealContact(PHONE, 'row-1'), sealContact(PHONE, 'row-1')];
    assert.notDeepEqual(first.box, second.box);
    assert.ok(!first.box.includes('671234567'));
  });

  it('after a key was rotated the old row still opens, and what is new is sealed by the new key', () => {
    const old = sealContact(PHONE, 'row-1');
    useKeys({ DATA_KEYS: `${NEW},${OLD}`, HISTORY_KEYS: HISTORY });
    assert.equal(openContact(old, 'row-1'), PHONE);
    assert.equal(sealContact(PHONE, 'row-1').keyId, 'new');
    assert.equal(currentKey('contact'), 'new');
  });

  it('after a key was rotated a phone is found by the hash of either', () => {
    const before = lookupHash(PHONE);
    useKeys({ DATA_KEYS: `${NEW},${OLD}`, HISTORY_KEYS: HISTORY });
    assert.equal(lookupHashes(PHONE).length, 2);
    assert.ok(lookupHashes(PHONE).includes(before));
    assert.notEqual(lookupHash(PHONE), before);
    assert.equal(lookupHash(PHONE), lookupHashes(PHONE)[0]);
  });

  it('without the key that a row names nothing opens, and the message names the key alone', () => {
    const old = sealContact(PHONE, 'row-1');
    useKeys({ DATA_KEYS: NEW, HISTORY_KEYS: HISTORY });
    assert.throws(() => openContact(old, 'row-1'), /^Error: Secrets: key old is not among those given at start\.$/);
  });

  it('gives each purpose a key of its own', () => {
    const macs = (['access-code', 'one-time-code', 'lookup', 'contact', 'idempotency', 'cursor'] as const).map(
      (purpose) => macOf(purpose, 'old', PHONE).toString('hex'),
    );
    assert.equal(new Set(macs).size, macs.length);
  });

  it('seals history by the ring of history, of which the data ring knows nothing', () => {
    assert.equal(currentKey('history'), 'h');
    assert.throws(() => macOf('history', 'old', ''));
    assert.throws(() => macOf('lookup', 'h', ''));
  });

  it('tells equal secrets from others, of whatever length', () => {
    assert.ok(isSame('7KQ2M4PX9T', '7KQ2M4PX9T'));
    assert.ok(isSame('', ''));
    for (const other of ['', '7KQ2M4PX9', '7KQ2M4PX9T ', '7KQ2M4PX9S', '7kq2m4px9t'])
      assert.ok(!isSame('7KQ2M4PX9T', other), other);
  });

  it('writes characters that are easy to read aloud, each of the 32 as likely as another', () => {
    const all = crockford(
      Uint8Array.from({ length: 256 }, (_, i) => i),
      256,
    );
    assert.match(all, /^[0-9A-HJKMNP-TV-Z]{256}$/);
    for (const character of new Set(all)) assert.equal(all.split(character).length - 1, 8, character);
  });
});
