import assert from 'node:assert/strict';
import type { HalfYearReport, JournalLine } from '#shared/contract/reports.ts';
import { FIGURES, type Figures } from '#shared/domain/figures.ts';
import { halfYearSheet, journalHead, journalRow, quarterSheet, type SheetWords } from '#shared/texts/figure-sheets.ts';
import { desk } from '#shared/texts/uk/desk.ts';
import { deskFigures as figures } from '#shared/texts/uk/desk-figures.ts';
import { questionGroups } from '#shared/texts/uk/question-groups.ts';

const WORDS: SheetWords = { figures, channels: desk.channels, questionGroups };
/** Each figure another number, so that none can stand in another’s place. */
const counted = (step: number): Figures =>
  Object.fromEntries(FIGURES.map((figure, i) => [figure, (i + 1) * step])) as Figures;
const LINE: JournalLine = {
  id: 'a'.repeat(24),
  registrationIndex: 'К-17',
  receivedOn: '2026-03-02',
  number: '2600123452',
  channel: 'phone',
  applicant: { name: 'Коваль Іван', residence: 'м. Одеса' },
  kind: 'complaint',
  questionGroup: 9,
  summary: 'Ліхтар не горить.',
  department: 'Міськсвітло',
  dueOn: '2026-04-02',
  result: '9.1',
  outgoingNumber: '5/2026-вих',
  finishedOn: '2026-03-20',
};

describe('texts: reports in words', () => {
  it('has the columns of the quarterly table in the order of its form', () => {
    const period = { from: '2026-01-01', to: '2026-03-31' };
    const sheet = quarterSheet({ ...period, rows: [{ form: '1.2', figures: counted(1) }], total: counted(2) }, WORDS);
    assert.equal(sheet.title, 'Дані щодо звернень громадян, що надійшли з 01.01.2026 до 31.03.2026');
    assert.equal(sheet.columns.length, 16);
    assert.deepEqual(sheet.rows[0], ['На особистому прийомі', ...Array.from({ length: 15 }, (_, i) => i + 1)]);
    assert.deepEqual(sheet.total?.slice(0, 3), ['Разом', 2, 4]);
  });
  it('puts returned, forwarded and not considered into one line of the comparison, and reckons the change', () => {
    const report: HalfYearReport = {
      ...{ from: '2026-01-01', to: '2026-06-30', beforeFrom: '2025-01-01', beforeTo: '2025-06-30' },
      ...{ before: counted(1), now: counted(3) },
      groups: [
        { group: 9, before: 0, now: 4 },
        { group: null, before: 3, now: 1 },
      ],
    };
    const { columns, rows } = halfYearSheet(report, WORDS);
    assert.deepEqual(columns.slice(1, 3), ['01.01.2025 – 30.06.2025', '01.01.2026 – 30.06.2026']);
    const { returned, forwarded, notSubject } = counted(1);
    const sum = returned + forwarded + notSubject;
    assert.deepEqual(
      rows.find(([name]) => name === figures.unsettled),
      [figures.unsettled, sum, 3 * sum, 2 * sum, 200],
    );
    assert.deepEqual(rows.at(-2), ['9. Комунальне господарство', 0, 4, 4, null]);
    assert.deepEqual(rows.at(-1), ['Інші питання', 3, 1, -2, -66.7]);
  });
  it('leaves out of the journal who wrote and what, where that is not told', () => {
    const period = { from: '2026-03-01', to: '2026-03-31' };
    const [whole, bare] = [journalRow(LINE, WORDS, true), journalRow(LINE, WORDS, false)];
    assert.equal(whole.length, journalHead(period, WORDS, true).columns.length);
    assert.equal(bare.length, journalHead(period, WORDS, false).columns.length);
    assert.deepEqual(
      whole.filter((cell) => !bare.includes(cell)),
      ['Коваль Іван', 'м. Одеса', 'Ліхтар не горить.'],
    );
    assert.ok(whole.includes('9.1 Вирішено позитивно') && whole.includes('02.03.2026') && whole.includes('Телефон'));
  });
});
