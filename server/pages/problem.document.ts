import type { ProblemPage } from '#server/http/problems.ts';
import { visitOf } from './frame.ts';
import { isSigning, unreadPage, waitingPage } from './petitions/waiting.page.tsx';
import { overloadedPage, problemPage } from './problem.page.tsx';

/** An address that can be opened again by a link, which never leads to another site. */
const OWN = /^\/(?!\/)/;
/** How long somebody waits who is not told, in seconds. */
const WAIT_S = 5;
/** Refusals of one among many, who has done nothing wrong: a crowd of signers may stand behind one address of a mobile operator. */
const CROWDED: readonly string[] = ['overloaded', 'too-many-requests'];

/** A refusal as a page in the language of the address that was asked for. */
export const problemDocument: ProblemPage = ({ method, url = '/' }, { code, details }) => {
  const visit = visitOf(url);
  const isRead = method === 'GET' || method === 'HEAD';
  const { retryAfterS = WAIT_S } = details;
  if (CROWDED.includes(code) && isSigning(visit.path))
    return isRead ? waitingPage(visit, url, retryAfterS) : { body: unreadPage(visit, retryAfterS) };
  const at = method === 'GET' ? visit : { ...visit, path: '/' };
  if (code === 'overloaded') return { body: overloadedPage(at, isRead && OWN.test(url) ? url : null, retryAfterS) };
  return { body: problemPage(at, code, details.retryAfterS) };
};
