import { once } from 'node:events';
import { createWriteStream, mkdirSync, readFileSync, renameSync, type WriteStream, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A letter as it reached the demo's mailbox. */
export interface CaughtLetter {
  id: string;
  /** The address on the envelope. */
  to: string;
  from: string;
  subject: string;
  text: string;
  html: string;
  /** Header fields by their names in small letters. */
  headers: Record<string, string>;
  /** RFC 3339. */
  at: string;
}

/** When the file is opened with more letters than this, the oldest go. */
const MOST = 2_000;
const fileIn = (folder: string): string => join(folder, 'mail.jsonl');

/** Every letter that was ever caught in this data folder, oldest first; a line that a kill has torn is passed over. */
export function readLetters(folder: string): CaughtLetter[] {
  let lines: string[] = [];
  try {
    lines = readFileSync(fileIn(folder), 'utf8').split('\n').filter(Boolean);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'ENOENT') throw cause;
  }
  return lines.flatMap((line) => {
    try {
      return [JSON.parse(line) as CaughtLetter];
    } catch {
      return [];
    }
  });
}

/** The file into which letters are caught, a line of JSON each, so that they outlive the process. */
export class LetterFile {
  readonly #file: WriteStream;

  constructor(folder: string) {
    const file = fileIn(folder);
    mkdirSync(dirname(file), { recursive: true });
    const kept = readLetters(folder).slice(-MOST);
    // Addresses and codes lie here in the open: it is a demo's file, and its owner's alone.
    writeFileSync(`${file}.new`, kept.map((letter) => `${JSON.stringify(letter)}\n`).join(''), { mode: 0o600 });
    renameSync(`${file}.new`, file);
    this.#file = createWriteStream(file, { flags: 'a', mode: 0o600 });
  }
  /** Keeps a letter; resolves when it is in the file. */
  add(letter: CaughtLetter): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#file.write(`${JSON.stringify(letter)}\n`, (error) => (error ? reject(error) : resolve()));
    });
  }
  async close(): Promise<void> {
    this.#file.end();
    await once(this.#file, 'close');
  }
}
