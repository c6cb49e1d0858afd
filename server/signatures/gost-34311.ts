/**
 * The table of substitutions «ДКЕ № 1» by which Ukraine uses GOST 28147 and GOST 34.311: eight rows of sixteen nibbles, that of the
 * lowest nibble first.
 */
const TABLE = [
  'a9d6eb45f13c7082',
  '80c4967b231f5ead',
  'f658eba4c037291d',
  '38d96bf025ca4e17',
  'f8e9720dc615b43a',
  '28975f0bc1dea364',
  '38b564ea2c179fd0',
  '123e6db8fac57904',
].map((row) => [...row].map((digit) => Number.parseInt(digit, 16)));
const BLOCK = 32;
/** The one constant of the keys that is not zero, its lowest byte first (RFC 5831, section 6.1). */
const C3 = Buffer.from('00ff00ff00ff00ffff00ff00ff00ff0000ffff00ff0000ffff000000ffff00ff', 'hex');

/** Two rows at a time, so that a round looks up four bytes; already turned by eleven bits. */
const ROUND = [0, 1, 2, 3].map((pair) =>
  Uint32Array.from({ length: 256 }, (_, byte) => {
    const nibbles = ((TABLE[2 * pair + 1]?.[byte >> 4] ?? 0) << 4) | (TABLE[2 * pair]?.[byte & 15] ?? 0);
    const word = (nibbles << (8 * pair)) >>> 0;
    return ((word << 11) | (word >>> 21)) >>> 0;
  }),
) as [Uint32Array, Uint32Array, Uint32Array, Uint32Array];
const mixed = (word: number): number =>
  (ROUND[0][word & 255] ?? 0) ^
  (ROUND[1][(word >>> 8) & 255] ?? 0) ^
  (ROUND[2][(word >>> 16) & 255] ?? 0) ^
  (ROUND[3][word >>> 24] ?? 0);

/** Enciphers eight bytes of `from` at an offset into `to` (GOST 28147, the simple mode). */
function encipher(key: Buffer, from: Buffer, to: Buffer, offset: number): void {
  const words = Array.from({ length: 8 }, (_, nth) => key.readUInt32LE(4 * nth));
  let low = from.readUInt32LE(offset);
  let high = from.readUInt32LE(offset + 4);
  for (let round = 0; round < 32; round += 1) {
    const word = words[round < 24 ? round % 8 : 31 - round] ?? 0;
    const next = (high ^ mixed((low + word) >>> 0)) >>> 0;
    high = low;
    low = next;
  }
  to.writeUInt32LE(high, offset);
  to.writeUInt32LE(low, offset + 4);
}
const xored = (a: Buffer, b: Buffer): Buffer => Buffer.from(a.map((byte, nth) => byte ^ (b[nth] ?? 0)));
/** The transformation A: the parts of eight bytes move down by one, and the two lowest come together on top. */
const turned = (part: Buffer): Buffer =>
  Buffer.concat([part.subarray(8), xored(part.subarray(0, 8), part.subarray(8, 16))]);
/** The transformation P, which makes a key of thirty-two bytes. */
const keyOf = (part: Buffer): Buffer =>
  Buffer.from(Array.from({ length: BLOCK }, (_, nth) => part[8 * (nth % 4) + Math.floor(nth / 4)] ?? 0));
/** The words whose sum comes on top. */
const TAPS = [0, 1, 2, 3, 12, 15];
/** The transformation of sixteen words, so many times. */
function shuffled(part: Buffer, times: number): Buffer {
  const words = new Uint16Array(16 + times);
  for (let nth = 0; nth < 16; nth += 1) words[nth] = part.readUInt16LE(2 * nth);
  for (let time = 0; time < times; time += 1)
    words[time + 16] = TAPS.reduce((sum, nth) => sum ^ (words[time + nth] ?? 0), 0);
  const last = Buffer.alloc(BLOCK);
  for (let nth = 0; nth < 16; nth += 1) last.writeUInt16LE(words[times + nth] ?? 0, 2 * nth);
  return last;
}
/** One step of the hash: a block comes into what was reckoned so far. */
function step(hash: Buffer, block: Buffer): Buffer {
  let [u, v] = [hash, block];
  const ciphered = Buffer.alloc(BLOCK);
  for (let nth = 0; nth < 4; nth += 1) {
    if (nth > 0) {
      u = nth === 2 ? xored(turned(u), C3) : turned(u);
      v = turned(turned(v));
    }
    encipher(keyOf(xored(u, v)), hash, ciphered, 8 * nth);
  }
  return shuffled(xored(hash, shuffled(xored(block, shuffled(ciphered, 12)), 1)), 61);
}
/** Adds a block to the sum of all, as numbers of 256 bits, the lowest byte first. */
function add(sum: Buffer, block: Buffer): void {
  let carry = 0;
  for (let nth = 0; nth < BLOCK; nth += 1) {
    carry += (sum[nth] ?? 0) + (block[nth] ?? 0);
    sum[nth] = carry & 255;
    carry >>= 8;
  }
}

/** The digest of bytes by ДСТУ ГОСТ 34.311-95 (as GOST R 34.11-94, RFC 5831) with the table «ДКЕ № 1» and a zero beginning. */
export function gost34311(bytes: Uint8Array): Buffer {
  let hash: Buffer = Buffer.alloc(BLOCK);
  const sum = Buffer.alloc(BLOCK);
  for (let at = 0; at < bytes.length; at += BLOCK) {
    const block = Buffer.alloc(BLOCK);
    block.set(bytes.subarray(at, at + BLOCK));
    hash = step(hash, block);
    add(sum, block);
  }
  const length = Buffer.alloc(BLOCK);
  length.writeBigUInt64LE(BigInt(bytes.length) * 8n);
  return step(step(hash, length), sum);
}
