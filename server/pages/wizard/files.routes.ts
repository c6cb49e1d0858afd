import { Router } from 'express';
import { removeAttachment } from '#server/attachments/index.ts';
import { Problem } from '#server/platform/problem.ts';
import { postPage } from '../visit.routes.ts';
import { ownDraft } from './draft.request.ts';
import { keptFiles } from './kept-files.tsx';
import { readWithFiles } from './posted-files.ts';

/**
 * Takes the files of a draft one by one, and takes them back, for the step's island; answers with the lists as they are now. Without
 * scripts the step's own form does the same.
 */
export function draftFiles(): Router {
  const router = Router();
  postPage(router, '/appeals/new/files', async (request) => {
    const draft = await ownDraft(request);
    if (draft.sentAs) throw new Problem('not-found');
    const { form, errors, busy } = await readWithFiles(request, draft.id);
    const [, removed] = /^remove\.(.+)$/.exec(form.do ?? '') ?? [];
    if (removed) await removeAttachment({ owner: { kind: 'draft', id: draft.id }, id: removed });
    const status = busy?.status ?? (errors.length > 0 ? 422 : 200);
    request.show(await keptFiles(request, draft.id), status);
  });
  return router;
}
