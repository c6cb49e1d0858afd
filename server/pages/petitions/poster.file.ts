import { createHash } from 'node:crypto';
import type { Router } from 'express';
import { posterSays } from '#client/views/petitions/poster-words.ts';
import { letAnySiteRead } from '#server/http/any-site.ts';
import { type PosterPaper, posterPdf } from '#server/papers/index.ts';
import type { Petition } from '#server/petitions/index.ts';
import { madeOnce } from '#server/platform/made-once.ts';
import { fill } from '#shared/texts/fill.ts';
import type { Visit } from '../frame.ts';
import { TEXTS } from '../texts.ts';
import { getPage } from '../visit.routes.ts';
import { posterAddress, posterFacts } from './poster.page.tsx';
import { petitionIn } from './shown.ts';

/** Posters that are kept ready; each is some ten kilobytes. */
const MOST_KEPT = 100;
const once = madeOnce<Buffer>(MOST_KEPT);

function paperOf(visit: Visit, found: Petition, publicUrl: string): PosterPaper {
  const { posterTitle, posterQr } = TEXTS[visit.lang].petitions;
  return {
    ...posterSays(posterFacts(visit, found)),
    ...posterAddress(visit, found, publicUrl),
    lang: visit.lang,
    name: fill(posterTitle, { number: String(found.number) }),
    code: posterQr,
  };
}
/** The poster of a petition as a file, for whoever prints many; the same for everybody until its words change. */
export function posterFile(router: Router, publicUrl: string): void {
  getPage(router, '/petitions/:number/poster.pdf', async (request) => {
    const { visit, req, res } = request;
    const found = await petitionIn(request);
    const paper = paperOf(visit, found, publicUrl);
    const tag = createHash('sha256').update(JSON.stringify(paper)).digest('base64url').slice(0, 22);
    letAnySiteRead(res);
    // Weak: each process makes its own file, with the hour of its making in it.
    res.set('cache-control', 'public, max-age=60, must-revalidate').set('etag', `W/"${tag}"`);
    if (req.fresh) return void res.status(304).end();
    const file = await once(tag, () => posterPdf(paper));
    res.attachment(fill(TEXTS[visit.lang].petitions.posterFile, { number: String(found.number) }));
    res.type('pdf').send(file);
  });
}
