import assert from 'node:assert/strict';
import { buffer } from 'node:stream/consumers';
import { type Attachment, attachmentsOf, takeIn } from '#server/attachments/index.ts';
import { files, filesBy, useFiles } from '#server/platform/files/files.ts';
import { aDocx, aZip, contentTypes, pdfWithScript } from '../../support/documents.ts';
import { halves, phonePhoto } from '../../support/pictures.ts';
import { aDraft, incoming, refusalOf, storedFiles, useFileStore } from '../../support/uploads.ts';

const bytesOf = async (id: string | null): Promise<Buffer> => {
  const file = id && (await files().store.open(id));
  return file ? buffer(file.read()) : assert.fail('no such file');
};
const taken = async (content: Buffer, name?: string): Promise<Attachment> =>
  (await takeIn(incoming(content, name ? { name } : {}))).attachment;

describe('attachments: taking in a document', () => {
  useFileStore();

  it('keeps a DOCX as it came', async () => {
    const docx = aDocx();
    const row = await taken(docx, 'C:\\Users\\Olena\\Заява.doc');
    assert.deepEqual([row.kind, row.name, row.width, row.thumbId], ['document', 'Заява.docx', null, null]);
    assert.ok(docx.equals(await bytesOf(row.fileId)));
  });
  it('keeps a PDF as it came, even one with a script: it is only ever saved, never opened here', async () => {
    const row = await taken(pdfWithScript(), 'photo.jpg');
    assert.deepEqual([row.kind, row.type, row.name], ['document', 'application/pdf', 'photo.pdf']);
    assert.ok(pdfWithScript().equals(await bytesOf(row.fileId)));
  });
  const macros = 'application/vnd.ms-word.document.macroEnabled.main+xml';
  for (const [why, file, code] of [
    ['a PDF without an end', pdfWithScript().subarray(0, -8), 'file.broken'],
    ['a DOCX without an end', aDocx({ 'word/more.xml': 'x'.repeat(9_000) }).subarray(0, -40), 'file.broken'],
    ['a zip', aZip({ 'a.txt': 'a' }), 'file.type'],
    ['a table', aZip({ '[Content_Types].xml': contentTypes(), 'xl/workbook.xml': '' }), 'file.type'],
    ['a DOCX with macros', aDocx({ 'word/vbaProject.bin': 'x' }), 'file.type'],
    [
      'macros under another name',
      aZip({ '[Content_Types].xml': contentTypes(macros), 'word/document.xml': '' }),
      'file.type',
    ],
    ['an empty zip', aZip({}), 'file.type'],
  ] as const)
    it(`refuses ${why} as ${code}`, async () => assert.equal(await refusalOf(incoming(file)), code));
});

describe('attachments: scanning', () => {
  useFileStore();
  afterEach(() => useFiles(filesBy({})));

  it('looks into the bytes as they came, and keeps nothing in which something was found', async () => {
    const seen: Buffer[] = [];
    const isClean = async (content: Buffer) => {
      seen.push(content);
      return !content.includes('EICAR');
    };
    useFiles({ ...filesBy({}), scanner: { isClean } });
    const photo = await phonePhoto();
    assert.equal(await refusalOf(incoming(photo)), null);
    assert.ok(seen[0]?.equals(photo));
    assert.equal(await storedFiles(), 2);
    assert.equal(await refusalOf(incoming(Buffer.concat([photo, Buffer.from('EICAR')]))), 'file.infected');
    assert.equal(await refusalOf(incoming(aDocx({ EICAR: '' }))), 'file.infected');
    assert.equal(await storedFiles(), 2);
  });
  it('takes nothing while the scanner is away', async () => {
    useFiles(filesBy({ CLAMD_URL: 'tcp://127.0.0.1:1' }));
    assert.equal(await refusalOf(incoming(await phonePhoto())), 'store.unavailable');
    assert.equal(await refusalOf(incoming(aDocx())), 'store.unavailable');
    assert.equal(await storedFiles(), 0);
  });
});

describe('attachments: how many', () => {
  useFileStore();

  it('takes five photos and five documents of a draft, however many come at once', async () => {
    const owner = aDraft();
    const photo = await halves().jpeg().toBuffer();
    const all = [...Array(8).fill(photo), ...Array(7).fill(aDocx())];
    const fates = await Promise.all(all.map((content) => refusalOf(incoming(content, { owner }))));
    assert.deepEqual(
      [fates.filter((fate) => fate === null).length, fates.filter((fate) => fate === 'file.too-many').length],
      [10, 5],
    );
    const kept = await attachmentsOf(owner);
    assert.deepEqual([kept.filter(({ kind }) => kind === 'photo').length, await storedFiles()], [5, 15]);
    assert.equal(await refusalOf(incoming(photo)), null, 'another draft is not concerned');
  });
  it('does not read on where there is no place left', async () => {
    const owner = aDraft();
    for (let i = 0; i < 5; i += 1) assert.equal(await refusalOf(incoming(aDocx(), { owner })), null);
    let read = 0;
    async function* endless() {
      for (yield pdfWithScript(); ; read += 65_536) yield Buffer.alloc(65_536);
    }
    assert.equal(await refusalOf(incoming(endless(), { owner })), 'file.too-many');
    assert.ok(read <= 65_536);
  });
});
