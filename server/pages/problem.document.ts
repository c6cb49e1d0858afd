import type { ProblemPage } from '#server/http/problems.ts';
import { visitOf } from './frame.ts';
import { overloadedPage, problemPage } from './problem.page.tsx';

/** An address that can be opened again by a link, which never leads to another site. */
const OWN = /^\/(?!\/)/;

/** A refusal as a page in the language of the address that was asked for. */
export const problemDocument: ProblemPage = ({ method, url = '/' }, { code, details }) => {
  const visit = visitOf(url);
  const isRead = method === 'GET' || method === 'HEAD';
  const at = method === 'GET' ? visit : { ...visit, path: '/' };
  if (code === 'overloaded') return overloadedPage(at, isRead && OWN.test(url) ? url : null, details.retryAfterS ?? 5);
  return problemPage(at, code, details.retryAfterS);
};
