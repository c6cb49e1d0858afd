import assert from 'node:assert/strict';
import { caseNumber } from '#shared/domain/case-number.ts';
import { type PersonalDatumKind, personalDataIn } from '#shared/domain/personal-data.ts';

const kindsIn = (text: string) => personalDataIn(text).map(({ kind }) => kind);
const quotesIn = (text: string) => personalDataIn(text).map(({ quote }) => quote);

describe('personal data: what a text may give away', () => {
  const given: [PersonalDatumKind, string][] = [
    ['phone', '067 123 45 67'],
    ['phone', '0671234567'],
    ['phone', '(067) 123-45-67'],
    ['phone', '8 (067) 123 45 67'],
    ['phone', '80671234567'],
    ['phone', '+38 067 123-45-67'],
    ['phone', '+380 67 123 45 67'],
    ['phone', '+380 (67) 123.45.67'],
    ['phone', '380671234567'],
    ['phone', '(048) 722-00-00'],
    ['phone', '722-00-00'],
    ['phone', '+48 601 123 456'],
    ['email', 'o.koval@example.com'],
    ['email', 'olena@пошта.укр'],
    ['card', '4111 1111 1111 1111'],
    ['card', '4111111111111111'],
    ['card', 'UA21 322313 0000026007233566001'],
    ['card', 'UA213223130000026007233566001'],
    ['taxpayer', '3184710691'],
    ['name', 'гр. Іваненко І. П.'],
    ['name', 'гр.Іваненка'],
    ['name', 'гр-ка Коваль Олена'],
    ['name', 'громадянина Мар’яненка Івана'],
  ];
  for (const [kind, what] of given)
    it(`finds «${what}»`, () => {
      assert.deepEqual(personalDataIn(`Сусід, ${what}; він бачив, хто скинув сміття.`), [{ kind, quote: what }]);
    });

  for (const text of [
    'Яма на розі з 01.02.2026, ремонт коштує 1 203 512 грн.',
    'Будинок 10, корпус 2, під’їзд 3, квартира 101. Зателефонував на 15-35 і на 104.',
    `Я вже звертався: ${caseNumber(2026, 12_345)}.`,
    'Лист № 12/01-вих від 2026-03-03 10:05, лічильник 00123456.',
    'Громадянин України має право. Громадяни Іванівки просять. Ліхтар о 08.00–20.00 не горить.',
    'Картка 4111 1111 1111 1112 не справжня.',
    'Пошта @одеса, хештег #сміття.',
    '',
  ])
    it(`leaves alone «${text}»`, () => assert.deepEqual(personalDataIn(text), []));

  it('tells everything that is there, the same thing once, and each as one thing only', () => {
    const text =
      'Тел. 067 123 45 67, 067 123 45 67 або 050 111 22 33 0671112233; пишіть на a@b.ua. Кв. 10 063 111 22 33.';
    assert.deepEqual(quotesIn(text).sort(), [
      '050 111 22 33',
      '063 111 22 33',
      '067 123 45 67',
      '0671112233',
      'a@b.ua',
    ]);
    assert.deepEqual(kindsIn('Телефон 0671234567 і код 3184710691'), ['phone', 'taxpayer']);
  });
  it('gets to the end of a text made to be slow', () => {
    for (const piece of ['a', '0 ', '+1 ', 'гр. ', '1-', '@a.', 'UA 1', 'громадянин А'])
      assert.ok(personalDataIn(piece.repeat(200_000)).length <= 1, piece);
  });
});
