import { Router } from 'express';
import { genuineLetter } from '#server/register/index.ts';
import { genuinePage, unknownLetterPage } from './verify.page.tsx';
import { getPage } from './visit.routes.ts';

/** «Лист справжній»: what the code of a letter opens, for anybody. */
export function verifyPages(): Router {
  const router = Router();
  getPage(router, '/verify/:code', async (request) => {
    const letter = await genuineLetter((request.params.code ?? '').toLowerCase());
    if (letter) request.show(genuinePage(request.visit, letter));
    else request.show(unknownLetterPage(request.visit), 404);
  });
  return router;
}
