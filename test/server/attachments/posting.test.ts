import assert from 'node:assert/strict';
import { attachmentsOf, takeIn } from '#server/attachments/index.ts';
import { aDocx } from '../../support/documents.ts';
import { bombPng, halves, heicHead, phonePhoto } from '../../support/pictures.ts';
import { useFormServer } from '../../support/posted-forms.ts';
import { aDraft, storedFiles, useFileStore } from '../../support/uploads.ts';

describe('attachments: a form posted with its files', () => {
  useFileStore();
  const forms = useFormServer();

  it('takes what is good, says of each of the rest why not, and loses nothing that was typed', async () => {
    const owner = aDraft();
    forms.expected = {
      maxFiles: 10,
      maxBytes: 110 << 20,
      onFile: async ({ field, name, content }) =>
        (await takeIn({ owner, purpose: 'appeal', name, content, field })).attachment.type,
    };
    const body = new FormData();
    const text = 'Яма біля школи. '.repeat(200);
    body.append('text', text);
    const png = await halves().png().toBuffer();
    const large = Buffer.concat([await phonePhoto(), Buffer.alloc(25 << 20)]);
    for (const [name, bytes] of [
      ['двір.jpg', await phonePhoto()],
      ['iphone.heic', heicHead()],
      ['велике.jpg', large],
      ['насправді.jpg', png],
      ['бомба.png', bombPng(30_000)],
      ['малюнок.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')],
      ['порожнє.jpg', Buffer.alloc(0)],
    ] as const)
      body.append('photos', new Blob([new Uint8Array(bytes)]), name);
    body.append('documents', new Blob([new Uint8Array(aDocx())]), 'заява.docx');
    body.append('lastName', 'Шевченко');
    const { status, values, files, isCut } = await forms.post(body);
    assert.deepEqual([status, values, isCut], [200, { text, lastName: 'Шевченко' }, false]);
    assert.deepEqual(files, [
      ['photos', 'двір.jpg', 'image/jpeg'],
      ['photos', 'iphone.heic', 'file.heic'],
      ['photos', 'велике.jpg', 'file.too-large'],
      ['photos', 'насправді.jpg', 'image/jpeg'],
      ['photos', 'бомба.png', 'file.too-many-pixels'],
      ['photos', 'малюнок.svg', 'file.type'],
      ['photos', 'порожнє.jpg', 'file.empty'],
      ['documents', 'заява.docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    ]);
    const kept = await attachmentsOf(owner);
    assert.deepEqual(
      kept.map(({ name }) => name),
      ['двір.jpg', 'насправді.jpg', 'заява.docx'],
    );
    assert.equal(await storedFiles(), 5);
  });
});
