import { now } from '#server/platform/clock.ts';
import { Problem } from '#server/platform/problem.ts';
import { openText, sealText } from '#server/platform/secrets.ts';
import type { SigningMethod } from '#shared/domain/petition.ts';

/** A name as the law has it shown. */
export interface SignerName {
  lastName: string;
  firstName: string;
  patronymic: string | null;
}
/** What somebody proved a moment ago: by what, and the keyed hashes by which nobody signs twice. */
export interface ProvedSigner {
  method: SigningMethod;
  keys: readonly string[];
  /** Keyed hash of the range of numbers that the phone lies in. */
  range: string | null;
  /** Where the name was proved, too: whoever signs by this proof signs under this name and no other. */
  name?: SignerName | null | undefined;
}
/** How long after the proof one may sign, in minutes. */
export const PROOF_MINUTES = 10;
/** What a proof was made for: it does nothing else. */
export type ProofUse = 'signing' | 'withdrawal' | 'news';
/** To this a proof is bound, so that no other sealed thing passes for one. */
const boundTo = (petition: number, use: ProofUse): string => `${use} of petition ${petition}`;

/** The proof as it travels through the person's form: sealed, so that it tells nothing, for this petition and this use alone, and for ten minutes. */
export function writeProof(
  petition: number,
  { method, keys, range, name = null }: ProvedSigner,
  use: ProofUse = 'signing',
): string {
  const until = now().getTime() + PROOF_MINUTES * 60_000;
  return sealText(JSON.stringify([method, keys, range, until, name]), boundTo(petition, use));
}
const refuse = (): never => {
  throw new Problem('fields.invalid', { errors: [{ in: 'body', path: 'proof', code: 'code.expired' }] });
};
/** Reads it back. One that was changed, is of another petition, for another use or too old: 422 `code.expired`. */
export function readProof(petition: number, written: string, use: ProofUse = 'signing'): ProvedSigner {
  let read: [SigningMethod, string[], string | null, number, SignerName | null];
  try {
    read = JSON.parse(openText(written, boundTo(petition, use)));
  } catch {
    return refuse();
  }
  const [method, keys, range, until, name] = read;
  return until > now().getTime() ? { method, keys, range, name } : refuse();
}
