import { refusalOf } from '#server/http/problems.ts';
import { Problem } from '#server/platform/problem.ts';
import { isCaseNumber } from '#shared/domain/case-number.ts';

/** The number in an address of a case; no other string of digits is anybody's. */
export function numberIn({ number = '' }: Readonly<Record<string, string>>): string {
  if (!isCaseNumber(number)) throw new Problem('not-found');
  return number;
}
/** What was found, or null where it is not for the asker to see; any other refusal goes on. */
export async function visible<Found>(find: () => Promise<Found>): Promise<Found | null> {
  try {
    return await find();
  } catch (error) {
    if (error instanceof Problem && error.code === 'not-found') return null;
    throw refusalOf(error);
  }
}
