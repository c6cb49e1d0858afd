/** How an answer is signed: a detached signature, a container that holds the letter with it, by hand on paper, or not at all where it was told by word of mouth. */
export const SIGNING_METHODS = ['cms', 'asice', 'paper', 'oral'] as const;
export type SigningMethod = (typeof SIGNING_METHODS)[number];

/**
 * What was found out of a signature: reckoned through with the enclosed certificate; by Ukraine's own algorithms, under this letter as
 * its digest says, or, where that is not reckoned either, nothing; a scan, which people compare by eye. Whose the certificate is nobody
 * asks here.
 */
export const SIGNATURE_CHECKS = ['verified', 'matched', 'unchecked', 'by-eye'] as const;
export type SignatureCheck = (typeof SIGNATURE_CHECKS)[number];

/** So many answers are signed in one go at the most. */
export const MOST_SIGNED_AT_ONCE = 40;

/** A signature in one word, for the texts: how it was made and what was found out of it; `check` is null where no file is kept. */
export const signingKey = (method: SigningMethod, check: SignatureCheck | null) => {
  if (method === 'oral') return 'oral';
  if (method === 'paper') return check === null ? 'unkept' : 'paper';
  return `${method}-${check === 'verified' || check === 'matched' ? check : 'unchecked'}` as const;
};
