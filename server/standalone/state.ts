import { join } from 'node:path';
import { readJson, writeJson } from './data-folder.ts';
import type { ServerRecord } from './databases/server-process.ts';

/** What one launcher leaves for the next: the databases, which may still live, and how far the demo's clock is ahead. */
export interface State {
  mongod?: ServerRecord;
  redis?: ServerRecord;
  /** Milliseconds; never shrinks, so that time in the demo does not go backwards. */
  clockShiftMs?: number;
}
/** The state of a data folder, kept in one file. */
export interface StateFile {
  read(): State;
  /** Changes the named members and writes the file before it returns. */
  update(changes: State): void;
}
/** The state file of a data folder; a broken one counts as empty. */
export function stateOf(folder: string): StateFile {
  const file = join(folder, 'state.json');
  const read = () => readJson<State>(file) ?? {};
  return { read, update: (changes) => writeJson(file, { ...read(), ...changes }) };
}
