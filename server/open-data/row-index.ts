import { FORMAT_NAMES, type Format } from './row-formats.ts';

/** What is kept of each row beside its text, to find it, leave it out and see whether it changed. */
interface RowRecord {
  /** The place of its category and district among the snapshot's kinds. */
  kind: number;
  /** Checksums of all that the row tells, and of what its publication says. */
  row: number;
  said: number;
  /** Its bytes in each format. */
  lengths: Readonly<Record<Format, number>>;
}
const ID = 12;
const KIND = ID;
const ROW = KIND + 2;
const SAID = ROW + 4;
const LENGTHS = SAID + 4;
const SIZE = LENGTHS + 4 * FORMAT_NAMES.length;

/** Adds rows to the index of one block, by ascending id. */
export class RowIndexWriter {
  #bytes: Buffer;
  #count = 0;
  constructor(most: number) {
    this.#bytes = Buffer.alloc(most * SIZE);
  }
  get count(): number {
    return this.#count;
  }
  add(from: Buffer, idAt: number, { kind, row, said, lengths }: RowRecord): void {
    const at = this.#count * SIZE;
    from.copy(this.#bytes, at, idAt, idAt + ID);
    this.#bytes.writeUInt16LE(kind, at + KIND);
    this.#bytes.writeUInt32LE(row, at + ROW);
    this.#bytes.writeUInt32LE(said, at + SAID);
    for (const [n, format] of FORMAT_NAMES.entries()) this.#bytes.writeUInt32LE(lengths[format], at + LENGTHS + 4 * n);
    this.#count += 1;
  }
  /** The index as it is kept. */
  done(): Buffer {
    return this.#bytes.subarray(0, this.#count * SIZE);
  }
}

/** The rows of one block. */
export class RowIndex {
  readonly #bytes: Buffer;
  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }
  get count(): number {
    return this.#bytes.length / SIZE;
  }
  idOf(row: number): string {
    return this.#bytes.toString('hex', row * SIZE, row * SIZE + ID);
  }
  kindOf(row: number): number {
    return this.#bytes.readUInt16LE(row * SIZE + KIND);
  }
  rowSumOf(row: number): number {
    return this.#bytes.readUInt32LE(row * SIZE + ROW);
  }
  saidSumOf(row: number): number {
    return this.#bytes.readUInt32LE(row * SIZE + SAID);
  }
  lengthOf(row: number, format: Format): number {
    return this.#bytes.readUInt32LE(row * SIZE + LENGTHS + 4 * FORMAT_NAMES.indexOf(format));
  }
  /** The row of a case; below zero where it is not in this block. */
  find(id: string): number {
    let [low, high] = [0, this.count - 1];
    while (low <= high) {
      const middle = (low + high) >> 1;
      const found = this.idOf(middle);
      if (found === id) return middle;
      if (found < id) low = middle + 1;
      else high = middle - 1;
    }
    return -1;
  }
}
