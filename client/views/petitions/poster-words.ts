import { city } from '#shared/texts/city.ts';
import { dateInFull } from '#shared/texts/dates.ts';
import { fill } from '#shared/texts/fill.ts';
import { plural } from '#shared/texts/plural.ts';
import type { PetitionWords, ShownPetition } from './petition-words.ts';

/** A petition for a notice board; `isSignedBySms` says whether a code in a text is enough to sign it. */
export interface PosterFacts extends PetitionWords, Pick<ShownPetition, 'petition' | 'isOpen'> {
  isSignedBySms: boolean;
}
/** What a poster says, part by part. */
export interface PosterSays {
  over: string;
  number: string;
  title: string;
  /** How many signatures are needed and until when; nothing once it is signed no longer. */
  calls: readonly string[];
  how: string;
  /** What whoever signs needs; null once nobody can. */
  hint: string | null;
}
/** The words of a poster, the same on its page and in its file. */
export function posterSays({ petition, isOpen, isSignedBySms, lang, texts }: PosterFacts): PosterSays {
  const { number, title, threshold, endsOn } = petition;
  const calls = [
    fill(texts.posterNeeds, { threshold: plural(lang, threshold, texts.ofThreshold) }),
    fill(texts.posterUntil, { date: dateInFull(lang, endsOn) }),
  ];
  return {
    over: city[lang].council,
    number: fill(texts.number, { number }),
    title,
    calls: isOpen ? calls : [],
    how: isOpen ? texts.posterSign : texts.posterRead,
    hint: isOpen ? (isSignedBySms ? texts.signHint : texts.signHintEid) : null,
  };
}
