import type { Template, TemplateContent } from '#shared/contract/templates.ts';
import type { TemplateRow } from './template.model.ts';

/** What a template or a version of it says, without what only the database needs. */
export const contentOf = (row: TemplateContent): TemplateContent => {
  const { name, use, text, result, ground, appealRoute, categoryCode, isActive } = row;
  return { name, use, text, result, ground, appealRoute, categoryCode, isActive };
};
/** A template on the wire. */
export const presentTemplate = (row: TemplateRow): Template => ({
  id: String(row._id),
  version: row.version,
  ...contentOf(row),
});
