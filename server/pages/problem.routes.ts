import type { IncomingMessage } from 'node:http';
import type { ProblemPage } from '#server/http/problems.ts';
import type { Problem } from '#server/platform/problem.ts';
import { visitOf } from './frame.ts';
import { problemPage } from './problem.page.tsx';

/** A refusal as a page in the language of the address that was asked for. */
export function problemDocument({ method, url = '/' }: IncomingMessage, { code, details }: Problem): string {
  const visit = visitOf(url);
  return problemPage(method === 'GET' ? visit : { ...visit, path: '/' }, code, details.retryAfterS);
}
/** Shows a refusal in place of a page. */
export const showProblem: ProblemPage = (req, res, problem) => {
  const { retryAfterS } = problem.details;
  if (retryAfterS !== undefined) res.set('retry-after', String(retryAfterS));
  res.status(problem.status).set('cache-control', 'no-store').type('html').send(problemDocument(req, problem));
};
