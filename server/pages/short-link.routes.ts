import { Router } from 'express';
import { isOverdue } from '#server/deadlines/index.ts';
import { today } from '#server/platform/clock.ts';
import { partByLink, publicStatusOf, switchSms, wantsSms } from '#server/register/index.ts';
import { shortLinkPage } from './case.page.tsx';
import { unknownLinkPage } from './problem.page.tsx';
import { getPage, type PageRequest, postPage } from './visit.routes.ts';

/** Seven Crockford characters however they were typed: O is 0, I and L are 1. */
const codeIn = ({ params: { code = '' } }: PageRequest): string =>
  code.toUpperCase().replace(/O/g, '0').replace(/[IL]/g, '1');

/** What anybody who holds the link may know; null for a link that leads nowhere. */
async function behind(code: string) {
  const linked = /^[0-9A-HJKMNP-TV-Z]{7}$/.test(code) ? await partByLink(code) : null;
  if (!linked) return null;
  const { number, dueOn, answeredOn } = linked.found;
  const status = publicStatusOf(linked.found);
  return {
    view: { number, status, isOverdue: isOverdue(dueOn, today()), dueOn, answeredOn },
    wantsSms: wantsSms(linked.part),
  };
}

/** What the short link of a text opens: state, dates, and the button that turns texts off. Nothing changes on a mere visit. */
export function shortLinkPages(): Router {
  const router = Router();
  getPage(router, '/c/:code', async (request) => {
    const code = codeIn(request);
    const found = await behind(code);
    if (!found) return request.show(unknownLinkPage(request.visit), 404);
    const hasJustChanged = request.query('sms') === (found.wantsSms ? 'on' : 'off');
    request.show(shortLinkPage(request.visit, { ...found, code, hasJustChanged, today: today() }));
  });
  postPage(router, '/c/:code', async (request) => {
    const code = codeIn(request);
    if (!(await behind(code))) return request.show(unknownLinkPage(request.visit), 404);
    const isOn = request.typed('sms') === 'on';
    await switchSms(code, isOn);
    request.goTo(`/c/${code}?sms=${isOn ? 'on' : 'off'}`);
  });
  return router;
}
