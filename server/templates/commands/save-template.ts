import { Types } from 'mongoose';
import { anyCategoryOf } from '#server/catalogue/index.ts';
import { recordEvent } from '#server/history/index.ts';
import { type Actor, holderOf, type Visitor } from '#server/platform/policy.ts';
import { Problem } from '#server/platform/problem.ts';
import { type Transaction, transaction } from '#server/platform/transaction.ts';
import type { Template, TemplateContent } from '#shared/contract/templates.ts';
import type { FieldCode, FieldError } from '#shared/domain/problems.ts';
import { groundsOf, missingParts, unknownPlaceholders } from '#shared/domain/templates.ts';
import { TemplateModel, type TemplateRow, TemplateVersionModel, versionId } from '../template.model.ts';
import { presentTemplate } from '../template.presenter.ts';

/** What tells that a template has a new version. */
export const TEMPLATE_SAVED = 'template.saved';

/** What a use has to say beside its words, and what it cannot: a result for answers, a ground for returns and terminations. */
function faultsOf(content: TemplateContent): FieldError[] {
  const { use, result, ground, text, appealRoute, categoryCode, isActive } = content;
  const faults: (readonly [path: string, code: FieldCode, isSo: boolean])[] = [
    ['result', 'field.required', use === 'answer' && !result],
    ['result', 'field.invalid', use !== 'answer' && result !== null],
    ['ground', 'field.required', groundsOf(use).length > 0 && !ground],
    ['ground', 'field.invalid', ground !== null && !groundsOf(use).includes(ground)],
    ['appealRoute', 'field.invalid', appealRoute !== null && result !== 'refused'],
    ['text', 'template.placeholder', unknownPlaceholders(text).length > 0],
    ['categoryCode', 'category.unknown', categoryCode !== null && !anyCategoryOf(categoryCode)],
  ];
  const missing = isActive ? missingParts(content) : [];
  const ofRoute = missing.some((part) => part === 'court' || part === 'higher-body');
  const ofText = missing.some((part) => part !== 'court' && part !== 'higher-body');
  faults.push(['appealRoute', 'answer.appeal-route', ofRoute], ['text', 'template.incomplete', ofText]);
  return faults.flatMap(([path, code, isSo]) => (isSo ? [{ in: 'body' as const, path, code }] : []));
}
function refuseWrong(content: TemplateContent): void {
  const errors = faultsOf(content);
  if (errors.length > 0) throw new Problem('fields.invalid', { errors });
}
/** Keeps the version beside the template, and who made it on record. */
async function keepVersion(tx: Transaction, actor: Actor, { _id, ...row }: TemplateRow): Promise<void> {
  const id = versionId(String(_id), row.version);
  const version = { ...row, _id: id, templateId: _id, savedById: actor.id, savedAt: tx.at };
  await TemplateVersionModel.create([version], { session: tx.session });
  await recordEvent(tx, {
    kind: TEMPLATE_SAVED,
    subject: { kind: 'template', id: String(_id) },
    actorId: actor.id,
    from: null,
    to: null,
    reasonCode: null,
    docDigest: null,
    facts: { version: row.version, use: row.use, isActive: row.isActive },
  });
}

/** Adds a template. 422 names every wrong field; what the law wants said must be there before it is put into use. */
export async function addTemplate(actor: Actor | Visitor, content: TemplateContent): Promise<Template> {
  const keeper = holderOf(actor, 'reference.manage');
  refuseWrong(content);
  const row: TemplateRow = { _id: new Types.ObjectId(), version: 1, ...content };
  await transaction(async (tx) => {
    await TemplateModel.create([row], { session: tx.session });
    await keepVersion(tx, keeper, row);
  });
  return presentTemplate(row);
}
/** Makes the next version of a template; 409 `version.stale` where somebody else made one meanwhile. */
export async function changeTemplate(
  actor: Actor | Visitor,
  templateId: string,
  { expectedVersion, ...content }: TemplateContent & { expectedVersion: number },
): Promise<Template> {
  const keeper = holderOf(actor, 'reference.manage');
  return transaction(async (tx) => {
    const found = await TemplateModel.findById(templateId).session(tx.session).lean<TemplateRow>();
    if (!found) throw new Problem('not-found');
    if (found.version !== expectedVersion) throw new Problem('version.stale');
    refuseWrong(content);
    const row: TemplateRow = { _id: found._id, version: found.version + 1, ...content };
    await TemplateModel.replaceOne({ _id: found._id }, row, { session: tx.session });
    await keepVersion(tx, keeper, row);
    return presentTemplate(row);
  });
}
