import type { Petition } from './petition.model.ts';
import { isPublicPetition } from './petition.policy.ts';
import { petitionByNumber } from './petitions.queries.ts';

/** For so long a petition under which thousands sign is not read again, in milliseconds. */
const LASTS_MS = 1_000;
const MOST = 1_000;
const held = new Map<number, { until: number; petition: Promise<Petition | null> }>();

/**
 * A petition as it stood within the last second, where everybody sees it: for whoever signs it, who need not know more than that it
 * is open. Requests that ask at the same time share one reading.
 */
export async function petitionAtHand(number: number): Promise<Petition | null> {
  const known = held.get(number);
  if (known && known.until > performance.now()) return known.petition;
  const petition = petitionByNumber(number);
  if (held.size >= MOST) held.clear();
  held.set(number, { until: performance.now() + LASTS_MS, petition });
  try {
    const found = await petition;
    if (!found || !isPublicPetition(found)) held.delete(number); // it may be published any moment
    return found;
  } catch (cause) {
    held.delete(number);
    throw cause;
  }
}
