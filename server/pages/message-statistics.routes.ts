import { Router } from 'express';
import { messageYear } from '#server/notifications/index.ts';
import { today } from '#server/platform/clock.ts';
import { Problem } from '#server/platform/problem.ts';
import { writeCsv } from '#server/reports/index.ts';
import type { MessageYear } from '#shared/contract/message-statistics.ts';
import { messagesPage } from './message-statistics.page.tsx';
import { getPage } from './visit.routes.ts';

/** For how long caches may keep the page and the file, in seconds. */
const FRESH_S = 30;
/** Columns of the file are named as the fields of the JSON, in every language. */
const COLUMNS = ['on', 'line', 'template', 'texts', 'delivered', 'failed', 'parts', 'kopiykas'] as const;

/** The year that is asked for, this one where none is; throws where nothing is known of it. */
async function yearAsked(typed: unknown): Promise<MessageYear> {
  const now = Number(today().slice(0, 4));
  const year = typed === undefined ? now : /^2\d{3}$/.test(String(typed)) && Number(typed);
  // A year that has not come is not asked of the ledger.
  if (!year || year > now) throw new Problem('not-found');
  const found = await messageYear(year);
  if (!found.years.includes(year)) throw new Problem('not-found');
  return found;
}

/** The public page of texts sent, delivered and paid for, and the rows that it is added up from as a file. */
export function messageStatisticsPages(): Router {
  const router = Router();
  getPage(router, '/statistics/messages', async ({ visit, req, showToAll }) => {
    showToAll(messagesPage(visit, await yearAsked(req.query.year)), FRESH_S);
  });
  router.get('/statistics/messages.csv', async (req, res) => {
    const { year, days } = await yearAsked(req.query.year);
    const rows = days.map((day) => COLUMNS.map((column) => day[column]));
    const title = `messages-${year}`;
    res.set('cache-control', `public, max-age=${FRESH_S}`).attachment(`${title}.csv`);
    res.type('text/csv; charset=utf-8');
    await writeCsv({ title, columns: COLUMNS }, rows, res);
  });
  return router;
}
