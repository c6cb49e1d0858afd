import type { Request, RequestHandler, Response, Router } from 'express';
import { actorOf, tokenOf } from '#server/http/actor.ts';
import { letRevalidate } from '#server/http/endpoint.ts';
import { type FormValues, formBody, readForm } from '#server/http/form.ts';
import { draftTokenOf, isIdentifying } from '#server/http/session.ts';
import type { Actor, Visitor } from '#server/platform/policy.ts';
import { type Visit, visitOf, within } from './frame.ts';

/** One request for a page: who asks, in which language, what was typed, and the ways to answer. */
export interface PageRequest {
  visit: Visit;
  req: Request;
  res: Response;
  /** Who asks; read from the store only when a page needs to know. */
  actor: () => Promise<Actor | Visitor>;
  /** What was typed into the form; empty for a page that is only asked for. */
  form: FormValues;
  params: Readonly<Record<string, string>>;
  /** One value of the form without spaces around; empty where there is none. */
  typed: (name: string) => string;
  query: (name: string) => string | undefined;
  show: (page: string, status?: number) => void;
  /**
   * A page that is the same for everybody who carries no cookie of ours: shared caches keep it for so many seconds, and ask
   * then whether it still holds.
   */
  showToAll: (page: string, seconds: number) => void;
  /** On to another page of the same language after a post, so that a reload sends nothing twice. */
  goTo: (path: string) => void;
}
/** Answers one request for a page. */
export type AnswerPage = (request: PageRequest) => void | Promise<void>;

const answering =
  (answer: AnswerPage): RequestHandler =>
  async (req, res) => {
    const visit = visitOf(req.path, tokenOf(req) !== null);
    const form = readForm(req.body);
    const isPersonal = (): boolean =>
      Boolean(tokenOf(req) || draftTokenOf(req) || isIdentifying(req) || req.method === 'POST');
    await answer({
      visit,
      req,
      res,
      actor: () => actorOf(req),
      form,
      typed: (name) => (form[name] ?? '').trim(),
      params: req.params as Record<string, string>,
      query: (name) => (typeof req.query[name] === 'string' ? req.query[name] : undefined),
      show: (page, status = 200) => {
        res.set('cache-control', isPersonal() ? 'no-store' : 'no-cache').set('vary', 'cookie');
        res.status(status).type('html').send(page);
      },
      showToAll: (page, seconds) => {
        if (isPersonal()) res.set('cache-control', 'no-store');
        else letRevalidate(res, page, seconds);
        res.set('vary', 'cookie').type('html').send(page);
      },
      goTo: (path) => res.redirect(303, within(visit, path)),
    });
  };

/** Mounts a page in both languages. */
export const getPage = (router: Router, path: string, answer: AnswerPage): void => {
  router.get([path, `/en${path === '/' ? '' : path}`], answering(answer));
};
/** Mounts what takes a page's form, in both languages. */
export const postPage = (router: Router, path: string, answer: AnswerPage): void => {
  router.post([path, `/en${path}`], formBody, answering(answer));
};
