import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createReadStream, createWriteStream, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import { checkPast, importPast, readMapping } from '#server/appeals/index.ts';
import { loadCalendar } from '#server/calendar/index.ts';
import { verifyHistory } from '#server/history/index.ts';
import { useKeys } from '#server/platform/secrets.ts';
import { installRegimes } from '#server/regimes.ts';
import { CaseModel } from '#server/register/case.model.ts';
import { auditCases } from '#server/register/index.ts';
import { seedReference } from '#server/seeds/demo-city.ts';
import { useDatabase } from '../../support/database.ts';
import { KEYS } from '../../support/keys.ts';
import { aFolder } from '../../support/throw-away.ts';

/** A real register of past years, beside this repository where it is there at all; it is no part of it. */
const REAL = '../shared/data/kyiv-1551/appeals.ndjson.gz';
const COLUMNS = ['id', 'code', 'created', 'status', 'category', 'executor'] as const;

/** The same rows as a table of the kind that cities hand over. */
async function asTable(file: string): Promise<void> {
  const out = createWriteStream(file);
  out.write(`${COLUMNS.join(',')}\r\n`);
  for await (const line of createInterface(createReadStream(REAL).pipe(createGunzip()))) {
    const row = JSON.parse(line) as Record<string, unknown>;
    out.write(`${COLUMNS.map((name) => `"${String(row[name]).replaceAll('"', '""')}"`).join(',')}\r\n`);
  }
  out.end();
  await once(out, 'finish');
}

describe('appeals: past years of a real city', () => {
  useDatabase();
  before(async () => {
    useKeys(KEYS);
    installRegimes();
    await loadCalendar();
    await seedReference();
  });

  it('come in whole but for what was not over, and once', async function real() {
    if (!existsSync(REAL)) this.skip();
    this.timeout(300_000);
    const file = join(aFolder('kyiv'), 'appeals.csv');
    await asTable(file);
    const open = () => createReadStream(file);
    const mapping = readMapping(readFileSync(new URL('kyiv-1551.mapping.json', import.meta.url), 'utf8'));
    const faults: string[] = [];
    const looked = await checkPast(open, mapping, { onFault: (line, fault) => void faults.push(`${line}: ${fault}`) });
    assert.deepEqual(faults, []);
    assert.deepEqual(looked, { rows: 19_838, bad: 0, leftOut: 7_574, added: 0, known: 0 });
    assert.equal((await importPast(open, mapping)).added, 12_264);
    assert.equal((await importPast(open, mapping)).known, 12_264);
    assert.equal(await CaseModel.countDocuments({ dueOn: null, 'publication.state': 'none' }), 12_264);
    assert.equal(await CaseModel.countDocuments({ 'past.index': 'Б-7576', status: 'closed', result: 'resolved' }), 1);
    const { broken, astray } = await verifyHistory(auditCases);
    assert.deepEqual([broken, astray], [[], []]);
  });
});
