import assert from 'node:assert/strict';
import { filesBy, useFiles } from '#server/platform/files/files.ts';
import { Problem } from '#server/platform/problem.ts';
import { aDocx, pdfWithScript } from '../../support/documents.ts';
import { aBrowser } from '../../support/pages.client.ts';
import { bombPng, halves, heicHead } from '../../support/pictures.ts';
import { useSite } from '../../support/site.ts';
import { storedFiles } from '../../support/uploads.ts';

const DETAILS = '/appeals/new/details';
const FILES = '/appeals/new/files';
const text = 'На розі яма завглибшки з долоню. Прошу полагодити.';
const png = () => halves(40, 20).png().toBuffer();
/** Names of the files that the page lists as kept, in order. */
const keptIn = (page: string) =>
  [...page.matchAll(/<li class="file">.*?<span>([^<]+) <span class="hint">/g)].map(([, name]) => name);
const removeButtons = (page: string) =>
  [...page.matchAll(/name="do" value="(remove\.[0-9a-f]{24})"/g)].map(([, value]) => value ?? '');
/** What stands beside the field of a kind about files that were not taken. */
const refusedIn = (page: string, field = 'photos') =>
  new RegExp(`<ul class="error refused" id="${field}-error">(.*?)</ul>`)
    .exec(page)?.[1]
    ?.replace(/<[^>]+>/g, '\n')
    .trim() ?? '';

describe('wizard: photos and documents, without scripts', () => {
  const site = useSite();

  describe('photos and documents', () => {
    it('keeps what is sent with the form, shows it with its picture, and takes it back', async () => {
      const browser = aBrowser(site);
      await browser
        .upload(DETAILS, { text, do: 'add-files' }, [
          ['photos', 'яма.png', await png()],
          ['documents', 'довіреність.docx', aDocx()],
          ['documents', 'заява.pdf', pdfWithScript()],
        ])
        .expect(303);
      const { text: page } = await browser.get(DETAILS).expect(200);
      assert.deepEqual(keptIn(page), ['яма.jpg', 'довіреність.docx', 'заява.pdf']);
      const [, thumb = ''] = /<img src="([^"]+)"/.exec(page) ?? [];
      const picture = await browser.get(thumb).expect(200);
      assert.equal(picture.headers['content-type'], 'image/jpeg');
      await aBrowser(site).get(thumb).expect(404);

      const [first = ''] = removeButtons(page);
      const kept = await storedFiles();
      await browser.post(DETAILS, { text: 'ще не дописано', do: first }).expect(303);
      assert.equal(await storedFiles(), kept - 2, 'the photo and its small picture');
      const after = (await browser.get(DETAILS).expect(200)).text;
      assert.deepEqual(keptIn(after), ['довіреність.docx', 'заява.pdf']);
      assert.match(after, /ще не дописано<\/textarea>/);
    });
    it('takes nobody else’s file back', async () => {
      const owner = aBrowser(site);
      await owner.upload(DETAILS, { text }, [['photos', 'a.png', await png()]]).expect(303);
      const [button = ''] = removeButtons((await owner.get(DETAILS)).text);
      const stranger = aBrowser(site);
      await stranger.post(DETAILS, { text, do: button }).expect(303);
      await stranger.post(FILES, { do: button }).expect(200);
      assert.equal(keptIn((await owner.get(DETAILS)).text).length, 1);
    });
    const refusals: [string, string, () => Buffer | Promise<Buffer>, RegExp][] = [
      ['a HEIC photo', 'IMG_1.HEIC', () => heicHead(), /^IMG_1\.HEIC: Це фото у форматі HEIC/],
      [
        'an SVG with a script',
        'план.svg',
        () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
        /^план\.svg: Цей файл не підходить/,
      ],
      ['a picture that would fill the memory', 'b.png', () => bombPng(20_000), /^b\.png: Зображення завелике/],
      [
        'a photo cut in the middle',
        'half.png',
        async () => (await halves(600, 600).png().toBuffer()).subarray(0, 900),
        /^half\.png: Файл пошкоджено/,
      ],
      ['an empty file', 'e.jpg', () => Buffer.alloc(0), /^e\.jpg: Цей файл порожній/],
      [
        'a photo of 100 MB',
        'big.jpg',
        async () => Buffer.concat([await halves().jpeg().toBuffer(), Buffer.alloc(100 * 2 ** 20, 1)]),
        /^big\.jpg: Файл завеликий/,
      ],
    ];
    for (const [what, name, bytes, words] of refusals)
      it(`refuses ${what} in words beside the field, and loses nothing that was typed`, async function upload() {
        this.timeout(60_000);
        const browser = aBrowser(site);
        const form = { text, 'representative.basis': 'довіреність від 12 січня' };
        const { text: page } = await browser
          .upload(DETAILS, form, [
            ['photos', name, await bytes()],
            ['photos', 'добре.png', await png()],
          ])
          .expect(422);
        assert.match(refusedIn(page), words);
        assert.match(page, /href="#photos">Фото: /);
        assert.match(page, /id="photos"[^>]*aria-describedby="photos-hint photos-error"[^>]*aria-invalid="true"/);
        assert.deepEqual(keptIn(page), ['добре.jpg']);
        assert.ok(page.includes(`${text}</textarea>`) && page.includes('довіреність від 12 січня</textarea>'));
        assert.equal(keptIn((await browser.get(DETAILS)).text).length, 1, 'and the draft has it');
      });
    it('takes a PNG that is named .jpg for what it is', async () => {
      const browser = aBrowser(site);
      await browser.upload(DETAILS, { text }, [['photos', 'знімок.jpg', await png()]]).expect(303);
      assert.deepEqual(keptIn((await browser.get(DETAILS)).text), ['знімок.jpg']);
    });
    it('takes five of forty photos, names those it did not take, and says so once', async () => {
      const browser = aBrowser(site);
      const one = await png();
      const forty = Array.from({ length: 40 }, (_, i) => ['photos', `p${i + 1}.png`, one] as const);
      const { text: page } = await browser.upload(DETAILS, { text }, forty).expect(422);
      assert.deepEqual(keptIn(page), ['p1.jpg', 'p2.jpg', 'p3.jpg', 'p4.jpg', 'p5.jpg']);
      assert.match(refusedIn(page), /^p6\.png, p7\.png, .*p21\.png: Файлів забагато/);
      assert.equal(refusedIn(page).split('Файлів забагато').length, 2);
    });
    it('says nothing of an input that was left empty', async () => {
      await aBrowser(site)
        .upload(DETAILS, { text }, [['photos', '', Buffer.alloc(0)]])
        .expect(303);
    });
  });

  describe('one file at a time, for the island', () => {
    it('answers with the lists as they are, with words for what was refused', async () => {
      const browser = aBrowser(site);
      const first = await browser.upload(FILES, {}, [['photos', 'a.png', await png()]]).expect(200);
      assert.deepEqual(keptIn(first.text), ['a.jpg']);
      assert.match(first.text, /^<div id="kept-photos">.*<div id="kept-documents">/);
      const second = await browser.upload(FILES, {}, [['photos', 'b.heic', heicHead()]]).expect(422);
      assert.match(second.text, /data-why="Це фото у форматі HEIC/);
      assert.deepEqual(keptIn(second.text), ['a.jpg']);
      const [button = ''] = removeButtons(second.text);
      assert.deepEqual(keptIn((await browser.post(FILES, { do: button }).expect(200)).text), []);
    });
    it('tells a file that cannot be taken now from one that cannot be taken', async () => {
      const browser = aBrowser(site);
      const isAway = () => Promise.reject(new Problem('store.unavailable'));
      useFiles({ ...filesBy({}), scanner: { isClean: isAway } });
      try {
        const { text: lists } = await browser.upload(FILES, {}, [['photos', 'a.png', await png()]]).expect(503);
        assert.match(refusedIn(lists), /^a\.png: Система тимчасово не може зберегти дані/);
      } finally {
        useFiles(filesBy({}));
      }
      await browser.upload(FILES, {}, [['photos', 'a.png', await png()]]).expect(200);
    });
    it('is refused from another site', async () => {
      await aBrowser(site)
        .upload(FILES, {}, [['photos', 'a.png', await png()]])
        .set('sec-fetch-site', 'cross-site')
        .expect(403);
    });
  });
});
