import type { VerifyLetterTexts } from '../uk/verify-letter.ts';

/** The page that a letter’s code opens, in English. */
export const verifyLetter: VerifyLetterTexts = {
  title: 'The letter is genuine',
  text: 'The register of appeals has such a letter. Compare the number, the date and the post with what is printed on the sheet.',
  number: 'Outgoing number',
  date: 'Date',
  post: 'Post of who signed it',
  body: 'Body',
  how: 'How it is signed',
  unknownTitle: 'There is no such letter',
  unknown:
    'No letter was found at this address. Check that you typed all of it, or scan the code again. If a letter looks doubtful, call the contact centre.',
};
