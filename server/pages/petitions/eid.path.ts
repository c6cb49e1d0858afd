import { isEidOffered } from '#server/identity/index.ts';
import type { EidErrand } from './eid-try.ts';

const ENDS: Readonly<Record<EidErrand, string>> = { sign: '', withdraw: '/withdraw' };
/**
 * Where a form has to be posted, with nothing in it, to begin an errand under this petition by electronic identification, without the
 * language's prefix; null where the city has no provider. Whether the petition is open to it is asked apart.
 */
export const eidPath = (number: number, errand: EidErrand = 'sign'): string | null =>
  isEidOffered() ? `/petitions/${number}/eid${ENDS[errand]}` : null;
