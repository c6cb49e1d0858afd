import assert from 'node:assert/strict';
import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { csvField, writeCsv } from '#server/reports/csv.ts';
import { instantsOf } from '#server/reports/days.ts';

describe('reports: files and days', () => {
  it('writes a field by RFC 4180', () => {
    assert.equal(csvField('вул. Софіївська, 8'), '"вул. Софіївська, 8"');
    assert.equal(csvField('кафе «Мрія» "на розі"'), '"кафе «Мрія» ""на розі"""');
    assert.equal(csvField('два\nрядки'), '"два\nрядки"');
    assert.deepEqual([csvField(-3), csvField(null), csvField('просто')], ['-3', '', 'просто']);
  });
  it('takes the force out of a formula', () => {
    for (const evil of ['=1+1', '+380', '-2', '@SUM(A1)', '  =cmd', '\t=1'])
      assert.ok(/^"?'/.test(csvField(evil)), evil);
    assert.equal(csvField('=HYPERLINK("x","y")'), '"\'=HYPERLINK(""x"",""y"")"');
  });
  it('begins with the mark of UTF-8 and ends each record with CRLF', async () => {
    const to = new PassThrough();
    const said = buffer(to);
    await writeCsv({ title: '', columns: ['а', 'б'] }, [[1, 'в']], to);
    assert.equal(String(await said), '\ufeffа,б\r\n1,в\r\n');
  });
  it('stops reading when whoever asked goes away, and breaks off where reading fails', async () => {
    const gone = new PassThrough();
    let read = 0;
    async function* rows(): AsyncGenerator<[string]> {
      for (; read < 10_000; read += 1) {
        if (read === 10) gone.destroy();
        yield ['рядок'];
      }
    }
    await writeCsv({ title: '', columns: ['а'] }, rows(), gone);
    assert.ok(read < 1_000, `${read} lines`);
    async function* failing(): AsyncGenerator<[string]> {
      yield ['рядок'];
      throw new Error('the store is away');
    }
    const to = new PassThrough();
    to.resume();
    await assert.rejects(writeCsv({ title: '', columns: ['а'] }, failing(), to), /the store is away/);
    assert.ok(to.destroyed);
  });
  it('takes a day for as long as it is in Kyiv', () => {
    const { from, until } = instantsOf({ from: '2026-03-29', to: '2026-03-29' });
    assert.equal((until.getTime() - from.getTime()) / 3_600_000, 23);
  });
});
