import { zipSync } from 'fflate';

/** Several files as one ZIP, by their names; PDFs are packed already, so they go in as they are. */
export const bundleOf = (files: Readonly<Record<string, Uint8Array>>): Buffer =>
  Buffer.from(zipSync({ ...files }, { level: 0 }));
