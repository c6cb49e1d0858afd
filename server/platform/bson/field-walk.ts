/** The types of BSON's elements that are met here, by their numbers (bsonspec.org). */
export const BSON = { double: 1, string: 2, document: 3, array: 4, id: 7, bool: 8, date: 9, int: 16 } as const;
const FIXED: Readonly<Record<number, number>> = { 1: 8, 6: 0, 7: 12, 8: 1, 9: 8, 10: 0, 16: 4, 17: 8, 18: 8, 19: 16 };
/** Names are told apart by a hash of their bytes; a table of so many places finds them. */
const PLACES = 4_096;

/** Told of each wanted field: its number, its type, and where its value begins. */
type OnField = (field: number, type: number, at: number) => void;

const hashOf = (name: string): number => {
  let hash = 0;
  for (const byte of Buffer.from(name)) hash = (Math.imul(hash, 31) + byte) | 0;
  return hash;
};
/** How many bytes a value takes; throws for a type that no document of ours has. */
function sizeAt(bytes: Buffer, type: number, at: number): number {
  const fixed = FIXED[type];
  if (fixed !== undefined) return fixed;
  if (type === BSON.string) return 4 + bytes.readInt32LE(at);
  if (type === BSON.document || type === BSON.array) return bytes.readInt32LE(at);
  if (type === 5) return 5 + bytes.readInt32LE(at);
  throw new Error(`BSON: type ${type} is not read here`);
}

/**
 * Walks over the fields of one document as it lies in the store, without making an object of it. The numbers of fields are
 * their places in `names`, from 1; fields of other names are passed over.
 */
export class FieldWalk {
  readonly #numbers = new Uint8Array(PLACES);
  readonly #hashes = new Int32Array(PLACES);
  readonly #names: readonly Buffer[];

  constructor(names: readonly string[]) {
    this.#names = names.map((name) => Buffer.from(name));
    for (const [n, name] of names.entries()) {
      const hash = hashOf(name);
      const place = hash & (PLACES - 1);
      if (this.#numbers[place]) throw new Error(`BSON: ${name} and another name fall on one place`);
      this.#numbers[place] = n + 1;
      this.#hashes[place] = hash;
    }
  }
  /** The document at `at`. */
  walk(bytes: Buffer, at: number, onField: OnField): void {
    const end = at + bytes.readInt32LE(at) - 1;
    let here = at + 4;
    while (here < end) {
      const type = bytes[here] ?? 0;
      const nameAt = here + 1;
      let hash = 0;
      here = nameAt;
      for (let byte = bytes[here] ?? 0; byte !== 0; byte = bytes[here] ?? 0) {
        hash = (Math.imul(hash, 31) + byte) | 0;
        here += 1;
      }
      const place = hash & (PLACES - 1);
      const field = this.#numbers[place] ?? 0;
      here += 1;
      if (field > 0 && this.#hashes[place] === hash && this.#isNamed(bytes, nameAt, here - 1, field))
        onField(field, type, here);
      here += sizeAt(bytes, type, here);
    }
  }
  #isNamed(bytes: Buffer, from: number, to: number, field: number): boolean {
    const name = this.#names[field - 1];
    if (name?.length !== to - from) return false;
    for (let i = 0; i < name.length; i += 1) if (name[i] !== bytes[from + i]) return false;
    return true;
  }
}

/** Calls `each` with the type and place of every element of the array at `at`. */
export function eachElement(bytes: Buffer, at: number, each: (type: number, at: number) => void): void {
  const end = at + bytes.readInt32LE(at) - 1;
  let here = at + 4;
  while (here < end) {
    const type = bytes[here] ?? 0;
    here += 1;
    while (bytes[here] !== 0) here += 1;
    here += 1;
    each(type, here);
    here += sizeAt(bytes, type, here);
  }
}
/** A date's milliseconds. */
export const dateAt = (bytes: Buffer, at: number): number =>
  bytes.readInt32LE(at + 4) * 0x1_0000_0000 + bytes.readUInt32LE(at);
/** A whole or broken number, of either of the types that drivers choose between. */
export const numberAt = (bytes: Buffer, type: number, at: number): number =>
  type === BSON.int ? bytes.readInt32LE(at) : bytes.readDoubleLE(at);
/** A string of plain ASCII; of other letters it is read wrongly. */
export const asciiAt = (bytes: Buffer, at: number): string =>
  bytes.toString('latin1', at + 4, at + 3 + bytes.readInt32LE(at));
