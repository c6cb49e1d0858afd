import { type Incoming, takeIn } from '#server/attachments/index.ts';
import type { Actor, Visitor } from '#server/platform/policy.ts';
import { caseFor, recordFile } from '../case.files.ts';
import type { Case } from '../case.model.ts';

/** Takes in a photo or a document of what was done. 404 not readable, 403 not allowed; then it is refused as `takeIn` says. */
export async function addFile(
  viewer: Actor | Visitor,
  caseId: string,
  file: Pick<Incoming, 'name' | 'content' | 'field'>,
): Promise<Case> {
  const handler = await caseFor(viewer, 'case.illustrate', caseId);
  await takeIn({ ...file, owner: { kind: 'case', id: caseId }, purpose: 'after' });
  return recordFile(handler, caseId, 'file-added');
}
