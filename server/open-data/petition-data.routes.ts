import { type Request, type Response, Router } from 'express';
import { sendPieces } from '#server/http/send-pieces.ts';
import { turns } from '#server/http/turns.ts';
import { markOfPublished } from '#server/petitions/index.ts';
import { today } from '#server/platform/clock.ts';
import { setCommon } from './open-data.routes.ts';
import { PETITION_FORMAT_NAMES, PETITION_FORMATS, type PetitionFormat, petitionRows } from './petition-rows.ts';

/** Files that are sent at one moment, and when to come again. */
const [MOST_AT_ONCE, BUSY_S] = [20, 30];

async function sendPetitions(req: Request, res: Response, format: PetitionFormat, publicUrl: string): Promise<void> {
  const mark = await markOfPublished();
  setCommon(res, PETITION_FORMATS[format].type, `petitions-${today()}.${format}`);
  // Weak: a signature that is counted while the file is on its way may stand in it already.
  res.set('etag', `W/"${mark}-${format}"`);
  if (req.fresh) return void res.status(304).end();
  return req.method === 'HEAD' ? void res.end() : sendPieces(res, petitionRows(format, publicUrl));
}
/** `/open-data/petitions.*`: all published petitions as they stand now; there are too few of them to be worth a snapshot. */
export function petitionDataRoutes(publicUrl: string): Router {
  const router = Router();
  const inTurn = turns(MOST_AT_ONCE, BUSY_S);
  for (const format of PETITION_FORMAT_NAMES)
    router.get(`/open-data/petitions.${format}`, (req, res) =>
      inTurn(() => sendPetitions(req, res, format, publicUrl)),
    );
  return router;
}
