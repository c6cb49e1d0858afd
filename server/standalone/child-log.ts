import { existsSync, mkdirSync, openSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { say } from './progress.js';
import { news } from './words.js';

/** pino's number for a warning. */
const WARNING = 40;
/** What one process of ours says: all of it goes to a file, warnings and worse also to the terminal. */
export interface ChildLog {
  file: string;
  /** Takes in a stream of lines until it ends. */
  follow(stream: Readable | null): void;
  /** The complaints about settings that the process made, indented as it made them; empty where it made none. */
  complaints(): string;
  /** The last thing that it said in words under its own name, as one that cannot start does; empty where it said none. */
  lastWords(): string;
}

/** What a line means to the person at the terminal; null where it is for the file only. */
export function warningIn(line: string): string | null {
  try {
    const { level, msg } = JSON.parse(line) as { level?: unknown; msg?: unknown };
    return typeof level === 'number' && level >= WARNING ? String(msg) : null;
  } catch {
    return null;
  }
}

/** Opens the log of a process in the data folder; what it said at the last start is kept beside it as `.1`. */
export function childLog(dataFolder: string, name: string): ChildLog {
  const folder = join(dataFolder, 'logs');
  const file = join(folder, `${name}.log`);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (existsSync(file)) renameSync(file, `${file}.1`);
  const opened = openSync(file, 'w', 0o600);
  let complaints: string[] | null = null;
  let lastWords = '';
  const take = (line: string) => {
    try {
      writeSync(opened, `${line}\n`);
    } catch {
      // a full disk stops the log, not the city
    }
    if (line.startsWith(`${name}: `)) lastWords = line.slice(name.length + 2);
    if (line.startsWith('Settings:')) complaints = [];
    else if (/^\s+\S/.test(line) && !/^\s+at /.test(line)) complaints?.push(line);
    const warning = warningIn(line);
    if (warning) say(news.warning(name, warning));
  };
  return {
    file,
    follow: (stream) => void (stream && createInterface({ input: stream, crlfDelay: Infinity }).on('line', take)),
    complaints: () => complaints?.join('\n') ?? '',
    lastWords: () => lastWords,
  };
}
