import assert from 'node:assert/strict';
import supertest from 'supertest';
import type { Petition } from '#server/petitions/index.ts';
import { PetitionModel } from '#server/petitions/petition.model.ts';
import { setClock } from '../../support/clock.ts';
import { aPublished } from '../../support/petitions.ts';
import { useSite } from '../../support/site.ts';
import { inOrder, readTagged } from '../../support/tagged-paper.ts';

/** A title as long as it may be, with a word that no line holds. */
const LONGEST = `${'Щ'.repeat(60)} ${'ї'.repeat(19)}`;

describe('pages: the poster of a petition as a file', () => {
  const site = useSite();
  beforeEach(() => setClock('2026-03-03T08:00:00Z'));
  const ask = (path: string, headers: Record<string, string> = {}) =>
    supertest(site.origin)
      .get(path)
      .set(headers)
      .buffer(true)
      .parse((res, done) => {
        const parts: Buffer[] = [];
        res.on('data', (part: Buffer) => parts.push(part));
        res.on('end', () => done(null, Buffer.concat(parts)));
      });
  const read = async ({ number }: Petition, language = '') => {
    const { status, type, headers, body } = await ask(`${language}/petitions/${number}/poster.pdf`);
    assert.deepEqual([status, type], [200, 'application/pdf']);
    const paper = await readTagged(body as Buffer);
    const said = inOrder(paper.pages).map(({ role, text, alt }) => `${role} ${alt ?? text}`.replace(/\u00a0/g, ' '));
    return { paper, said, headers };
  };

  it('says what is demanded, how many are needed, how to sign and the last day, each by its role', async () => {
    const petition = await aPublished();
    const { paper, said, headers } = await read(petition);
    const { host } = new URL(site.origin);
    assert.deepEqual(said, [
      'P Одеська міська рада',
      `P Петиція № ${petition.number}`,
      'H1 Повернути трамвай на вулицю Преображенську',
      'P Потрібно не менше 1 000 підписів',
      'P Підписи збираємо до 3 червня 2026 включно',
      'Figure Посилання на сторінку петиції',
      'P Щоб підписати, наведіть камеру телефона на малюнок або відкрийте',
      `P ${host}/p/${petition.number}`,
      'P Потрібен мобільний телефон і одна хвилина.',
    ]);
    const { info, isMarked, showsTitle, unmarked, artifacts } = paper;
    assert.deepEqual([isMarked, showsTitle, info.Language], [true, true, 'uk-UA']);
    assert.equal(info.Title, `Плакат: петиція № ${petition.number}`);
    assert.deepEqual([unmarked, artifacts], [[], []]);
    assert.match(String(headers['content-disposition']), new RegExp(`plakat-petytsii-${petition.number}\\.pdf`));
  });
  it('speaks English around the Ukrainian title', async () => {
    const petition = await aPublished();
    const { paper, said, headers } = await read(petition, '/en');
    assert.equal(paper.info.Language, 'en-GB');
    assert.ok(said.includes('P Signatures are collected up to and including 3 June 2026'), said.join('\n'));
    assert.ok(said.some((words) => words.endsWith(`/en/p/${petition.number}`)));
    assert.match(String(headers['content-disposition']), /petition-poster-/);
  });
  it('is one sheet whatever the title', async () => {
    const petition = await aPublished({ title: LONGEST });
    const { paper, said } = await read(petition);
    assert.equal(paper.pages.length, 1);
    const [title = ''] = said.filter((words) => words.startsWith('H1'));
    assert.equal(title.replace(/\s/g, ''), `H1${LONGEST.replace(/\s/g, '')}`);
  });
  it('asks nobody to sign once collection is over', async () => {
    const petition = await aPublished();
    setClock('2026-06-04T08:00:00Z');
    const { said } = await read(petition);
    assert.ok(!said.some((words) => /підпис/i.test(words)), said.join('\n'));
    assert.ok(said.some((words) => words.startsWith('P Щоб прочитати')));
  });
  it('may be kept by anybody, and is made anew once its words are others', async () => {
    const petition = await aPublished();
    const path = `/petitions/${petition.number}/poster.pdf`;
    const { headers } = await ask(path, { cookie: 'vidhuk-session=x' });
    assert.equal(headers['cache-control'], 'public, max-age=60, must-revalidate');
    assert.equal((await ask(path, { 'if-none-match': String(headers.etag) })).status, 304);
    await PetitionModel.updateOne({ _id: petition._id }, { $set: { endsOn: '2026-06-10' } });
    assert.equal((await ask(path, { 'if-none-match': String(headers.etag) })).status, 200);
  });
});
