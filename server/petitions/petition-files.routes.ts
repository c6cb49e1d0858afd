import { type Request, type Response, Router } from 'express';
import { letAnySiteRead } from '#server/http/any-site.ts';
import { letRevalidate } from '#server/http/endpoint.ts';
import { sendPieces } from '#server/http/send-pieces.ts';
import { turns } from '#server/http/turns.ts';
import { Problem } from '#server/platform/problem.ts';
import { publicSealKeys } from '#server/platform/secrets.ts';
import { petitionFeed } from './petition.feed.ts';
import type { Petition } from './petition.model.ts';
import { isPublicPetition } from './petition.policy.ts';
import { presentCount, presentPetition } from './petition.presenter.ts';
import { petitionRoots } from './petition-root.model.ts';
import { petitionByNumber, petitionNumberIn } from './petitions.queries.ts';
import { publicList } from './public-list.ts';
import { petitionCard } from './share-card.ts';
import { verifierFile } from './verifier.file.ts';

/** Lists that are sent at one moment: each holds a window of some thousand entries as long as its client takes it slowly. */
const MOST_LISTS = 20;
const BUSY_S = 30;
/** For so long anybody may keep what changes with a new edition alone, in seconds. */
const HOUR_S = 3_600;

async function published({ params: { number } }: Request): Promise<Petition> {
  const asked = petitionNumberIn(typeof number === 'string' ? number : undefined);
  const found = asked === null ? null : await petitionByNumber(asked);
  if (!found || !isPublicPetition(found)) throw new Problem('not-found');
  return found;
}
function sendText(res: Response, type: string, body: string, seconds: number): void {
  letRevalidate(res, body, seconds);
  res.type(type).send(body);
}

/** What is taken from the pages of petitions as a file: the feed, each public list, the verifier with the city's keys, and pictures for links. */
export function petitionFileRoutes(publicUrl: string): Router {
  const router = Router();
  const inTurn = turns(MOST_LISTS, BUSY_S);
  router.get('/petitions.rss', async (_req, res) => {
    const body = await petitionFeed(publicUrl);
    // Asked anew each time: what is hidden must be gone from everywhere at once.
    res.set('cache-control', 'no-cache').type('application/rss+xml').send(body);
  });
  router.get('/petitions/verify-petition.mjs', (_req, res) => {
    letAnySiteRead(res);
    res.attachment('verify-petition.mjs');
    sendText(res, 'text/javascript', verifierFile(), HOUR_S);
  });
  router.get('/petitions/keys.json', (_req, res) => {
    letAnySiteRead(res);
    sendText(res, 'application/json', `${JSON.stringify({ algorithm: 'Ed25519', keys: publicSealKeys() })}\n`, HOUR_S);
  });
  router.get('/petitions/roots.json', async (_req, res) => {
    const roots = (await petitionRoots()).map(({ number, on, size, root, tally, madeAt }) => ({
      petition: number,
      on,
      size,
      root,
      count: presentCount(tally),
      madeAt: madeAt.toISOString(),
    }));
    letAnySiteRead(res);
    sendText(res, 'application/json', `${JSON.stringify({ roots })}\n`, 0);
  });
  router.get('/petitions/:number/signatures.ndjson', (req, res) =>
    inTurn(async () => {
      const petition = await published(req);
      if (petition.collectedBy) throw new Problem('not-found'); // its list is on the site of who collected it
      letAnySiteRead(res);
      res.attachment(`petition-${petition.number}-signatures.ndjson`);
      res.type('application/x-ndjson').set('cache-control', 'no-cache');
      if (req.method === 'HEAD') return void res.end();
      await sendPieces(res, publicList(petition));
    }),
  );
  router.get(['/petitions/:number/card.png', '/en/petitions/:number/card.png'], async (req, res) => {
    const petition = await published(req);
    const { tag, png } = petitionCard(presentPetition(petition), req.path.startsWith('/en/') ? 'en' : 'uk');
    letAnySiteRead(res);
    res.set('cache-control', 'public, max-age=60, must-revalidate').set('etag', `"${tag}"`);
    if (req.fresh) return void res.status(304).end();
    res.type('png').send(await png());
  });
  return router;
}
