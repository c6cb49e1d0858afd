/** Signatures: reads what signing programs make, and holds it to the bytes that were to be signed. The only door into this folder. */

export { digestsOf } from './algorithms.ts';
export { SignatureRefusal } from './refusal.ts';
export { readSignedFile } from './signed-file.ts';
