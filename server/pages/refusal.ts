import type { Problem } from '#server/platform/problem.ts';
import { fill } from '#shared/texts/fill.ts';
import type { PageTexts } from './texts.ts';

/**
 * A refusal in the words of the field that it is about: the first wrong field's, else the refusal's own. A wait is said
 * in seconds.
 */
export function inWords({ code, details }: Problem, { problems, problemPages }: PageTexts): string {
  const wrong = details.errors?.[0];
  if (wrong) return problems[wrong.code];
  if (code === 'too-many-requests' && details.retryAfterS !== undefined)
    return fill(problemPages.waitFor, { seconds: details.retryAfterS });
  return problems[code];
}
