import { now } from '#server/platform/clock.ts';
import { Problem } from '#server/platform/problem.ts';
import { openContact, sealContact } from '#server/platform/secrets.ts';
import type { SigningMethod } from '#shared/domain/petition.ts';

/** What somebody proved a moment ago: by what, and the keyed hashes by which nobody signs twice. */
export interface ProvedSigner {
  method: SigningMethod;
  keys: readonly string[];
  /** Keyed hash of the range of numbers that the phone lies in. */
  range: string | null;
}
/** How long after the proof one may sign. */
const LASTS_MS = 10 * 60_000;
/** To this a proof is bound, so that no other sealed thing passes for one. */
const boundTo = (petition: number): string => `signing of petition ${petition}`;

/** The proof as it travels through the person's form: sealed, so that it tells nothing, for this petition alone, and for ten minutes. */
export function writeProof(petition: number, signer: ProvedSigner): string {
  const plain = JSON.stringify([signer.method, signer.keys, signer.range, now().getTime() + LASTS_MS]);
  const { keyId, box } = sealContact(plain, boundTo(petition));
  return `${keyId}.${box.toString('base64url')}`;
}
const refuse = (): never => {
  throw new Problem('fields.invalid', { errors: [{ in: 'body', path: 'proof', code: 'code.expired' }] });
};
/** Reads it back. One that was changed, is of another petition or too old: 422 `code.expired`. */
export function readProof(petition: number, written: string): ProvedSigner {
  const [keyId = '', box = ''] = written.split('.');
  let read: [SigningMethod, string[], string | null, number];
  try {
    read = JSON.parse(openContact({ keyId, box: Buffer.from(box, 'base64url') }, boundTo(petition)));
  } catch {
    return refuse();
  }
  const [method, keys, range, until] = read;
  return until > now().getTime() ? { method, keys, range } : refuse();
}
