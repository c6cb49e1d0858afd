// The rivals of the export: the same CSV row by row, through mongoose documents and through the bare driver's cursor.
import { once } from 'node:events';
import express, { type Response } from 'express';
import mongoose, { Schema } from 'mongoose';
import { CSV_COLUMNS } from '#server/open-data/index.ts';
import { installRegimes } from '#server/regimes.ts';
import { type Case, publicStatusOf } from '#server/register/index.ts';

// biome-ignore lint/style/noProcessEnv: this process has no other settings
const { MONGODB_URI = '', PORT = '0' } = process.env;
const Appeal = mongoose.model(
  'Appeal',
  new Schema({}, { strict: false, strictQuery: false, autoIndex: false }),
  'cases',
);
const names = new Map<string, string>();
const shown: string[] = [];

const words = (said: string | null | undefined): string => {
  if (said === null || said === undefined) return 'null';
  const safe = /^\s*[=+\-@]|^[\t\r]/.test(said) ? `'${said}` : said;
  return `"${safe.replaceAll('"', '""')}"`;
};
const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Kyiv' });
function lineOf(found: Case): string {
  const { publication: said, executors } = found;
  const main = executors.find(({ role }) => role === 'main');
  const [lng, lat] = said.point?.coordinates ?? [];
  const cells = [
    String(found._id),
    found.number,
    publicStatusOf(found),
    found.dueOn !== null && today.format() > found.dueOn,
    found.receivedAt.toISOString(),
    found.dueOn,
    found.answeredOn,
    found.categoryCode,
    words(names.get(found.categoryCode)),
    words(main ? names.get(String(main.departmentId)) : null),
    said.districtCode,
    words(said.address),
    lng ?? null,
    lat ?? null,
    words(said.text),
    words(said.answer),
    said.photoIds.map(String).join(' '),
    found.applicants,
    found.steps.map(({ status, at }) => `${status}=${at.toISOString()}`).join(';'),
  ];
  return `${cells.map((cell) => cell ?? 'null').join(',')}\r\n`;
}
const filter = () => ({
  'publication.state': { $in: ['public', 'anonymised'] },
  'publication.visibleFrom': { $lte: new Date() },
  categoryCode: { $in: shown },
});
async function send(res: Response, rows: AsyncIterable<Case>): Promise<void> {
  res.type('text/csv');
  res.write(`${CSV_COLUMNS.join(',')}\r\n`);
  for await (const row of rows) if (!res.write(lineOf(row))) await once(res, 'drain');
  res.end();
}

async function* documents(found: AsyncIterable<{ toObject(): Case }>): AsyncGenerator<Case> {
  for await (const document of found) yield document.toObject();
}

const app = express();
app.get('/naive.csv', (req, res) => {
  const found = Appeal.find(filter()).sort({ _id: 1 }).limit(Number(req.query.limit)).cursor();
  return send(res, documents(found as unknown as AsyncIterable<{ toObject(): Case }>));
});
app.get('/bare.csv', (req, res) => {
  const found = Appeal.collection.find(filter()).sort({ _id: 1 }).limit(Number(req.query.limit));
  return send(res, found as unknown as AsyncIterable<Case>);
});

installRegimes();
await mongoose.connect(MONGODB_URI);
for (const name of ['categories', 'departments'])
  for (const one of await mongoose.connection.collection(name).find().toArray()) {
    names.set(String(one.code ?? one._id), String(one.uk));
    names.set(String(one._id), String(one.uk));
    if (name === 'categories' && one.publicity !== 'never') shown.push(String(one.code ?? one._id));
  }
app.listen(Number(PORT), '127.0.0.1', () => process.send?.('ready'));
process.on('SIGTERM', () => process.exit(0));
