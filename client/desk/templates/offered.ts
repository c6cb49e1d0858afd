import type { CaseCard } from '#shared/contract/register.ts';
import type { Template } from '#shared/contract/templates.ts';
import { fillTemplate, TEMPLATE_FIELDS, type TemplateFacts, type TemplateUse } from '#shared/domain/templates.ts';
import type { Desk } from '../desk-context.ts';
import type { Values } from '../form/drafts.ts';

/** The templates in use that fit a case, those of its own topic first. */
export function offeredFor(
  card: Pick<CaseCard, 'categoryCode'>,
  use: TemplateUse,
  { templates, catalogue }: Pick<Desk, 'templates' | 'catalogue'>,
): Template[] {
  const branch = new Set<string>();
  for (let code: string | null | undefined = card.categoryCode; code && !branch.has(code); ) {
    const at: string = code;
    branch.add(at);
    code = catalogue.categories.find((category) => category.code === at)?.parentCode;
  }
  const fitting = (templates.items ?? []).filter(
    (template) =>
      template.isActive &&
      template.use === use &&
      (template.categoryCode === null || branch.has(template.categoryCode)),
  );
  return [
    ...fitting.filter(({ categoryCode }) => categoryCode !== null),
    ...fitting.filter(({ categoryCode }) => categoryCode === null),
  ];
}
/** What a template puts into the fields of a move. */
export function valuesOf(
  { id, version, use, text, result, ground, appealRoute }: Template,
  facts: TemplateFacts,
): Values {
  return {
    [TEMPLATE_FIELDS[use]]: fillTemplate(text, facts),
    ...(use === 'answer' && { 'answer.template': `${id}/${version}` }),
    ...(result && { 'answer.result': result }),
    ...(appealRoute && { 'answer.appealRoute': appealRoute }),
    ...(ground && { [`${use}.ground`]: ground }),
  };
}
