import { redactPhoto } from '#server/attachments/index.ts';
import type { Actor, Visitor } from '#server/platform/policy.ts';
import type { Rectangle } from '#shared/domain/attachments.ts';
import { caseFor, fileOf, recordFile } from '../case.files.ts';
import type { Case } from '../case.model.ts';

/** Makes the copy of a case's photo that can be published, with these rectangles black; who made it is in the history. */
export async function redactCasePhoto(
  viewer: Actor | Visitor,
  caseId: string,
  { photoId, rectangles }: { photoId: string; rectangles: readonly Rectangle[] },
): Promise<Case> {
  const handler = await caseFor(viewer, 'case.publish', caseId);
  await fileOf(caseId, photoId);
  await redactPhoto(photoId, rectangles);
  return recordFile(handler, caseId, 'photo-redacted');
}
