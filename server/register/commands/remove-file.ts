import { removeAttachment } from '#server/attachments/index.ts';
import { type Actor, authorize, type Visitor } from '#server/platform/policy.ts';
import { Problem } from '#server/platform/problem.ts';
import { caseFor, fileOf, recordFile } from '../case.files.ts';
import type { Case } from '../case.model.ts';
import { casePolicy } from '../case.policy.ts';

/**
 * Removes a file that staff added, its copies too. What the applicant sent is part of the appeal and stays (404); what everybody
 * sees is taken down by those who publish alone (403).
 */
export async function removeFile(viewer: Actor | Visitor, caseId: string, fileId: string): Promise<Case> {
  const { actor, found, place } = await caseFor(viewer, 'case.illustrate', caseId);
  const file = await fileOf(caseId, fileId);
  if (file.purpose !== 'after') throw new Problem('not-found');
  const isShown = found.publication.photoIds.some((id) => id.equals(file._id));
  if (isShown) authorize(actor, casePolicy, 'case.publish', found);
  const now = await recordFile({ actor, place }, caseId, 'file-removed', file);
  await removeAttachment({ owner: file.owner, id: fileId });
  return now;
}
