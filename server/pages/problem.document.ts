import type { ProblemPage } from '#server/http/problems.ts';
import { visitOf } from './frame.ts';
import { problemPage } from './problem.page.tsx';

/** A refusal as a page in the language of the address that was asked for. */
export const problemDocument: ProblemPage = ({ method, url = '/' }, { code, details }) => {
  const visit = visitOf(url);
  return problemPage(method === 'GET' ? visit : { ...visit, path: '/' }, code, details.retryAfterS);
};
