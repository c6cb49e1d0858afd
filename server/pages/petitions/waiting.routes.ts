import type { Router } from 'express';
import { waitBeyondLoad } from '#server/http/load.ts';
import { type AnswerPage, postPage } from '../visit.routes.ts';
import { waitingForm } from './waiting.page.tsx';

/**
 * Mounts what takes a form of signing. One that comes while more people sign than can be served is read and not acted on: it comes
 * back as it was, to be sent again.
 */
export const signingPost = (router: Router, path: string, answer: AnswerPage): void =>
  postPage(router, path, (request) => {
    const waitS = waitBeyondLoad(request.req);
    if (waitS === null) return answer(request);
    request.res.set('retry-after', String(waitS));
    request.show(waitingForm(request.visit, request.form, waitS), 503);
  });
