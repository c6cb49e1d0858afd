import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  createPrivateKey,
  createPublicKey,
  hkdfSync,
  type KeyObject,
  randomBytes,
  sign,
  timingSafeEqual,
} from 'node:crypto';

/** What a key is used for; each use has a subkey of its own, so that no two can be played against each other. */
export type Purpose =
  | 'history'
  | 'public-seal'
  | 'access-code'
  | 'one-time-code'
  | 'lookup'
  | 'contact'
  | 'idempotency'
  | 'cursor'
  | 'news-link'
  | 'letter-link';
/** Keys by id, the current one first; `DATA_KEYS` and `HISTORY_KEYS` have the form `id:base64,…`. */
type Ring = ReadonlyMap<string, Buffer>;
let rings: { data: Ring; history: Ring } | null = null;
const subkeys = new Map<string, Buffer>();
/** Keys of public seals: making one costs more than sealing with it. */
const sealingKeys = new Map<string, KeyObject>();

const ringOf = (keys: string): Ring =>
  new Map(keys.split(',').map((key) => [key.split(':')[0] ?? '', Buffer.from(key.split(':')[1] ?? '', 'base64')]));
/** Takes the keys at start; until then every use of one throws. */
export const useKeys = (keys: { DATA_KEYS: string; HISTORY_KEYS: string }): void => {
  rings = { data: ringOf(keys.DATA_KEYS), history: ringOf(keys.HISTORY_KEYS) };
  subkeys.clear();
  sealingKeys.clear();
};
const ringFor = (purpose: Purpose): Ring => {
  if (!rings) throw new Error('Secrets: no keys were given at start.');
  return purpose === 'history' || purpose === 'public-seal' ? rings.history : rings.data;
};
/** The id of the key for what is new; a row keeps it, and a key is retired only when no live row names it. */
export const currentKey = (purpose: Purpose): string => [...ringFor(purpose).keys()][0] ?? '';

/** The ids of all keys in use, the current one first. */
export const keysOf = (purpose: Purpose): string[] => [...ringFor(purpose).keys()];

/** The subkey of a purpose, by HKDF (RFC 5869). */
function subkey(purpose: Purpose, keyId: string): Buffer {
  const name = `${purpose} ${keyId}`;
  const known = subkeys.get(name);
  if (known) return known;
  const key = ringFor(purpose).get(keyId);
  if (key?.length !== 32) throw new Error(`Secrets: key ${keyId} is not among those given at start.`);
  const derived = Buffer.from(hkdfSync('sha256', key, '', purpose, 32));
  subkeys.set(name, derived);
  return derived;
}
const macUnder = (purpose: Purpose, keyId: string, message: string) =>
  createHmac('sha256', subkey(purpose, keyId)).update(message);
/** HMAC-SHA-256 under the subkey of a purpose. */
export const macOf = (purpose: Purpose, keyId: string, message: string): Buffer =>
  macUnder(purpose, keyId, message).digest();
/** The same in hexadecimal. */
export const hexMacOf = (purpose: Purpose, keyId: string, message: string): string =>
  macUnder(purpose, keyId, message).digest('hex');

/** What stands before the 32 bytes of an Ed25519 key in PKCS #8 (RFC 8410). */
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');
function sealingKey(keyId: string): KeyObject {
  const known = sealingKeys.get(keyId);
  if (known) return known;
  const made = createPrivateKey({
    key: Buffer.concat([PKCS8, subkey('public-seal', keyId)]),
    format: 'der',
    type: 'pkcs8',
  });
  sealingKeys.set(keyId, made);
  return made;
}
/** A seal that anybody can check by the public key of that id: Ed25519 over the message in UTF-8. */
export interface PublicSeal {
  keyId: string;
  signature: string;
}
/** Puts the city's seal under a message. */
export function sealPublicly(message: string): PublicSeal {
  const keyId = currentKey('public-seal');
  return { keyId, signature: sign(null, Buffer.from(message), sealingKey(keyId)).toString('base64url') };
}
/** The public keys of all seals, by their ids, as PEM. */
export const publicSealKeys = (): Record<string, string> =>
  Object.fromEntries(
    keysOf('public-seal').map((keyId) => [
      keyId,
      createPublicKey(sealingKey(keyId)).export({ format: 'pem', type: 'spki' }).toString(),
    ]),
  );

/** A keyed hash by which a phone or an address can be found without being kept in the open; one per key that is still in use. */
export const lookupHashes = (value: string): string[] =>
  [...ringFor('lookup').keys()].map((keyId) => macOf('lookup', keyId, value).toString('base64url'));
/** The hash for a new row: of the current key. */
export const lookupHash = (value: string): string => lookupHashes(value)[0] ?? '';

/** Random bytes not given out yet: asking for a few at a time costs far more than they do. */
let pool = { bytes: Buffer.alloc(0), next: 0 };
const POOL = 4_096;
/** So many random bytes that nobody else was given. */
export function freshBytes(count: number): Buffer {
  if (pool.next + count > pool.bytes.length) pool = { bytes: randomBytes(Math.max(POOL, count)), next: 0 };
  pool.next += count;
  return pool.bytes.subarray(pool.next - count, pool.next);
}

/** Personal data as it lies in the database: AES-256-GCM, with the id of its key. */
export interface Sealed {
  keyId: string;
  box: Buffer;
}
/** Encrypts a contact; `owner` (the row's id) is bound in, so that a box moved to another row does not open. */
export function sealContact(plain: string, owner: string): Sealed {
  const keyId = currentKey('contact');
  const iv = freshBytes(12);
  const cipher = createCipheriv('aes-256-gcm', subkey('contact', keyId), iv).setAAD(Buffer.from(owner));
  const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
  return { keyId, box: Buffer.concat([iv, cipher.getAuthTag(), body]) };
}
/** Decrypts what `sealContact` made; throws where it was changed or belongs to another row. */
export function openContact({ keyId, box }: Sealed, owner: string): string {
  const bytes = Buffer.from(box.buffer, box.byteOffset, box.byteLength);
  const decipher = createDecipheriv('aes-256-gcm', subkey('contact', keyId), bytes.subarray(0, 12))
    .setAAD(Buffer.from(owner))
    .setAuthTag(bytes.subarray(12, 28));
  return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8');
}

/** The same as text that can travel through a browser and back: `key.box`. */
export function sealText(plain: string, owner: string): string {
  const { keyId, box } = sealContact(plain, owner);
  return `${keyId}.${box.toString('base64url')}`;
}
/** Opens what `sealText` made; throws where it was changed, or is bound to something else. */
export function openText(sealed: string, owner: string): string {
  const [keyId = '', box = ''] = sealed.split('.');
  return openContact({ keyId, box: Buffer.from(box, 'base64url') }, owner);
}

/** Compares two secrets without telling by time how far they agree. */
export const isSame = (a: string, b: string): boolean => timingSafeEqual(sha256(a), sha256(b));
const sha256 = (text: string): Buffer => createHash('sha256').update(text).digest();

/** The salted digest by which history names a text that lies elsewhere and may be erased. */
export const saltedDigest = (salt: string, text: string): string => sha256(`${salt}\n${text}`).toString('hex');
/** A fresh salt of 128 bits. */
export const newSalt = (): string => freshBytes(16).toString('base64url');

/** Crockford's base 32: no I, L, O, U. */
const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** The first `length` bytes as characters that are easy to read aloud; five bits of each are used. */
export const crockford = (bytes: Uint8Array, length: number): string =>
  [...bytes.subarray(0, length)].map((byte) => CROCKFORD[byte % 32]).join('');
