import { isEidOffered } from '#server/identity/index.ts';

/**
 * Where a form has to be posted, with nothing in it, to begin signing this petition by electronic identification, without the
 * language's prefix; null where the city has no provider. Whether the charter of the petition takes such signatures is asked apart.
 */
export const eidPath = (number: number): string | null => (isEidOffered() ? `/petitions/${number}/eid` : null);
