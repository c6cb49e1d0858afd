const FIRST_SIZE = 1 << 20;
const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const APOSTROPHE = 0x27;
const ZERO = 0x30;
const DAY_MS = 86_400_000;
const [HOUR_MS, MINUTE_MS, SECOND_MS] = [3_600_000, 60_000, 1_000];
const HEX = '0123456789abcdef';
const FORMULA = new Set(Buffer.from('=+-@'));
const [TAB, RETURN, SPACE] = [0x09, 0x0d, 0x20];
/** Whether a spreadsheet would take a cell for a formula, also behind spaces (OWASP, CSV injection). */
function isFormula(from: Buffer, start: number, end: number): boolean {
  let here = start;
  if (from[here] === TAB || from[here] === RETURN) return true;
  while (here < end && (from[here] ?? 0) <= SPACE) here += 1;
  return here < end && FORMULA.has(from[here] ?? 0);
}

/** Dates of days by their numbers since 1970: rows of one export lie in few thousand of them. */
const days = new Map<number, string>();
function dateOfDay(day: number): string {
  const known = days.get(day);
  if (known) return known;
  const date = `${new Date(day * DAY_MS).toISOString().slice(0, 10)}T`;
  days.set(day, date);
  return date;
}

/** Writes text as UTF-8 into one buffer that grows as it must; words are copied as bytes, never made strings. */
export class ByteWriter {
  #bytes = Buffer.allocUnsafe(FIRST_SIZE);
  length = 0;

  /** What was written from a place on, until more is written. */
  since(start: number): Buffer {
    return this.#bytes.subarray(start, this.length);
  }
  clear(): void {
    this.length = 0;
  }
  #room(more: number): void {
    if (this.length + more <= this.#bytes.length) return;
    const larger = Buffer.allocUnsafe(Math.max(this.#bytes.length * 2, this.length + more));
    this.#bytes.copy(larger, 0, 0, this.length);
    this.#bytes = larger;
  }
  /** Plain ASCII. */
  ascii(text: string): void {
    this.#room(text.length);
    const bytes = this.#bytes;
    let here = this.length;
    for (let i = 0; i < text.length; i += 1) bytes[here++] = text.charCodeAt(i);
    this.length = here;
  }
  copy(from: Buffer, start: number, end: number): void {
    this.#room(end - start);
    this.length += from.copy(this.#bytes, this.length, start, end);
  }
  hex(from: Buffer, start: number, count: number): void {
    for (let i = start; i < start + count; i += 1) {
      const byte = from[i] ?? 0;
      this.ascii(HEX[byte >> 4] ?? '');
      this.ascii(HEX[byte & 15] ?? '');
    }
  }
  /** An instant as ISO 8601 to the millisecond, UTC. */
  instant(ms: number): void {
    const day = Math.floor(ms / DAY_MS);
    const rest = ms - day * DAY_MS;
    this.ascii(dateOfDay(day));
    this.#digits(Math.floor(rest / HOUR_MS), 2);
    this.ascii(':');
    this.#digits(Math.floor(rest / MINUTE_MS) % 60, 2);
    this.ascii(':');
    this.#digits(Math.floor(rest / SECOND_MS) % 60, 2);
    this.ascii('.');
    this.#digits(rest % SECOND_MS, 3);
    this.ascii('Z');
  }
  #digits(value: number, count: number): void {
    this.#room(count);
    for (let left = value, i = count - 1; i >= 0; i -= 1) {
      this.#bytes[this.length + i] = ZERO + (left % 10);
      left = Math.floor(left / 10);
    }
    this.length += count;
  }
  /** UTF-8 between two places as a string of JSON (RFC 8259). */
  json(from: Buffer, start: number, end: number): void {
    this.#room((end - start) * 6 + 2);
    const bytes = this.#bytes;
    let here = this.length;
    bytes[here++] = QUOTE;
    for (let i = start; i < end; i += 1) {
      const byte = from[i] ?? 0;
      if (byte < 0x20) here += bytes.write(`\\u00${HEX[byte >> 4]}${HEX[byte & 15]}`, here, 'latin1');
      else {
        if (byte === QUOTE || byte === BACKSLASH) bytes[here++] = BACKSLASH;
        bytes[here++] = byte;
      }
    }
    bytes[here++] = QUOTE;
    this.length = here;
  }
  /** The same as a quoted cell of CSV (RFC 4180); one that a spreadsheet would take for a formula begins with an apostrophe. */
  cell(from: Buffer, start: number, end: number): void {
    this.#room((end - start) * 2 + 3);
    const bytes = this.#bytes;
    let here = this.length;
    bytes[here++] = QUOTE;
    if (isFormula(from, start, end)) bytes[here++] = APOSTROPHE;
    for (let i = start; i < end; i += 1) {
      const byte = from[i] ?? 0;
      if (byte === QUOTE) bytes[here++] = QUOTE;
      bytes[here++] = byte;
    }
    bytes[here++] = QUOTE;
    this.length = here;
  }
}
