import type { EidPerson } from '#server/identity/index.ts';
import { lookupHashes } from '#server/platform/secrets.ts';
import type { ProvedSigner } from './signing-proof.ts';

/**
 * Somebody whom a provider of electronic identification named, as a signer: known by each of their numbers, so that another way of
 * identifying them, and a signature by a code to the same mobile, are theirs too.
 */
export function provedByEid({ rnokpp, unzr, phone, lastName, firstName, patronymic }: EidPerson): ProvedSigner {
  const known = [rnokpp && `rnokpp ${rnokpp}`, unzr && `unzr ${unzr}`, phone];
  return {
    method: 'eid',
    keys: known.flatMap((one) => (one ? lookupHashes(one) : [])),
    range: null,
    name: { lastName, firstName, patronymic },
  };
}
