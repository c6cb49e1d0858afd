import { type Options, stringify } from 'csv-stringify/sync';
import { type Request, Router } from 'express';
import { actorOf } from '#server/http/actor.ts';
import { mount, reply } from '#server/http/endpoint.ts';
import { type PostedFile, readMultipart } from '#server/http/multipart.ts';
import { Problem } from '#server/platform/problem.ts';
import * as martialLaw from '#shared/contract/martial-law.ts';
import * as contract from '#shared/contract/reference.ts';
import { REFERENCE_COLUMNS, REFERENCE_KINDS } from '#shared/domain/reference.ts';
import { changeDays, datesMovedBy } from './commands/change-days.ts';
import { changeMartialLaw, datesMovedByMartialLaw, martialLawAsKnown } from './commands/change-martial-law.ts';
import { importFile, tryFile } from './commands/import-file.ts';
import { admitKeeper, putRow } from './commands/put-rows.ts';
import { referenceRows } from './reference.rows.ts';

/** Reference data over HTTP: rows, the calendar with what it moves, and CSV both ways. */
export const referenceRoutes = Router();

const MOST_BYTES = 16 << 20;
/** A cell that a spreadsheet would take for a formula is handed out as words. */
const OUT: Options = { bom: true, record_delimiter: 'windows', escape_formulas: true };
/** `/api/v1/reference/{kind}.csv`: all rows of a kind as a file that can be imported again. */
referenceRoutes.get('/api/v1/reference/:file.csv', async (req, res) => {
  admitKeeper(await actorOf(req));
  const kind = REFERENCE_KINDS.find((each) => each === req.params.file);
  if (!kind) throw new Problem('not-found');
  const columns = REFERENCE_COLUMNS[kind].map(({ name }) => name);
  const csv = stringify([...(await referenceRows(kind))], { ...OUT, header: true, columns });
  res.attachment(`${kind}.csv`).set('cache-control', 'no-store').type('text/csv').send(csv);
});

mount(referenceRoutes, contract.listReference, async ({ params: { kind } }) =>
  reply(200, { items: await referenceRows(kind), next: null }),
);
mount(referenceRoutes, contract.putReferenceRow, async ({ actor, params: { kind }, body: { row } }) => {
  if (kind === 'days') throw new Problem('not-found');
  return reply(200, { row: await putRow(actor, kind, row) });
});
mount(referenceRoutes, contract.previewDays, async ({ actor, body }) => reply(200, await datesMovedBy(actor, body)));
mount(referenceRoutes, contract.changeDays, async ({ actor, body }) =>
  reply(200, { moved: await changeDays(actor, body) }),
);

mount(referenceRoutes, martialLaw.readMartialLaw, async () => reply(200, await martialLawAsKnown()));
mount(referenceRoutes, martialLaw.previewMartialLaw, async ({ actor, body }) =>
  reply(200, await datesMovedByMartialLaw(actor, body)),
);
mount(referenceRoutes, martialLaw.changeMartialLaw, async ({ actor, body }) =>
  reply(200, { moved: await changeMartialLaw(actor, body) }),
);

/** What `work` makes of the one file of a form. Refusals: 422 for another field or none, 413 beyond 16 MiB. */
async function withFile<T>(req: Request, work: (file: PostedFile) => Promise<T>): Promise<T> {
  const part = contract.tryReferenceFile.upload;
  const wrong = (path: string, code: 'field.required' | 'field.unknown') =>
    new Problem('fields.invalid', { errors: [{ in: 'body', path, code }] });
  const onFile = async (file: PostedFile): Promise<{ made: T }> => {
    if (file.field !== part) throw wrong(file.field, 'field.unknown');
    return { made: await work(file) };
  };
  const { files } = await readMultipart(req, { maxFiles: 1, maxBytes: MOST_BYTES, onFile });
  const refused = files.find(({ problem }) => problem)?.problem;
  if (refused) throw refused;
  const kept = files[0]?.value;
  if (!kept) throw wrong(part, 'field.required');
  return kept.made;
}
mount(referenceRoutes, contract.tryReferenceFile, async ({ actor, req, params: { kind } }) =>
  reply(200, await withFile(req, ({ content }) => tryFile(actor, kind, content))),
);
mount(referenceRoutes, contract.importReferenceFile, async ({ actor, req, params: { kind, hash } }) =>
  reply(200, await withFile(req, ({ content }) => importFile(actor, { kind, hash, content }))),
);
