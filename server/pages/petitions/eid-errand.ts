import { type EidPerson, type EidRefusal, isEidOffered } from '#server/identity/index.ts';
import {
  isPublicPetition,
  type Petition,
  type ProofUse,
  petitionByNumber,
  readProof,
} from '#server/petitions/index.ts';
import { Problem } from '#server/platform/problem.ts';
import type { Visit } from '../frame.ts';
import type { PageRequest } from '../visit.routes.ts';
import { eidRefusedPage } from './eid.page.tsx';
import type { EidErrand } from './eid-try.ts';

/** A petition that everybody sees, by the number that it has. */
export type Numbered = Petition & { number: number };
/** Why an errand does not go on. */
export type EidWhy = EidRefusal | 'closed';
/** One thing for which people identify themselves. */
export interface Errand {
  /** Whether the petition is open to it now. */
  isOpen(petition: Petition): boolean;
  /** Shows whom the provider named the page with the button; nothing is done yet. */
  meet(request: PageRequest, met: { visit: Visit; petition: Numbered; person: EidPerson }): void | Promise<void>;
}
const STATUS: Readonly<Record<EidWhy, number>> = {
  denied: 403,
  stale: 400,
  unproved: 400,
  incomplete: 422,
  away: 503,
  closed: 409,
};
/** Says why an errand does not go on, and where it can be begun anew; `number` is null where nobody can tell of which petition. */
export const refuseErrand = (
  request: PageRequest,
  { visit, why, number, errand }: { visit: Visit; why: EidWhy; number: number | null; errand: EidErrand },
): void => request.show(eidRefusedPage(visit, { why, number, errand }), STATUS[why]);

/** The petition of that number that everybody sees; else 404, as where the city has no provider. */
export async function identifiedUnder(number: number | null): Promise<Numbered> {
  const found = isEidOffered() && number !== null ? await petitionByNumber(number) : null;
  if (!found || found.number === null || !isPublicPetition(found)) throw new Problem('not-found');
  return { ...found, number: found.number };
}
/** What a form proves; null for what proves nothing, or no longer. */
export function provedIn(number: number, proof: string, use: ProofUse) {
  try {
    return readProof(number, proof, use);
  } catch (error) {
    if (error instanceof Problem) return null;
    throw error;
  }
}
