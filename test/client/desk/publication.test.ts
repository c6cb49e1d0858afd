import assert from 'node:assert/strict';
import { allowanceOf } from '#client/desk/publication/allowance.ts';
import { personalFinds, placeOf } from '#client/desk/publication/personal-finds.ts';
import {
  choicesOf,
  FIELD,
  publicationIn,
  showablePhotos,
  untouchedPublication,
} from '#client/desk/publication/publication-input.ts';
import { MoveBody } from '#shared/contract/move.ts';
import type { CaseCard } from '#shared/contract/register.ts';
import { aCard, aFile } from '../../support/cards.ts';

type Publication = CaseCard['publication'];
const published = (over: Partial<Publication>) => aCard({ publication: { ...aCard().publication, ...over } });
const SIGNED = {
  text: 'Яму залатано.',
  result: 'resolved',
  appealRoute: null,
  draftedBy: 'Сергій Мороз',
  signed: {
    outgoingNumber: '1/2026-вих',
    on: '2026-03-03',
    signatory: 'Марина Шевчук',
    signing: { method: 'paper', check: 'by-eye', certified: [] as string[], hasLetter: true },
  },
} as const;
const READY = aFile(1, { publicUrl: '/files/1?copy=a' });
const RAW = aFile(2);

describe('desk: how much of a case can be published', () => {
  it('is everything at or below its ceiling, the fullest first', () => {
    assert.deepEqual(choicesOf(published({ ceiling: 'public' })), ['public', 'anonymised']);
    assert.deepEqual(choicesOf(published({ ceiling: 'anonymised' })), ['anonymised']);
    assert.deepEqual(choicesOf(published({ ceiling: 'none' })), []);
  });
  it('is explained by what keeps it down', () => {
    const open = { privacy: 'open' } as const;
    assert.equal(allowanceOf(published({ ceiling: 'public' }), open), 'all');
    assert.equal(allowanceOf(published({ ceiling: 'none' }), open), 'never');
    assert.equal(allowanceOf(published({ ceiling: 'anonymised' }), open), 'noConsent');
    assert.equal(allowanceOf(published({ ceiling: 'anonymised' }), { privacy: 'private' }), 'private');
    const called = { ...published({ ceiling: 'anonymised' }), channel: 'phone' };
    assert.equal(allowanceOf(called, { privacy: 'private' }), 'phone');
  });
});

describe('desk: the form of a publication', () => {
  it('begins with what is suggested, the applicant’s words, the signed answer and the photos that are ready', () => {
    const values = untouchedPublication(aCard({ answer: SIGNED, files: [READY, RAW] }));
    assert.deepEqual(values, {
      [FIELD.state]: 'public',
      [FIELD.text]: aCard().text,
      [FIELD.answer]: SIGNED.text,
      [FIELD.photo(READY.id)]: 'true',
    });
  });
  it('offers no draft of an answer, and nothing where nothing is suggested', () => {
    const card = { ...published({ suggestion: 'none', ceiling: 'anonymised' }), answer: { ...SIGNED, signed: null } };
    const values = untouchedPublication(card);
    assert.deepEqual([values[FIELD.state], values[FIELD.answer]], ['', '']);
  });
  it('begins with what is shown once something is, what was left out too', () => {
    const shown = { state: 'public', text: 'Яма на розі.', answer: null, photoIds: [] } as const;
    const card = { ...published({ ...shown, photoIds: [] }), answer: SIGNED, files: [READY] };
    const values = untouchedPublication(card);
    assert.deepEqual(
      [values[FIELD.text], values[FIELD.answer], values[FIELD.photo(READY.id)]],
      ['Яма на розі.', '', ''],
    );
  });
  it('never begins above the ceiling, though it was once higher', () => {
    assert.equal(untouchedPublication(published({ state: 'public', ceiling: 'anonymised' }))[FIELD.state], '');
  });
  it('offers photos only where there is a copy for all', () => {
    const document = aFile(3, { kind: 'document', publicUrl: null });
    assert.deepEqual(showablePhotos({ files: [READY, RAW, document] }), [READY]);
  });
  it('sends what the contract takes', () => {
    const values = { ...untouchedPublication(aCard({ files: [READY] })), [FIELD.answer]: '  ' };
    const { data, error } = MoveBody.safeParse({ expectedVersion: 1, ...publicationIn(values) });
    assert.equal(error, undefined);
    assert.deepEqual(data?.publication, { state: 'public', text: aCard().text, photoIds: [READY.id] });
  });
  it('sends no words and photos with less than everything, and lets the server name what is missing', () => {
    const values = { ...untouchedPublication(aCard({ files: [READY] })), [FIELD.state]: 'anonymised' };
    assert.deepEqual(publicationIn(values), { publication: { state: 'anonymised' } });
    const { error } = MoveBody.safeParse({ expectedVersion: 1, ...publicationIn({ [FIELD.state]: '' }) });
    assert.deepEqual(
      error?.issues.map(({ path }) => path.join('.')),
      [FIELD.state],
    );
  });
});

describe('desk: words that may give somebody away', () => {
  const kinds = (text: string, ...names: string[]) =>
    personalFinds(
      text,
      names.map((name) => ({ name })),
    ).map(({ kind, quote }) => [kind, quote]);

  it('are listed in the order of the text, each once', () => {
    const text = 'Пишіть на olena@city.example або 067 123 45 67, кв. 12. Ще раз: 067 123 45 67. Шевченко Олена.';
    assert.deepEqual(kinds(text, 'Шевченко Олена Петрівна'), [
      ['email', 'olena@city.example'],
      ['phone', '067 123 45 67'],
      ['flat', 'кв. 12'],
      ['applicant', 'Шевченко'],
    ]);
  });
  it('are the applicant’s surname in any of its cases, and no word that only begins like it', () => {
    assert.deepEqual(kinds('Зверніть увагу на Коваля', 'Коваль Іван'), [['applicant', 'Коваля']]);
    assert.deepEqual(kinds('Прошу від Ткаченка і Ткаченком', 'Ткаченко Олена'), [
      ['applicant', 'Ткаченка'],
      ['applicant', 'Ткаченком'],
    ]);
    assert.deepEqual(kinds('Ковальськими інструментами', 'Коваль Іван'), []);
    assert.deepEqual(kinds('Немає нічого такого', 'Лі Анна'), []);
  });
  it('are flats, however they are written', () => {
    for (const flat of ['кв. 12', 'кв 7', 'квартира 15', 'квартири № 4', 'кв.101а'])
      assert.deepEqual(kinds(`Дерибасівська, 10, ${flat}, сміття`), [['flat', flat]], flat);
    assert.deepEqual(kinds('У нашому кварталі 12 будинків'), []);
  });
  it('are found in their field although a no-break space stands in it', () => {
    const [find] = personalFinds('тел. 067\u00a0123\u00a045\u00a067', []);
    assert.ok(find);
    assert.equal(placeOf(find, 'тел. 067\u00a0123\u00a045\u00a067'), 5);
  });
  it('survive a surname with signs of its own', () => assert.deepEqual(kinds('Текст', 'О(де'), []));
});
