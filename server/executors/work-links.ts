import { now } from '#server/platform/clock.ts';
import { isObjectId } from '#server/platform/object-id.ts';
import { Problem } from '#server/platform/problem.ts';
import { type Case, caseById, isHandled } from '#server/register/index.ts';
import type { LinkState } from '#shared/contract/executors.ts';
import { digestOf, isWorkCode, type WorkLink, WorkLinkModel } from './work-link.model.ts';

/** How a link stands: somebody ended it, its days are over, the case needs no more work of that executor, or it can be used. */
export function stateOf({ revokedAt, expiresAt, departmentId }: WorkLink, found: Case, at: Date): LinkState {
  if (revokedAt) return 'revoked';
  if (expiresAt <= at) return 'expired';
  return isHandled(found) && found.executors.some((one) => one.departmentId.equals(departmentId)) ? 'alive' : 'done';
}
/** The link of a code with its case; 404 for a code that nobody was given, 410 `link.over` for one that can be used no more. */
export async function linkOf(code: string): Promise<{ link: WorkLink; found: Case }> {
  const link = isWorkCode(code) ? await WorkLinkModel.findOne({ digest: digestOf(code) }).lean<WorkLink>() : null;
  const found = link && (await caseById(String(link.caseId)));
  if (!link || !found) throw new Problem('not-found');
  if (stateOf(link, found, now()) !== 'alive') throw new Problem('link.over');
  return { link, found };
}
/** What links are called, by their ids: who has used one stands in the history of its case. */
export async function linkNames(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const possible = [...new Set(ids)].filter(isObjectId);
  const links = await WorkLinkModel.find({ _id: { $in: possible } })
    .select('label')
    .lean<Pick<WorkLink, '_id' | 'label'>[]>();
  return new Map(links.map(({ _id, label }) => [String(_id), label]));
}
