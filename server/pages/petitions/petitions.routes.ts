import { Router } from 'express';
import { letRevalidate } from '#server/http/endpoint.ts';
import {
  PETITIONS_A_PAGE,
  petitionByNumber,
  petitionNumberIn,
  publishedPetitions,
  SIGNERS_A_PAGE,
  signersOf,
} from '#server/petitions/index.ts';
import { PETITION_GROUPS, PETITION_ORDERS, type PetitionQuery } from '#shared/contract/petitions.ts';
import { letBeFramed } from '../embed.routes.ts';
import { visitOf } from '../frame.ts';
import { getPage, type PageRequest } from '../visit.routes.ts';
import { listPage } from './list.page.tsx';
import { petitionPage, signersPage } from './petition.page.tsx';
import { posterFile } from './poster.file.ts';
import { counterPage, posterPage } from './poster.page.tsx';
import { rejectedPage } from './rejected.page.tsx';
import { petitionIn, shown } from './shown.ts';
import { signPages } from './sign.routes.ts';
import { writePages } from './write.routes.ts';

/** More words than a search can use, in UTF-16 units. */
const LONGEST_SEARCH = 200;
/** How long other sites may keep a counter without asking, in seconds. */
const COUNTER_KEPT_S = 30;
const UNPRINTABLE = /[\p{Cc}\p{Cs}\ufffd]/gu;

const pageIn = (said: string | undefined): number => (said && /^[1-9]\d{0,3}$/.test(said) ? Number(said) : 1);
const pagesOf = (total: number, perPage: number): number => Math.max(1, Math.ceil(total / perPage));

/** What the list is asked for; what makes no sense is passed over. */
const askedIn = (query: PageRequest['query']): PetitionQuery => ({
  group: PETITION_GROUPS.find((group) => group === query('group')) ?? 'collecting',
  order: PETITION_ORDERS.find((order) => order === query('order')) ?? 'new',
  q: (query('q') ?? '').replace(UNPRINTABLE, ' ').trim(),
  page: pageIn(query('page')),
});
async function showList({ visit, query, show, showToAll }: PageRequest): Promise<void> {
  const asked = askedIn(query);
  const isTooLong = asked.q.length > LONGEST_SEARCH;
  const { items, total } = isTooLong ? { items: [], total: 0 } : await publishedPetitions(asked);
  const facts = { asked, isTooLong, listed: items.map(shown), total, pages: pagesOf(total, PETITIONS_A_PAGE) };
  const page = listPage(visit, facts);
  if (isTooLong) show(page, 422);
  else showToAll(page, 0);
}
async function showSigners(request: PageRequest): Promise<void> {
  const { visit, query, goTo, showToAll } = request;
  const found = await petitionIn(request);
  if (found.collectedBy) return goTo(`/petitions/${found.number}`); // who signed stands on the site of who collected
  const page = pageIn(query('page'));
  const { items, total } = await signersOf(found, page);
  showToAll(signersPage(visit, found, { signers: items, page, pages: pagesOf(total, SIGNERS_A_PAGE) }), 0);
}

/** A published petition; one that was not, with the reason; and in the place of one that was merged the one it is part of. */
async function showPetition(request: PageRequest, publicUrl: string): Promise<void> {
  const { visit, params, goTo, show, showToAll } = request;
  const number = petitionNumberIn(params.number);
  const found = number === null ? null : await petitionByNumber(number);
  if (found?.status === 'rejected' && found.rejection) return show(rejectedPage(visit, found, found.rejection));
  if (found?.status === 'merged' && found.mergedInto) return goTo(`/petitions/${found.mergedInto}`);
  showToAll(await petitionPage(visit, await petitionIn(request), publicUrl), 0);
}

/**
 * The public pages of electronic petitions: the list, each petition with those who signed it, writing one, signing one, the poster,
 * the short address, and the counter for frames on the sites that `embedders` names.
 */
export function petitionPages({ publicUrl, embedders }: { publicUrl: string; embedders: readonly string[] }): Router {
  const router = Router();
  getPage(router, '/petitions', showList);
  writePages(router); // before the numbers, for `new` and `sent` stand in their place
  getPage(router, '/petitions/:number', (request) => showPetition(request, publicUrl));
  getPage(router, '/petitions/:number/signers', showSigners);
  getPage(router, '/petitions/:number/poster', async (request) =>
    request.showToAll(posterPage(request.visit, await petitionIn(request), publicUrl), 0),
  );
  posterFile(router, publicUrl);
  getPage(router, '/p/:number', async (request) => {
    const number = petitionNumberIn(request.params.number);
    // It stands in the text that tells an author of a rejection, whose page everybody sees, too.
    const isRejected = number !== null && (await petitionByNumber(number))?.status === 'rejected';
    request.goTo(`/petitions/${isRejected ? number : (await petitionIn(request)).number}`);
  });
  signPages(router, publicUrl);
  router.get(['/embed/petitions/:number', '/en/embed/petitions/:number'], async (req, res) => {
    const { lang } = visitOf(req.path);
    const body = counterPage(lang, await petitionIn({ params: req.params as Record<string, string> }));
    letBeFramed(res, embedders);
    letRevalidate(res, body, COUNTER_KEPT_S);
    res.type('html').send(body);
  });
  return router;
}
