import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { FIELD_CODES, PROBLEMS } from '#shared/domain/problems.ts';
import { problems } from '#shared/texts/uk/problems.ts';

type Leaves = Record<string, string>;
/** Every string of a module of texts by its dotted name. */
const leavesOf = (value: unknown, name = ''): Leaves =>
  typeof value === 'string'
    ? { [name]: value }
    : Object.fromEntries(
        Object.entries(value ?? {}).flatMap(([key, inner]) =>
          Object.entries(leavesOf(inner, name ? `${name}.${key}` : key)),
        ),
      );
const placesIn = (text = '') => [...text.matchAll(/\{(\w+)\}/g)].map(([, place]) => place).sort();
/** Messages, letters and papers go out in the state language alone, and the demo's own pages speak it too. */
const UKRAINIAN_ALONE = [
  'demo.ts',
  'executor-letters.ts',
  'mail.ts',
  'news-letter.ts',
  'overdue-pack.ts',
  'history-faults.ts',
  'papers-card.ts',
  'papers-journal.ts',
  'papers-notice.ts',
  'papers-letter.ts',
  'papers-map.ts',
  'papers-field-list.ts',
  'papers-post.ts',
  'petition-papers.ts',
  'sms.ts',
];
const areas = readdirSync('shared/texts/uk');
const inBoth = areas.filter((area) => !UKRAINIAN_ALONE.includes(area));
const load = async (lang: string, area: string) => leavesOf(await import(`#shared/texts/${lang}/${area}`));

describe('texts: two languages, one set of keys', () => {
  it('has the same files in both', () => assert.deepEqual(readdirSync('shared/texts/en'), inBoth));
  for (const area of inBoth)
    it(`${area} has the same keys and places in both`, async () => {
      const [uk, en] = [await load('uk', area), await load('en', area)];
      assert.deepEqual(Object.keys(en), Object.keys(uk));
      for (const [key, text] of Object.entries(uk)) assert.deepEqual(placesIn(en[key]), placesIn(text), key);
    });
  for (const area of areas)
    it(`${area} keeps to the house’s Ukrainian`, async () => {
      for (const [key, text] of Object.entries(await load('uk', area))) {
        assert.doesNotMatch(text, /'|!/, `${key}: the apostrophe is ’, and nobody is shouted at`);
        assert.doesNotMatch(text, /[a-z][а-яіїєґ]|[а-яіїєґ][a-z]/i, `${key} mixes alphabets in a word`);
      }
    });
  it('has words for every refusal', () => {
    for (const code of [...FIELD_CODES, ...Object.keys(PROBLEMS)])
      assert.ok(problems[code as keyof typeof problems], code);
  });
});
