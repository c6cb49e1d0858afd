import { type Request, type Response, Router } from 'express';
import { letAnySiteRead } from '#server/http/any-site.ts';
import { sendPieces } from '#server/http/send-pieces.ts';
import { turns } from '#server/http/turns.ts';
import { Problem } from '#server/platform/problem.ts';
import { askedFor, isHeld } from './file-answer.ts';
import { type ServedSnapshot, servedSnapshot } from './published-files.ts';
import { FORMAT_NAMES, FORMATS, type Format } from './row-formats.ts';
import { gzipBytes, plainBytes, type SnapshotFile } from './snapshot-file.ts';
import { TODAY_FORMATS, type TodayFormat, todaysChanges } from './today.ts';

/** Files that are sent at one moment: each holds some megabytes as long as its client takes it slowly. */
const MOST_AT_ONCE = 40;
const BUSY_S = 30;
/** How often a file that is being sent is held against what was hidden meanwhile. */
const CHECK_MS = 500;
/** How soon a first snapshot can be there. */
const FIRST_SNAPSHOT_S = 60;

const inTurn = turns(MOST_AT_ONCE, BUSY_S);
async function theSnapshot(): Promise<ServedSnapshot> {
  const served = await servedSnapshot();
  if (!served) throw new Problem('store.unavailable', { retryAfterS: FIRST_SNAPSHOT_S });
  return served;
}
/** Anybody may read open data from any site; caches keep it and ask each time whether it still holds. */
export function setCommon(res: Response, type: string, name: string): void {
  letAnySiteRead(res);
  res
    .set('content-type', type)
    .set('content-disposition', `attachment; filename="${name}"`)
    .set('cache-control', 'public, no-cache')
    .set('access-control-expose-headers', 'accept-ranges, content-range, content-length, etag');
}
/** Says no to what was hidden since the answer began; asked often, it looks twice a second. */
function holding(served: ServedSnapshot, file: SnapshotFile): () => Promise<boolean> {
  let checkedAt = performance.now();
  return async () => {
    if (performance.now() - checkedAt < CHECK_MS) return true;
    checkedAt = performance.now();
    return served.stillHolds(file);
  };
}

async function sendFile(req: Request, res: Response, format: Format): Promise<void> {
  const served = await theSnapshot();
  const file = await served.file(format);
  const etag = `"${file.tag}"`;
  const gzipEtag = `"${file.tag}-gzip"`;
  setCommon(res, FORMATS[format].type, `appeals-${served.snapshot.night}.${format}`);
  res.set('accept-ranges', 'bytes').set('vary', 'accept-encoding').set('etag', etag);
  res.set('last-modified', served.snapshot.madeAt.toUTCString());
  const asked = askedFor(req.headers, etag, file.bytes);
  const isGzip = req.acceptsEncodings('gzip') === 'gzip';
  if (asked.kind === 'unmodified' || isHeld(req.headers['if-none-match'], [gzipEtag])) {
    res.set('etag', asked.kind === 'unmodified' ? etag : gzipEtag);
    return void res.status(304).end();
  }
  if (asked.kind === 'unsatisfiable') return void res.set('content-range', `bytes */${file.bytes}`).status(416).end();
  const isHead = req.method === 'HEAD';
  const mayGoOn = holding(served, file);
  if (asked.kind === 'part') {
    const { from, to } = asked;
    res
      .status(206)
      .set('content-range', `bytes ${from}-${to - 1}/${file.bytes}`)
      .set('content-length', String(to - from));
    return isHead ? void res.end() : sendPieces(res, plainBytes(file, from, to), mayGoOn);
  }
  if (isGzip) {
    res.set('content-encoding', 'gzip').set('etag', gzipEtag);
    return isHead ? void res.end() : sendPieces(res, gzipBytes(file), mayGoOn);
  }
  res.set('content-length', String(file.bytes));
  return isHead ? void res.end() : sendPieces(res, plainBytes(file), mayGoOn);
}
async function sendToday(req: Request, res: Response, format: TodayFormat): Promise<void> {
  const served = await theSnapshot();
  setCommon(res, FORMATS[format].type, `appeals-since-${served.snapshot.night}.${format}`);
  res.set('cache-control', 'no-store');
  return req.method === 'HEAD' ? void res.end() : sendPieces(res, todaysChanges(served, format));
}

/** `/open-data/appeals.*` and `/open-data/appeals-today.*`: everything that everybody may see, as files. */
export function openDataRoutes(): Router {
  const router = Router();
  for (const format of FORMAT_NAMES)
    router.get(`/open-data/appeals.${format}`, (req, res) => inTurn(() => sendFile(req, res, format)));
  for (const format of TODAY_FORMATS)
    router.get(`/open-data/appeals-today.${format}`, (req, res) => inTurn(() => sendToday(req, res, format)));
  return router;
}
