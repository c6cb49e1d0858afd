import { staffNames } from '#server/identity/index.ts';
import { letterPdf } from '#server/papers/index.ts';
import { applicantOf, type LetterMaker } from '#server/register/index.ts';
import { letterFacts } from './letter.facts.ts';

/** Makes the letters that are kept to be signed; `publicUrl` is where their codes lead. */
export const letterMaker =
  (publicUrl: string): LetterMaker =>
  async (found, { text, appealRoute, draftedById, digest }) => {
    const [applicant, names] = await Promise.all([applicantOf(found._id), staffNames([draftedById])]);
    const words = { text, appealRoute, signed: null, draftedBy: names.get(draftedById) ?? '' };
    const facts = await letterFacts(found, applicant ?? undefined, words, publicUrl);
    return letterPdf({ ...facts, isForSigning: true, verifyAt: new URL(`/verify/${digest}`, publicUrl).href });
  };
