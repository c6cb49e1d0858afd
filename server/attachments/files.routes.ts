import { type Request, type RequestHandler, type Response, Router } from 'express';
import { actorOf } from '#server/http/actor.ts';
import type { OpenFile } from '#server/platform/files/file-store.ts';
import { files } from '#server/platform/files/files.ts';
import { log } from '#server/platform/log.ts';
import type { Actor, Visitor } from '#server/platform/policy.ts';
import { Problem } from '#server/platform/problem.ts';
import type { Attachment } from './attachment.model.ts';
import { attachmentById } from './attachments.queries.ts';
import { extensionOf } from './file.name.ts';

/** Which form of a file this request may be given: the original, the copy for everybody, or nothing. The composition says it, since cases know who may read them. */
export type MayRead = (
  actor: Actor | Visitor,
  attachment: Attachment,
  req: Request,
) => Promise<'original' | 'public' | null>;

/** What is served, and under what name it is saved; null where there is nothing for whoever asks. */
async function chosen(
  req: Request,
  mayRead: MayRead,
  isThumb: boolean,
): Promise<{ fileId: string; name: string } | null> {
  const attachment = await attachmentById(String(req.params.id));
  const form = attachment && (await mayRead(await actorOf(req), attachment, req));
  if (!form) return null;
  const isOriginal = form === 'original';
  const { fileId, thumbId, publicFileId, publicThumbId, name, _id, type } = attachment;
  const found = isOriginal ? (isThumb ? thumbId : fileId) : isThumb ? publicThumbId : publicFileId;
  if (!found) return null;
  return { fileId: found, name: isOriginal ? name : `${String(_id)}${extensionOf(type)}` };
}

/** Sends the bytes; whatever breaks on the way breaks the answer off, so that half a file never passes for a whole one. */
function send(res: Response, file: OpenFile): void {
  const content = file.read();
  content.once('error', (cause: unknown) => {
    log().warn({ err: cause }, 'a file broke off');
    res.destroy();
  });
  res.once('close', () => content.destroy());
  content.pipe(res);
}

/**
 * Files by address, `/files/{id}` and its small picture. Whatever a file holds, no browser runs it: it is saved, not opened (pictures
 * show in pages all the same), its type is not guessed at, and it has no rights. What is not for whoever asks is absent, as what is not there.
 */
export function fileRoutes(mayRead: MayRead): Router {
  const serve =
    (isThumb: boolean): RequestHandler =>
    async (req, res) => {
      const wanted = await chosen(req, mayRead, isThumb);
      const file = wanted && (await files().store.open(wanted.fileId));
      if (!file) throw new Problem('not-found');
      res.attachment(wanted.name).set({
        'content-type': file.type,
        'content-security-policy': "sandbox; default-src 'none'",
        'x-content-type-options': 'nosniff',
        'cache-control': 'private, no-cache', // kept, but asked for each time: what is hidden is hidden at once
        etag: `"${wanted.fileId}"`,
      });
      if (req.fresh) return void res.status(304).end();
      res.set('content-length', String(file.bytes));
      if (req.method === 'HEAD') return void res.end();
      send(res, file);
    };
  return Router().get('/files/:id', serve(false)).get('/files/:id/thumb', serve(true));
}
