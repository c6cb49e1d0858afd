import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { articlePage } from '#server/pages/article.page.tsx';
import { ARTICLE_TEXTS, ARTICLES } from '#server/pages/article.texts.ts';
import { useClientIn } from '#server/pages/assets.ts';
import { visitOf } from '#server/pages/frame.ts';
import { useClock } from '../../support/clock.ts';
import { setCalendar } from '../../support/legal-calendars.ts';

const wordsOf = (page: string) =>
  page
    .replace(/<[^>]+>/g, ' ')
    .replace(/[\u00a0\u202f]/g, ' ')
    .replace(/\s+/g, ' ');

describe('pages: what is told in plain words', () => {
  const folder = mkdtempSync(join(tmpdir(), 'vidhuk-manifest-'));
  useClock();
  before(() => {
    mkdirSync(join(folder, '.vite'));
    const sources = ['client/main.ts', 'client/styles/public.css', 'client/styles/article.css'];
    const files = Object.fromEntries(sources.map((source) => [source, { file: `assets/${source}` }]));
    writeFileSync(join(folder, '.vite/manifest.json'), JSON.stringify(files));
    useClientIn(folder);
    setCalendar();
  });
  after(() => rmSync(folder, { recursive: true }));
  const pageOf = (name: (typeof ARTICLES)[number], lang: 'uk' | 'en' = 'uk') =>
    articlePage(visitOf(lang === 'uk' ? `/${name}` : `/en/${name}`), name);

  it('gives the dates of an appeal that is filed today, by the rules of law', () => {
    const words = wordsOf(pageOf('how-it-works'));
    for (const when of [
      'Сьогодні, 3 березня 2026',
      'До 9 березня 2026', // five days end on a Sunday
      'До 18 березня 2026',
      'До 3 квітня 2026',
      'До 17 квітня 2026',
      'до 10 березня 2026', // five working days of a request for information
    ])
      assert.ok(words.includes(when), when);
    assert.match(wordsOf(pageOf('privacy')), /відповідь дадуть не пізніше 2 квітня 2026/);
    assert.match(wordsOf(pageOf('how-it-works', 'en')), /By 18 March 2026/);
  });

  for (const name of ARTICLES)
    for (const lang of ['uk', 'en'] as const)
      it(`/${name} is whole in ${lang}: no empty place, its date, and no link that leads nowhere`, () => {
        const page = pageOf(name, lang);
        assert.doesNotMatch(wordsOf(page), /[{}]|undefined/);
        assert.match(
          wordsOf(page),
          lang === 'uk' ? /Оновлено \d+ \S+ 20\d\d/ : /Last looked through on \d+ \S+ 20\d\d/,
        );
        const [, main = ''] = /<main[^>]*>(.*)<\/main>/s.exec(page) ?? [];
        const known =
          /^(\/en)?\/(how-it-works|help|privacy|accessibility|clock|appeals\/new\?about=other|my\/petitions)$|^tel:\d+$/;
        for (const [, href = ''] of main.matchAll(/href="([^"]+)"/g)) {
          assert.match(href, known);
          assert.ok(href.startsWith('tel:') || href.startsWith('/en/') === (lang === 'en'), href);
        }
      });

  it('is reached from the foot of every page', () => {
    const [, foot = ''] = /<footer(.*)<\/footer>/s.exec(pageOf('help')) ?? [];
    for (const name of ARTICLES) assert.ok(foot.includes(`href="/${name}"`), name);
  });

  it('says whatever it says in both languages', () => {
    for (const name of ARTICLES) {
      const shapes = (['uk', 'en'] as const).map((lang) =>
        ARTICLE_TEXTS[lang][name].sections.map(({ text, list, steps, questions, law, links }) => [
          ...[text, list, steps, questions, links].map((part) => part?.length ?? 0),
          law !== undefined,
          ...(links ?? []).map(({ to }) => to),
        ]),
      );
      assert.deepEqual(shapes[1], shapes[0], name);
    }
  });
});
