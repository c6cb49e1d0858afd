import type { FileStore } from './file-store.ts';
import { gridFsStore } from './grid-fs.store.ts';
import { clamdScanner, type FileScanner } from './scanner.ts';

/** Where files lie, and who looks into them first; `null` says that the city has no scanner. */
export interface Files {
  store: FileStore;
  scanner: FileScanner | null;
}
let chosen: Files | null = null;
/** Chosen once, by the composition of every process that handles files. */
export const useFiles = (files: Files): void => {
  chosen = files;
};
/** Files in MongoDB, looked through by the clamd that the settings name. */
export const filesBy = ({ CLAMD_URL: clamd }: { CLAMD_URL?: string | undefined }): Files => ({
  store: gridFsStore(),
  scanner: clamd ? clamdScanner(clamd) : null,
});
/** The store and the scanner of this process. It throws until they are chosen: a forgotten scanner must not pass for none. */
export function files(): Files {
  if (!chosen) throw new Error('Files: no store was chosen at start.');
  return chosen;
}
