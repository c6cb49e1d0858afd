import assert from 'node:assert/strict';
import supertest from 'supertest';
import { extractText, getDocumentProxy } from 'unpdf';
import type { Actor } from '#server/platform/policy.ts';
import { type Case, CaseModel } from '#server/register/case.model.ts';
import { journalPage } from '#server/reports/journal.queries.ts';
import { journalFile } from '#server/reports/reports.files.ts';
import { makeCity } from '#server/seeds/bulk/city-maker.ts';
import type {
  DisciplineReport,
  HalfYearReport,
  JournalLine,
  PromisesReport,
  QuarterReport,
} from '#shared/contract/reports.ts';
import { type Api, useCity } from '../../support/api.ts';
import { useClock } from '../../support/clock.ts';
import { type Counted, FATES, figuresByHand, received } from '../../support/figures-by-hand.ts';

const SIZE = 1_500;
const NOW = '2026-03-10T08:00:00Z';

describe('reports: counted by MongoDB, and counted again by hand', function counted() {
  this.timeout(120_000);
  useClock(NOW);
  const city = useCity();
  let cases: Counted[] = [];
  let head: Api;
  const within = (from: string, to: string): Counted[] =>
    cases.filter((one) => one.registrationIndex && received(one) >= from && received(one) <= to);

  before(async function make() {
    this.timeout(120_000);
    await makeCity({ seed: 11, until: '2026-03-10', days: 500, byPhone: 0.5, appeals: SIZE });
    const all = await CaseModel.find().sort({ receivedAt: -1 }).select('_id').lean();
    for (const [i, { _id }] of all.slice(0, 40 * FATES.length).entries())
      if (i % 3 === 0) await CaseModel.collection.updateOne({ _id }, { $set: FATES[(i / 3) % FATES.length] ?? {} });
    // The first and the last minute of a quarter in Kyiv, which are other days in UTC.
    const [first, last] = all;
    assert.ok(first && last);
    await CaseModel.updateOne({ _id: first._id }, { $set: { receivedAt: new Date('2025-09-30T21:00:00Z') } });
    await CaseModel.updateOne({ _id: last._id }, { $set: { receivedAt: new Date('2025-12-31T21:59:59Z') } });
    cases = (await CaseModel.find().sort({ receivedAt: 1, _id: 1 }).lean()) as unknown as Counted[];
    head = await city.staff('head');
  });
  const read = async <T>(path: string): Promise<T> => {
    const answer = await head.get(`/api/v1/reports/${path}`);
    assert.equal(answer.status, 200, JSON.stringify(answer.body));
    return answer.body as T;
  };

  it('agree on the quarterly table, row by row', async () => {
    for (const [quarter, from, to] of [
      [4, '2025-10-01', '2025-12-31'],
      [2, '2025-04-01', '2025-06-30'],
    ] as const) {
      const report = await read<QuarterReport>(`quarter?year=2025&quarter=${quarter}`);
      const all = within(from, to);
      assert.deepEqual([report.from, report.to], [from, to]);
      assert.ok(all.length > 50);
      assert.deepEqual(report.total, figuresByHand(all));
      for (const { form, figures } of report.rows) {
        const isOf = (one: Counted) => {
          const said = one.classification?.receiptForm ?? '';
          return form === '1.1' ? said === '1.1' || said === '1.1.1' : said === form;
        };
        assert.deepEqual(figures, figuresByHand(all.filter(isOf)), form);
      }
    }
    const { total } = await read<QuarterReport>('quarter?year=2025&quarter=4');
    for (const [figure, count] of Object.entries(total)) assert.ok(count > 0, `${figure}: nothing to count`);
  });

  it('agree on a half-year beside the year before', async () => {
    const report = await read<HalfYearReport>('half-year?year=2025&part=second-half');
    const [now, before] = [within('2025-07-01', '2025-12-31'), within('2024-07-01', '2024-12-31')];
    assert.deepEqual([report.now, report.before], [figuresByHand(now), figuresByHand(before)]);
    assert.ok(before.length > 20);
    const named = report.groups.flatMap(({ group }) => group ?? []);
    for (const { group, ...counts } of report.groups) {
      const of = (set: readonly Counted[]) =>
        set.filter(({ questionGroup }) => (group === null ? !named.includes(questionGroup) : questionGroup === group));
      assert.deepEqual(counts, { before: of(before).length, now: of(now).length }, `group ${group}`);
    }
  });

  it('agree on discipline, department by department', async () => {
    const report = await read<DisciplineReport>('discipline?from=2025-10-01&to=2026-02-28');
    const all = within('2025-10-01', '2026-02-28').filter(
      ({ status, procedure }) => status !== 'merged' && status !== 'withdrawn' && procedure !== 'admin',
    );
    const mainOf = ({ executors }: Case) => String(executors.find(({ role }) => role === 'main')?.departmentId ?? null);
    const byHand = (set: readonly Counted[]) => {
      const isLate = ({ clocks }: Case) => clocks.some(({ metOn, dueLegal }) => (metOn ?? '2026-03-10') > dueLegal);
      const count = (isOpen: boolean, late: boolean) =>
        set.filter((one) => (one.dueOn !== null) === isOpen && isLate(one) === late).length;
      const [onTime, late, open, overdue] = [
        count(false, false),
        count(false, true),
        count(true, false),
        count(true, true),
      ];
      const days = set.flatMap((one) =>
        one.answeredOn && one.dueOn === null
          ? [(Date.parse(one.answeredOn) - Date.parse(received(one))) / 86_400_000]
          : [],
      );
      const due = onTime + late + overdue;
      const sum = days.reduce((a, b) => a + b, 0);
      return {
        ...{ received: set.length, onTime, late, open, overdue },
        onTimePercent: due ? Math.round((1_000 * onTime) / due) / 10 : null,
        averageDays: days.length > 0 ? Math.round((10 * sum) / days.length) / 10 : null,
      };
    };
    assert.deepEqual(report.total, byHand(all));
    assert.ok(report.total.late > 0 && report.total.overdue > 0 && report.rows.length > 3);
    for (const { departmentId, department, ...figures } of report.rows) {
      assert.deepEqual(
        figures,
        byHand(all.filter((one) => mainOf(one) === String(departmentId))),
        department ?? 'none',
      );
      assert.equal(department === null, departmentId === null);
    }
  });

  it('agree on the journal, page by page, without a gap and twice nothing', async () => {
    const lines: JournalLine[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const after: string = cursor && `&cursor=${cursor}`;
      const page: { items: JournalLine[]; next: string | null } = await read(
        `journal?from=2025-10-01&to=2025-12-31&limit=100${after}`,
      );
      lines.push(...page.items);
      cursor = page.next;
    }
    const all = within('2025-10-01', '2025-12-31');
    assert.deepEqual(
      lines.map(({ number, receivedOn, kind }) => [number, receivedOn, kind]),
      all.map((one) => [one.number, received(one), one.kind]),
    );
    assert.ok(
      lines.every(({ registrationIndex, applicant }) => registrationIndex && applicant?.name && applicant.residence),
    );
    assert.ok(lines.some(({ result, outgoingNumber }) => result === '9.1' && outgoingNumber?.endsWith('-вих')));
    assert.ok(lines.some(({ result }) => result === '9.5'));
  });

  it('tell of each promise of a signed answer whether it was kept, and how often it was moved', async () => {
    const some = cases.slice(0, 5).map(({ _id }) => _id);
    const promises = [
      { on: '2026-03-09', keptOn: '2026-03-09', moved: [] },
      { on: '2026-03-05', keptOn: '2026-03-06', moved: ['2026-01-15', '2026-02-15'] },
      { on: '2026-03-10', keptOn: null, moved: [] },
      { on: '2026-03-08', keptOn: null, moved: ['2026-02-08'] },
      { on: '2026-04-01', keptOn: null, moved: [] },
    ];
    for (const [i, promise] of promises.entries())
      await CaseModel.collection.updateOne({ _id: some[i] as Case['_id'] }, { $set: { promise } });
    const { rows } = await read<PromisesReport>('promises?from=2026-03-01&to=2026-03-31');
    assert.deepEqual(
      rows.map(({ on, firstOn, moves, state }) => [on, firstOn, moves, state]),
      [
        ['2026-03-05', '2026-01-15', 2, 'late'],
        ['2026-03-08', '2026-02-08', 1, 'broken'],
        ['2026-03-09', '2026-03-09', 0, 'kept'],
        ['2026-03-10', '2026-03-10', 0, 'ahead'],
      ],
    );
    assert.equal(rows[0]?.number, cases[1]?.number);
  });

  const file = async (path: string, login = 'head') => {
    const { token } = await city.token(login);
    return supertest(city.app.listener)
      .get(`/api/v1/reports/${path}`)
      .set('authorization', `Bearer ${token}`)
      .buffer(true)
      .parse((res, done) => {
        const chunks: Buffer[] = [];
        res.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', () => done(null, Buffer.concat(chunks)));
      });
  };
  it('give the same in files', async () => {
    const csv = await file('journal.csv?from=2025-10-01&to=2025-12-31');
    assert.match(String(csv.headers['content-type']), /^text\/csv/);
    assert.equal(csv.headers['content-disposition'], 'attachment; filename=journal-2025-10-01-2025-12-31.csv');
    const text = (csv.body as Buffer).toString('utf8');
    assert.ok(text.startsWith('\ufeffРеєстраційний індекс,Дата надходження,'));
    const numbers = text.match(/,\d{2}\.\d{2}\.\d{4},\d{10},/g) ?? [];
    assert.equal(numbers.length, within('2025-10-01', '2025-12-31').length);

    const table = await file('quarter.csv?year=2025&quarter=4');
    const total = figuresByHand(within('2025-10-01', '2025-12-31'));
    assert.ok((table.body as Buffer).toString('utf8').includes(`\r\nРазом,${total.total},${total.collective},`));
    for (const path of [
      'journal.xlsx?from=2025-10-01&to=2025-10-31',
      'quarter.xlsx?year=2025&quarter=4',
      'half-year.xlsx?year=2025&part=year',
      'discipline.xlsx?from=2025-10-01&to=2025-12-31',
      'half-year.csv?year=2025&part=first-half',
      'promises.csv?from=2026-03-01&to=2026-03-31',
      'discipline.csv?from=2025-10-01&to=2025-12-31',
    ]) {
      const { status, body } = await file(path);
      assert.equal(status, 200, path);
      if (path.includes('.xlsx')) assert.equal((body as Buffer).subarray(0, 4).toString('latin1'), 'PK\u0003\u0004');
    }
  });

  it('are set as PDF with every letter and figure, and refused where they are too long for paper', async () => {
    const words = async (path: string): Promise<string> => {
      const { status, body } = await file(path);
      assert.equal(status, 200, path);
      const { text } = await extractText(await getDocumentProxy(new Uint8Array(body as Buffer)), { mergePages: true });
      return text.replace(/\s+/g, ' ');
    };
    const days = { from: '2025-10-01', to: '2025-10-08' };
    const journal = await words(`journal.pdf?${new URLSearchParams(days)}`);
    assert.ok(journal.startsWith('Журнал реєстрації'));
    const listed = within(days.from, days.to);
    assert.ok(listed.length > 5);
    for (const { number } of listed) assert.ok(journal.replaceAll(' ', '').includes(number), number);
    const total = figuresByHand(within('2025-10-01', '2025-12-31'));
    assert.ok((await words('quarter.pdf?year=2025&quarter=4')).includes(`Разом ${total.total} ${total.collective} `));
    assert.equal((await file('journal.pdf?from=2025-01-01&to=2025-12-31')).status, 422);
  });

  it('tell who wrote and what only to those who may read any case', async () => {
    const none = new Set<string>();
    const actor: Actor = {
      kind: 'staff',
      id: 'f'.repeat(24),
      permissions: new Set(['reports.read']),
      ...{ caseIds: none, knownCaseIds: none, joinedCaseIds: none },
    };
    const period = { from: '2025-10-01', to: '2025-10-31' };
    const { items } = await journalPage(actor, { ...period, limit: 100 });
    assert.ok(items.length > 20 && items.every(({ applicant, summary }) => applicant === null && summary === null));
    const { head: top, rows } = journalFile(actor, period);
    const names = ['Заявник', 'Місце проживання', 'Короткий зміст'];
    assert.ok(names.every((name) => !top.columns.includes(name)));
    let lines = 0;
    for await (const row of rows) {
      lines += 1;
      assert.equal(row.length, top.columns.length);
    }
    assert.equal(lines, within(period.from, period.to).length);
  });

  it('are nobody’s who may not read reports, in any form', async () => {
    for (const path of ['journal.csv', 'discipline.xlsx', 'journal.pdf'].map(
      (file) => `${file}?from=2025-10-01&to=2025-12-31`,
    )) {
      assert.equal((await file(path, 'executor')).status, 403);
      assert.equal((await supertest(city.app.listener).get(`/api/v1/reports/${path}`)).status, 401);
    }
  });

  it('refuse days out of order, more than a year of them, and a cursor of other days', async () => {
    for (const path of [
      'journal?from=2025-10-02&to=2025-10-01',
      'discipline?from=2024-01-01&to=2025-10-01',
      'quarter?year=2025&quarter=5',
      'half-year?year=soon&part=year',
      'journal?from=2025-02-30&to=2025-10-01',
    ])
      assert.equal((await head.get(`/api/v1/reports/${path}`)).status, 422, path);
    assert.equal((await file('journal.csv?from=2025-10-02&to=2025-10-01')).status, 422);
    const { next } = await read<{ next: string }>('journal?from=2025-10-01&to=2025-12-31&limit=1');
    const other = `journal?from=2025-10-02&to=2025-12-31&limit=1&cursor=${next}`;
    assert.equal((await head.get(`/api/v1/reports/${other}`)).status, 422);
  });
});
