import assert from 'node:assert/strict';
import { locatorOf } from '#server/map/index.ts';
import { cardPdf, letterPdf, overduePack, PLACE_SCHEME, sheetPdf } from '#server/papers/index.ts';
import { papersLetter } from '#shared/texts/uk/papers-letter.ts';
import { inOrder, readTagged } from '../../support/tagged-paper.ts';

const LETTERS = 'Ґанок під’їзду, єдина їжа й іній: щоʼб усе читалося.';
const FACTS = {
  number: '12345678',
  index: 'Ш-12',
  receivedAt: '2026-02-01T10:00:00Z',
  addressee: { name: 'Шевченко Олена', address: 'Одеса, вул. Рішельєвська, 5' },
  text: Array.from({ length: 30 }, (_, nth) => `Абзац ${nth}. ${LETTERS.repeat(4)}`).join('\n'),
  appealRoute: 'Скаргу можна подати міському голові.',
  executor: 'Ігор Їжак',
  place: {
    address: 'вул. Софіївська, 8',
    point: [30.73, 46.4885] as const,
    scheme: locatorOf([30.73, 46.4885], PLACE_SCHEME),
  },
};
const SIGNED = { outgoingNumber: '12/2026-вих', on: '2026-03-01', signatory: 'Олена Коваленко, директорка' };
type Paper = Awaited<ReturnType<typeof readTagged>>;

/** What holds for every paper: nothing is drawn outside of a mark, and the file says what it is. */
function isSound(paper: Paper, title: string): void {
  const { info, isMarked, showsTitle, unmarked } = paper;
  assert.deepEqual([isMarked, showsTitle, info.Language, info.Title], [true, true, 'uk-UA', title]);
  assert.deepEqual(unmarked, []);
}
const said = ({ pages }: Paper) => inOrder(pages);
const headings = (paper: Paper): string[] =>
  said(paper)
    .filter(({ role }) => /^H\d$/.test(role))
    .map(({ role, text }) => `${role} ${text}`);

describe('papers: tagged files', () => {
  it('reads the letter in the order of its meaning, its code by words, and its draft mark not at all', async () => {
    const letter = await readTagged(
      await letterPdf({ ...FACTS, signed: SIGNED, verifyAt: `http://localhost/verify/${'ab12'.repeat(16)}` }),
    );
    isSound(letter, 'Відповідь на звернення 12345678');
    assert.deepEqual(headings(letter), ['H1 Відповідь на звернення', 'H2 Як оскаржити']);
    assert.ok(letter.pages.length > 1, 'a letter of several pages');
    const whole = said(letter).map(({ text, alt }) => alt ?? text);
    const order = [
      papersLetter.body,
      'На звернення № 12345678',
      'Шевченко Олена',
      'Відповідь на звернення',
      `Абзац 0. ${LETTERS}`,
      'Абзац 29. ',
      'Як оскаржити',
      FACTS.appealRoute,
      'Підписав(ла): Олена Коваленко',
      'Виконавець: Ігор Їжак',
      'Схема частини міста. Місце звернення позначено колом посередині: вул. Софіївська, 8',
      'Місце: вул. Софіївська, 8',
      'Координати: 46.48850, 30.73000',
      'QR-код з координатами місця',
      papersLetter.verifyCode,
      'http://localhost/verify/',
    ].map((start) => whole.findIndex((text) => text.startsWith(start)));
    assert.deepEqual(
      order,
      [...order].filter((place) => place >= 0).sort((a, b) => a - b),
    );
    assert.deepEqual(letter.artifacts[0], `1 / ${letter.pages.length}`);
    const draft = await readTagged(await letterPdf({ ...FACTS, signed: null, verifyAt: null }));
    isSound(draft, 'Відповідь на звернення 12345678');
    assert.match(draft.artifacts[0] ?? '', /ПРОЄКТ/);
    assert.ok(!said(draft).some(({ text }) => text.includes('ПРОЄКТ')));
  });
  it('reads the card as headings and tables whose every box has its name', async () => {
    const card = await readTagged(
      await cardPdf('12345678', { correspondent: 'Шевченко Олена', text: FACTS.text }, FACTS.place),
    );
    isSound(card, 'Реєстраційно-контрольна картка: звернення 12345678');
    const found = headings(card);
    assert.equal(found.length, 7, found.join());
    assert.deepEqual(found.slice(0, 2), ['H1 РЕЄСТРАЦІЙНО-КОНТРОЛЬНА КАРТКА', 'H2 Кореспондент']);
    const tables = card.pages[0]?.parts[0]?.parts.filter(({ role }) => role === 'Table');
    assert.deepEqual(
      tables?.[0]?.parts[0]?.parts.map(({ role, text }) => [role, text]),
      [
        ['TH', 'Прізвище, ім’я, по батькові'],
        ['TD', 'Шевченко Олена'],
      ],
    );
  });
  it('reads a long table with its heads once, however often they are drawn', async () => {
    const rows = Array.from({ length: 120 }, (_, nth) => [`№ ${nth}`, LETTERS, nth]);
    const sheet = await readTagged(await sheetPdf({ title: 'Журнал', columns: ['Номер', 'Про що', 'Днів'] }, rows));
    isSound(sheet, 'Журнал');
    assert.ok(sheet.pages.length > 2);
    const cells = said(sheet);
    assert.deepEqual(
      cells.filter(({ role }) => role === 'TH').map(({ text }) => text),
      ['Номер', 'Про що', 'Днів'],
    );
    assert.match(sheet.artifacts[1] ?? '', /Номер/);
    assert.deepEqual(
      cells.filter(({ role }) => role === 'TD').map(({ text }) => text),
      rows.flat().map(String),
    );
  });
  it('reads the papers of a late answer with their lists', async () => {
    const { number, receivedAt } = FACTS;
    const pack = await readTagged(
      await overduePack({
        ...{ number, receivedAt, dueOn: '2026-03-01', today: '2026-03-10', kind: 'Скарга', category: 'Яма' },
        department: null,
        steps: [{ status: 'received', at: receivedAt }],
        messages: [],
        applicant: { name: 'Шевченко Олена', residence: 'Одеса', contact: '+380' },
      }),
    );
    isSound(pack, String(pack.info.Title));
    assert.equal(headings(pack).filter((text) => text.startsWith('H1')).length, 4);
    const roles = new Set(said(pack).map(({ role }) => role));
    for (const role of ['TH', 'TD', 'Lbl', 'LBody']) assert.ok(roles.has(role), role);
  });
});
