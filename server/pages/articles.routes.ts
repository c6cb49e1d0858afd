import { Router } from 'express';
import { openApiDocument } from '#server/http/openapi.ts';
import { apiDocsPage } from './api-docs.page.tsx';
import { articlePage } from './article.page.tsx';
import { ARTICLES } from './article.texts.ts';
import { getPage } from './visit.routes.ts';

/** Pages that tell and take nothing: the pages of plain words, the API's list. */
export function articlePages({ publicUrl }: { publicUrl: string }): Router {
  const router = Router();
  for (const name of ARTICLES) getPage(router, `/${name}`, ({ visit, show }) => show(articlePage(visit, name)));
  getPage(router, '/api/docs', ({ visit, show }) =>
    show(apiDocsPage(visit.lang, openApiDocument(publicUrl), visit.isSignedIn)),
  );
  return router;
}
