import { Types } from 'mongoose';
import { attachmentsOf } from '#server/attachments/index.ts';
import type { Actor, Visitor } from '#server/platform/policy.ts';
import { Problem } from '#server/platform/problem.ts';
import { transaction } from '#server/platform/transaction.ts';
import { isHandled, recordAside } from '#server/register/index.ts';
import type { NewWorkLink } from '#shared/contract/executors.ts';
import { digestOf, newWorkCode, type WorkLink, WorkLinkModel } from '../work-link.model.ts';
import { linkedCase } from '../work-link.policy.ts';

const DAY_MS = 86_400_000;

/** 422 for a photo that is none of the case's, or has no copy that others may see. */
async function shownPhotos(caseId: string, photoIds: readonly string[]): Promise<Types.ObjectId[]> {
  const files = photoIds.length > 0 ? await attachmentsOf({ kind: 'case', id: caseId }) : [];
  const fit = new Set(files.filter((file) => file.kind === 'photo' && file.publicFileId).map(({ _id }) => String(_id)));
  const errors = photoIds.flatMap((id, i) =>
    fit.has(id) ? [] : [{ in: 'body' as const, path: `photoIds.${i}`, code: 'photo.not-shown' as const }],
  );
  if (errors.length > 0) throw new Problem('fields.invalid', { errors });
  return [...new Set(photoIds)].map((id) => new Types.ObjectId(id));
}
/**
 * Makes a link by which somebody without an account works on a case; its code is answered once and only its digest is kept. 404 not
 * readable, 403 not theirs to give, 409 `move.refused` while nobody works on the case.
 */
export async function makeLink(
  viewer: Actor | Visitor,
  caseId: string,
  { label, days, task, photoIds = [] }: NewWorkLink,
): Promise<{ link: WorkLink; code: string }> {
  const { actor, found, place } = await linkedCase(viewer, 'link.make', caseId);
  const main = found.executors.find(({ role }) => role === 'main');
  if (!main || !isHandled(found)) throw new Problem('move.refused', { from: found.status, verb: 'link' });
  const shownIds = await shownPhotos(caseId, photoIds);
  const code = newWorkCode();
  const link = await transaction(async (tx) => {
    const row: WorkLink = {
      _id: new Types.ObjectId(),
      caseId: found._id,
      departmentId: main.departmentId,
      label,
      task: task ?? null,
      shownIds,
      sentIds: [],
      digest: digestOf(code),
      madeById: actor.id,
      madeAt: tx.at,
      expiresAt: new Date(tx.at.getTime() + days * DAY_MS),
      revokedAt: null,
      acceptedAt: null,
      usedAt: null,
    };
    await WorkLinkModel.create([row], { session: tx.session, ordered: true });
    await recordAside({ ...tx, place }, { caseId: found._id, actorId: actor.id }, 'link-made');
    return row;
  });
  return { link, code };
}
