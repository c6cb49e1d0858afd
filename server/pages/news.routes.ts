import { type RequestHandler, Router } from 'express';
import { parseForm } from '#server/http/form.ts';
import { refusalOf } from '#server/http/problems.ts';
import { byLink, confirmSubscription, endSubscription, newsFeed, subscribe, topicName } from '#server/news/index.ts';
import { Problem } from '#server/platform/problem.ts';
import { FeedQuery, Mailbox } from '#shared/contract/news.ts';
import { isCaseNumber } from '#shared/domain/case-number.ts';
import { NEWS_KINDS, type NewsTopic } from '#shared/domain/news.ts';
import type { FieldError } from '#shared/domain/problems.ts';
import { fill } from '#shared/texts/fill.ts';
import { within } from './frame.ts';
import { newsPage, newsStep } from './news.page.tsx';
import { TEXTS } from './texts.ts';
import { getPage, type PageRequest, postPage } from './visit.routes.ts';

/** What the form is about, or which of its fields is still to be filled in. */
function topicIn({ form }: PageRequest): { about: NewsTopic; errors: [] } | { about: null; errors: FieldError[] } {
  if (form.case) return { about: { kind: 'case', code: form.case }, errors: [] };
  const kind = NEWS_KINDS.find((known) => known === form.kind && known !== 'case');
  const path = kind ?? 'kind';
  const code = kind && form[kind];
  return kind && code
    ? { about: { kind, code }, errors: [] }
    : { about: null, errors: [{ in: 'body', path, code: 'field.required' }] };
}
const caseIn = (number: string | undefined): string | null => (number && isCaseNumber(number) ? number : null);

async function take(request: PageRequest): Promise<void> {
  const { form, visit } = request;
  const { about, errors } = topicIn(request);
  const mailbox = parseForm(Mailbox, { email: form.email ?? '' });
  const wrong = [...errors, ...(mailbox.errors ?? [])];
  const again = (all: readonly FieldError[]) =>
    request.show(newsPage(visit, { caseNumber: caseIn(form.case), values: form, errors: all }), 422);
  if (!about || !mailbox.data || wrong.length > 0) return again(wrong);
  try {
    await subscribe(mailbox.data.email, about);
  } catch (error) {
    const problem = refusalOf(error);
    if (problem.code !== 'fields.invalid') throw problem;
    return again(problem.details.errors ?? []);
  }
  const { news } = TEXTS[visit.lang];
  request.show(newsStep(visit, { title: news.sentTitle, says: news.sent, isDone: true }));
}

/** The two pages behind links of letters: each asks first and acts on its button. */
const LINKS = {
  confirm: { act: confirmSubscription, title: 'confirmTitle', ask: 'confirmAsk', words: 'confirm', done: 'confirmed' },
  end: { act: endSubscription, title: 'endTitle', ask: 'endAsk', words: 'end', done: 'ended' },
} as const;
function linkPage(router: Router, name: keyof typeof LINKS): void {
  const { act, title, ask, words, done } = LINKS[name];
  const gone = (request: PageRequest) => {
    const { news } = TEXTS[request.visit.lang];
    request.show(newsStep(request.visit, { title: news.goneTitle, says: news.gone, isDone: false }), 404);
  };
  getPage(router, `/news/${name}/:link`, async (request) => {
    const { visit, params } = request;
    const { news } = TEXTS[visit.lang];
    const found = await byLink(params.link ?? '');
    if (!found) return gone(request);
    const button = { action: within(visit, `/news/${name}/${params.link}`), words: news[words] };
    const says = fill(news[ask], { topic: topicName(found.about) });
    request.show(newsStep(visit, { title: news[title], says, button, isDone: false }));
  });
  postPage(router, `/news/${name}/:link`, async (request) => {
    const { news } = TEXTS[request.visit.lang];
    try {
      await act(request.params.link ?? '');
      request.show(newsStep(request.visit, { title: news[title], says: news[done], isDone: true }));
    } catch (error) {
      if (refusalOf(error).code !== 'not-found') throw error;
      gone(request);
    }
  });
}

const feed =
  (publicUrl: string): RequestHandler =>
  async (req, res) => {
    const wanted = FeedQuery.safeParse(req.query);
    if (!wanted.success) throw new Problem('not-found');
    const [kind] = NEWS_KINDS.filter((known) => wanted.data[known] !== undefined);
    const topic = kind ? { kind, code: wanted.data[kind] ?? '' } : null;
    // Revalidated each time: what is hidden must be gone from everywhere at once.
    res
      .set('cache-control', 'no-cache')
      .type('application/rss+xml')
      .send(await newsFeed(publicUrl, topic));
  };

/** Local news: the form, the pages behind the links of its letters, and the feed. */
export function newsPages(publicUrl: string): Router {
  const router = Router();
  getPage(router, '/news', (request) => {
    const { query } = request;
    const values = {
      kind: query('category') ? 'category' : 'district',
      district: query('district') ?? '',
      category: query('category') ?? '',
    };
    request.show(newsPage(request.visit, { caseNumber: caseIn(query('case')), values, errors: [] }));
  });
  postPage(router, '/news', take);
  linkPage(router, 'confirm');
  linkPage(router, 'end');
  router.get('/news.rss', feed(publicUrl));
  return router;
}
