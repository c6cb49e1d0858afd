import { Router } from 'express';
import { openApiDocument } from '#server/http/openapi.ts';
import { isCaseNumber } from '#shared/domain/case-number.ts';
import { apiDocsPage } from './api-docs.page.tsx';
import { articlePage } from './article.page.tsx';
import { type CityFigures, findPage, homePage } from './home.page.tsx';
import { getPage } from './visit.routes.ts';

/** Pages that tell and take nothing: home, search by number, accessibility, personal data, the API's list. */
export function articlePages({ publicUrl, figures }: { publicUrl: string; figures: () => CityFigures }): Router {
  const router = Router();
  getPage(router, '/', ({ visit, show }) => show(homePage(visit.lang, figures(), visit.isSignedIn)));
  getPage(router, '/appeals/find', ({ visit, query, show, goTo }) => {
    const typed = query('number') ?? '';
    const number = typed.replace(/\s/g, '');
    if (isCaseNumber(number)) goTo(`/appeals/${number}`);
    else show(findPage(visit, typed), 422);
  });
  getPage(router, '/accessibility', ({ visit, show }) => show(articlePage(visit, 'accessibility')));
  getPage(router, '/privacy', ({ visit, show }) => show(articlePage(visit, 'privacy')));
  getPage(router, '/api/docs', ({ visit, show }) =>
    show(apiDocsPage(visit.lang, openApiDocument(publicUrl), visit.isSignedIn)),
  );
  return router;
}
