import { catalogue } from '#server/catalogue/index.ts';
import { today } from '#server/platform/clock.ts';
import { type Case, presentRow } from '#server/register/index.ts';
import type { BulkOrder } from '#shared/contract/bulk.ts';
import { fillTemplate } from '#shared/domain/templates.ts';
import { templateFacts } from '#shared/texts/template-facts.ts';

/** What an order brings to one case: its words with the facts of that case in place. */
export function inputFor(found: Case, { answer, inquiry, interim, ...more }: BulkOrder['input']): BulkOrder['input'] {
  const facts = templateFacts(presentRow(found), catalogue(), today());
  return {
    ...more,
    ...(answer && { answer: { ...answer, text: fillTemplate(answer.text, facts) } }),
    ...(inquiry && { inquiry: fillTemplate(inquiry, facts) }),
    ...(interim && { interim: fillTemplate(interim, facts) }),
  };
}
