import assert from 'node:assert/strict';
import supertest from 'supertest';
import { passSeconds } from '../../support/clock.ts';
import { type PaidText, sampleTexts, writeLedger } from '../../support/ledger-days.ts';
import { useSite } from '../../support/site.ts';

/** This year's texts up to the site's own day, 3 March, and the whole of the year before the last. */
const TEXTS = [...sampleTexts(2026, 3).filter(({ on }) => on <= '2026-03-03'), ...sampleTexts(2024, 12)];
const ofYear = (year: number): PaidText[] => TEXTS.filter(({ on }) => on.startsWith(String(year)));
const DELIVERED = ['delivered'];
const FAILED = ['undelivered', 'failed'];
/** What a reader would add up by hand. */
function byHand(texts: readonly PaidText[]) {
  const sums = { texts: 0, delivered: 0, failed: 0, parts: 0, kopiykas: 0 };
  for (const text of texts) {
    sums.texts += 1;
    if (DELIVERED.includes(text.state)) sums.delivered += 1;
    if (FAILED.includes(text.state)) sums.failed += 1;
    sums.parts += text.parts;
    sums.kopiykas += text.kopiykas;
  }
  return sums;
}
const money = (kopiykas: number, comma = ','): string => {
  const [whole = '', rest = ''] = (kopiykas / 100).toFixed(2).split('.');
  return `${whole.replace(/(?<=\d)(?=(\d{3})+$)/g, ' ')}${comma}${rest}`;
};
/** A page's tables, each as rows of cells, with plain spaces. */
const tablesOf = (page: string): string[][][] =>
  [...page.matchAll(/<table.*?<\/table>/gs)].map(([table]) =>
    [...table.matchAll(/<tr>(.*?)<\/tr>/gs)].map(([, row = '']) =>
      [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, cell = '']) => cell.replace(/<[^>]+>/g, '')),
    ),
  );
const LINES = [
  ['appeals', 'Звернення громадян (п. 2.1.4)', 3_200_000],
  ['deputies', 'Звернення до депутатів (п. 2.3.3)', 870_000],
  ['information', 'Інформування мешканців (п. 2.4.3)', 3_200_000],
] as const;

describe('pages: texts that the city sent, and what they cost', () => {
  const site = useSite();
  const get = async (path: string, status = 200) => {
    const answer = await supertest(site.origin).get(path).expect(status);
    return { ...answer, headers: answer.headers, page: answer.text.replace(/[\u00a0\u202f]/g, ' ') };
  };

  it('is designed for a year without any', async () => {
    const { page } = await get('/statistics/messages');
    assert.match(page, /У 2026 році місто ще не надіслало жодного SMS/);
    assert.match(page, /вистачить, якщо надсилати/);
    assert.equal(tablesOf(page).length, 1, 'the money is there all the same');
    const { text } = await get('/statistics/messages.csv');
    assert.equal(text, '\ufeffon,line,template,texts,delivered,failed,parts,kopiykas\r\n');
  });

  describe('with a ledger', () => {
    before(async () => {
      await writeLedger(TEXTS);
      passSeconds(31); // what was asked before is known for half a minute
    });

    for (const year of [2026, 2024])
      it(`says of ${year} what a recount of the ledger comes to`, async () => {
        const { page } = await get(`/statistics/messages?year=${year}`);
        const texts = ofYear(year);
        const all = byHand(texts);
        const total = page.match(/<dl class="facts totals">(.*?)<\/dl>/s)?.[1] ?? '';
        const says = [...total.matchAll(/<dd>(.*?)<\/dd>/g)].map(([, dd]) => dd);
        const share = `${(Math.floor((all.delivered / all.texts) * 1_000) / 10).toString().replace('.', ',')} %`;
        assert.deepEqual(says, [
          String(all.texts),
          `${all.delivered} (${share})`,
          String(all.failed),
          String(all.texts - all.delivered - all.failed),
          String(all.parts),
          `${money(all.kopiykas)} грн`,
        ]);
        const [lines, months, kinds] = tablesOf(page);
        assert.deepEqual(
          lines?.slice(1),
          LINES.map(([line, name, amount]) => {
            const { kopiykas } = byHand(texts.filter((text) => text.line === line));
            return [name, money(amount).replace(',00', ''), money(kopiykas), money(amount - kopiykas)];
          }),
        );
        const row = (found: readonly PaidText[]) => {
          const sums = byHand(found);
          return [String(sums.texts), String(sums.delivered), money(sums.kopiykas)];
        };
        const NAMES = 'січень лютий березень квітень травень червень липень серпень вересень жовтень листопад грудень';
        const names = NAMES.split(' ').slice(0, year === 2026 ? 3 : 12);
        assert.deepEqual(months?.slice(1), [
          ...names.map((name, n) => [name, ...row(texts.filter(({ on }) => Number(on.slice(5, 7)) === n + 1))]),
          ['Разом', ...row(texts)],
        ]);
        const ofKind = (name: string) => kinds?.find(([first]) => first === name)?.slice(1);
        assert.deepEqual(
          ofKind('Відповідь готова'),
          row(texts.filter(({ template }) => template === 'appeal.answered')),
        );
        assert.deepEqual(ofKind('Одноразовий код'), row(texts.filter(({ template }) => template === 'otp')));
        assert.deepEqual(ofKind('Разом'), row(texts));
      });

    it('gives the rows as a file and as JSON, which add up to the same sums by line', async () => {
      const { text, headers } = await get('/statistics/messages.csv?year=2024');
      assert.match(headers['content-type'] ?? '', /text\/csv; charset=utf-8/);
      assert.match(headers['content-disposition'] ?? '', /messages-2024\.csv/);
      const [head = '', ...rows] = text.replace('\ufeff', '').trimEnd().split('\r\n');
      assert.equal(head, 'on,line,template,texts,delivered,failed,parts,kopiykas');
      const { body } = await supertest(site.origin).get('/api/v1/message-statistics?year=2024').expect(200);
      for (const [line] of LINES) {
        const mine = rows.map((row) => row.split(',')).filter(([, of]) => of === line);
        const add = (column: number) => mine.reduce((sum, cells) => sum + Number(cells[column]), 0);
        const [texts, delivered, failed, parts, kopiykas] = [3, 4, 5, 6, 7].map(add);
        const hand = byHand(ofYear(2024).filter((paid) => paid.line === line));
        assert.deepEqual({ texts, delivered, failed, parts, kopiykas }, hand);
        const days = body.days.filter((day: { line: string }) => day.line === line) as { kopiykas: number }[];
        assert.equal(
          days.reduce((sum, day) => sum + day.kopiykas, 0),
          hand.kopiykas,
        );
      }
      assert.equal(rows.length, body.days.length);
      assert.ok(rows.some((row) => row.includes(',2,') || row.endsWith('150')));
    });

    it('leads from year to year, and knows none that has nothing or has not come', async () => {
      const { page } = await get('/statistics/messages');
      assert.deepEqual(
        [...page.matchAll(/href="\/statistics\/messages\?year=(\d+)"/g)].map(([, year]) => year),
        ['2026', '2025', '2024'],
      );
      assert.match((await get('/statistics/messages?year=2025')).page, /За 2025 рік місто не надіслало жодного SMS/);
      for (const wrong of ['2023', '2027', '9999', 'x', '', '2026.5', '-1', '2026&year=2024'])
        for (const path of ['/statistics/messages', '/en/statistics/messages', '/statistics/messages.csv'])
          await get(`${path}?year=${wrong}`, 404);
    });

    it('is English by its own address, without any script of its own, and in the footer of every page', async () => {
      const { page } = await get('/en/statistics/messages?year=2024');
      const { kopiykas } = byHand(ofYear(2024));
      assert.ok(page.includes(`${money(kopiykas, '.').replace(' ', ' ')} UAH`), 'hryvnias in words');
      assert.match(page, /Citizens’ appeals \(item 2\.1\.4\)/);
      assert.match(page, /<th scope="row">January<svg/);
      assert.doesNotMatch(page, /<script>|style="|<style|[а-яіїє]{4}(?![^<]*<\/a>)/i);
      assert.match((await get('/help')).page, /href="\/statistics\/messages"/);
    });

    it('may be kept for half a minute by whoever carries no cookie, and answers 304 where it still holds', async () => {
      const { headers } = await get('/statistics/messages');
      assert.equal(headers['cache-control'], 'public, max-age=30, must-revalidate');
      assert.equal(headers.vary?.toLowerCase().includes('cookie'), true);
      await supertest(site.origin)
        .get('/statistics/messages')
        .set('if-none-match', headers.etag ?? '')
        .expect(304);
      const mine = await supertest(site.origin)
        .get('/statistics/messages')
        .set('cookie', `vidhuk-draft=${'d'.repeat(24)}`)
        .expect(200);
      assert.equal(mine.headers['cache-control'], 'no-store');
    });
  });
});
