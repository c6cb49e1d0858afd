import type { Category } from '#shared/contract/catalogue.ts';
import type { CaseCard } from '#shared/contract/register.ts';

/** Why no more than the ceiling may be shown of a case, or that all may. */
export type Allowance = 'all' | 'never' | 'phone' | 'private' | 'noConsent';

/** The reason behind a case's ceiling, for people: the ceiling itself is the server's. */
export function allowanceOf(
  { publication: { ceiling }, channel }: Pick<CaseCard, 'publication' | 'channel'>,
  category: Pick<Category, 'privacy'> | undefined,
): Allowance {
  if (ceiling === 'public') return 'all';
  if (ceiling === 'none') return 'never';
  if (channel === 'phone') return 'phone';
  return category?.privacy === 'private' ? 'private' : 'noConsent';
}
