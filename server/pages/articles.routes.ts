import { Router } from 'express';
import { openApiDocument } from '#server/http/openapi.ts';
import { caseNumber } from '#shared/domain/case-number.ts';
import { apiDocsPage } from './api-docs.page.tsx';
import { articlePage } from './article.page.tsx';
import { type CityFigures, findPage, homePage } from './home.page.tsx';
import { getPage } from './visit.routes.ts';

/** True for ten digits whose last is right for the rest; any one wrong digit shows. */
const isCaseNumber = (typed: string): boolean =>
  /^\d{10}$/.test(typed) && caseNumber(Number(typed.slice(0, 2)), Number(typed.slice(2, 9))) === typed;

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
