import type { SigningTexts } from '../uk/signing.ts';

export const signing: SigningTexts = {
  how: {
    'cms-verified':
      'with an electronic signature; the signature is checked, the chain of certificates is not checked here',
    'cms-matched':
      'with an electronic signature by the Ukrainian standard; it is under this letter, its mathematics is not checked here',
    'cms-unchecked': 'with an electronic signature by the Ukrainian standard; the signature itself is not checked here',
    'asice-verified':
      'with an electronic signature in an ASiC-E container; the signature is checked, the chain of certificates is not checked here',
    'asice-matched':
      'with an electronic signature in an ASiC-E container; the letter in it is compared, its mathematics is not checked here',
    'asice-unchecked':
      'with an electronic signature in an ASiC-E container; the letter in it is compared, the signature itself is not checked here',
    paper: 'by hand on paper; a scan of the signed letter is kept',
    unkept: 'by hand on paper; no scan is kept here',
    oral: 'an oral answer that the applicant agreed to; there is no signed letter',
  },
  signed: 'Signed: {how}.',
  original: 'The letter that was signed (PDF)',
  files: {
    cms: 'Signature file (.p7s)',
    asice: 'Signed container (ASiC-E)',
    paper: 'Scan of the signed letter',
  },
  check: 'The electronic signature and its certificate can be checked at czo.gov.ua/verify.',
};
