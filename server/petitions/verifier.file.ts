import { readFileSync } from 'node:fs';

let held: string | null = null;
/** The program that checks a public list; it lies beside this file, in the sources as in the bundle. */
export const verifierFile = (): string => {
  held ??= readFileSync(new URL('./verifier/verify-petition.mjs', import.meta.url), 'utf8');
  return held;
};
