import type { ClientSession } from 'mongoose';
import { staffNames } from '#server/identity/index.ts';
import { type Actor, holds, type Visitor } from '#server/platform/policy.ts';
import { Problem } from '#server/platform/problem.ts';
import type { Template, TemplateVersion } from '#shared/contract/templates.ts';
import {
  TemplateModel,
  type TemplateRow,
  TemplateVersionModel,
  type TemplateVersionRow,
  versionId,
} from './template.model.ts';
import { contentOf, presentTemplate } from './template.presenter.ts';

const byName = new Intl.Collator('uk').compare;
/** The templates in use by name; with those out of use for whoever keeps them. */
export async function templatesFor(actor: Actor | Visitor): Promise<Template[]> {
  const rows = await TemplateModel.find(holds(actor, 'reference.manage') ? {} : { isActive: true }).lean<
    TemplateRow[]
  >();
  return rows.map(presentTemplate).sort((a, b) => byName(a.name, b.name));
}
/** Every version of a template, the newest first; 404 where there is no such template. */
export async function versionsOf(templateId: string): Promise<TemplateVersion[]> {
  const range = { $gt: `${templateId}/`, $lt: `${templateId}0` };
  const rows = await TemplateVersionModel.find({ _id: range }).sort({ _id: -1 }).lean<TemplateVersionRow[]>();
  if (rows.length === 0) throw new Problem('not-found');
  const names = await staffNames(rows.map(({ savedById }) => savedById));
  return rows.map((row) => ({
    ...contentOf(row),
    version: row.version,
    savedBy: names.get(row.savedById) ?? null,
    savedAt: row.savedAt.toISOString(),
  }));
}
/** Whether there ever was this version of this template. */
export const isTemplateVersion = async (
  { id, version }: { id: string; version: number },
  session: ClientSession,
): Promise<boolean> => (await TemplateVersionModel.exists({ _id: versionId(id, version) }).session(session)) !== null;
