import type { PublicPetition } from '#shared/contract/petitions.ts';
import type { Lang } from '#shared/texts/plural.ts';
import type { PetitionTexts } from '#shared/texts/uk/petitions.ts';

/** A language and the words of petitions in it. */
export interface PetitionWords {
  lang: Lang;
  texts: PetitionTexts;
}
/** A petition as it is shown on a day in Kyiv; `isOpen` says whether it can be signed then. */
export interface ShownPetition {
  petition: PublicPetition;
  isOpen: boolean;
  today: string;
}
