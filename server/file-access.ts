import { draftIdOf } from '#server/appeals/index.ts';
import type { MayRead } from '#server/attachments/files.routes.ts';
import { linkOf, photosOfLink } from '#server/executors/index.ts';
import { draftTokenOf } from '#server/http/session.ts';
import { caseById, casePolicy, isPublic } from '#server/register/index.ts';

/** What a link for an executor outside shows of a photo of its own case; nothing where the link is no good. */
async function byWorkLink(code: string, photoId: string, caseId: string): Promise<'original' | 'public' | null> {
  const { link, found } = await linkOf(code);
  return String(found._id) === caseId ? ((await photosOfLink(link, found)).get(photoId) ?? null) : null;
}
/**
 * Who may be given a file: its own browser while it lies with a draft; who reads the case whole, as it was sent,
 * or with `?copy` as everybody would see it; everybody, while the case is public, the copy of a photo that was opened to all.
 */
export const mayReadFile: MayRead = async (actor, { _id, owner }, req) => {
  if (owner.kind === 'draft') {
    const token = draftTokenOf(req);
    return token && draftIdOf(token) === owner.id ? 'original' : null;
  }
  const found = await caseById(owner.id);
  if (!found) return null;
  if (casePolicy.read(actor, found)) return req.query.copy === undefined ? 'original' : 'public';
  if (typeof req.query.work === 'string') return byWorkLink(req.query.work, String(_id), owner.id);
  const { state, photoIds } = found.publication;
  return isPublic(found) && state === 'public' && photoIds.some((id) => id.equals(_id)) ? 'public' : null;
};
