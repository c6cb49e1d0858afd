import { Router } from 'express';
import { partByLetterLink, switchLetters } from '#server/register/index.ts';
import { letterLinkPage } from './case.page.tsx';
import { unknownLinkPage } from './problem.page.tsx';
import { getPage, postPage } from './visit.routes.ts';

/**
 * The page behind the link of a letter about one's own case: one button, no sign-in. A visit changes nothing, for mail scanners
 * visit too; a bare post turns letters off, as mail programs send it (RFC 8058).
 */
export function letterLinkPages(): Router {
  const router = Router();
  getPage(router, '/letters/:link', async (request) => {
    const link = request.params.link ?? '';
    const behind = await partByLetterLink(link);
    if (!behind) return request.show(unknownLinkPage(request.visit), 404);
    const isOn = behind.part.emailOffAt === null;
    const { number } = behind.found;
    request.show(letterLinkPage(request.visit, { link, number, isOn, hasJustChanged: false }));
  });
  postPage(router, '/letters/:link', async (request) => {
    const link = request.params.link ?? '';
    const behind = await partByLetterLink(link);
    if (!behind) return request.show(unknownLinkPage(request.visit), 404);
    const isOn = request.typed('letters') === 'on';
    await switchLetters(behind.part._id, isOn);
    const { number } = behind.found;
    // No way on from here: mail programs do not follow one after their post (RFC 8058, 3.1), and a reload changes nothing.
    request.show(letterLinkPage(request.visit, { link, number, isOn, hasJustChanged: true }));
  });
  return router;
}
