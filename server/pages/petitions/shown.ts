import type { ShownPetition } from '#client/views/petitions/petition-words.ts';
import type { Shared } from '#client/views/petitions/share-links.tsx';
import {
  isOpenOn,
  isPublicPetition,
  type Petition,
  petitionByNumber,
  petitionNumberIn,
  presentPetition,
} from '#server/petitions/index.ts';
import { today } from '#server/platform/clock.ts';
import { Problem } from '#server/platform/problem.ts';
import { type Visit, within } from '../frame.ts';
import type { PageRequest } from '../visit.routes.ts';

/** The petition of the number in the address that everybody sees; 404 for every other number, and for what is none. */
export async function petitionIn({ params }: Pick<PageRequest, 'params'>): Promise<Petition> {
  const number = petitionNumberIn(params.number);
  const found = number === null ? null : await petitionByNumber(number);
  if (!found || !isPublicPetition(found)) throw new Problem('not-found');
  return found;
}
/** A published petition as its pages show it today. */
export const shown = (found: Petition): ShownPetition => ({
  petition: presentPetition(found),
  isOpen: isOpenOn(found, today()),
  today: today(),
});
/** What is passed on of a petition: its page in the language of the visit, and its title. */
export const sharedOf = (visit: Visit, { number, title }: Petition, publicUrl: string): Shared => ({
  href: new URL(within(visit, `/petitions/${number}`), publicUrl).href,
  title,
});
