import type { LetterFacts } from '#server/papers/index.ts';
import { type Case, indexText, mainDepartment, signedAnswerOf } from '#server/register/index.ts';
import type { CaseCard } from '#shared/contract/register.ts';
import { paperPlace } from './paper.place.ts';

type Person = Pick<CaseCard['applicants'][number], 'name' | 'residence' | 'postal'>;
/** The words of one answer, and whoever drafted it. */
type Words = Pick<LetterFacts, 'text' | 'appealRoute' | 'signed'> & { draftedBy: string };

/** What the letter of a case says to its applicant; `publicUrl` is where its code leads. A draft has no code. */
export async function letterFacts(
  found: Case,
  person: Person | undefined,
  { draftedBy, ...words }: Words,
  publicUrl: string,
): Promise<LetterFacts> {
  const digest = words.signed ? (await signedAnswerOf(found))?.digest : undefined;
  return {
    ...words,
    number: found.number,
    index: indexText(found.registrationIndex),
    receivedAt: found.receivedAt.toISOString(),
    addressee: { name: person?.name ?? '', address: person?.postal ?? person?.residence ?? '' },
    executor: [draftedBy, mainDepartment(found)?.name].filter(Boolean).join(', ') || null,
    place: paperPlace(found),
    verifyAt: digest ? new URL(`/verify/${digest}`, publicUrl).href : null,
  };
}
