import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { apiDocsPage } from '#server/pages/api-docs.page.tsx';
import { articlePage } from '#server/pages/article.page.tsx';
import { assetOf, useClientIn } from '#server/pages/assets.ts';
import { casePage, lockedPage } from '#server/pages/case.page.tsx';
import { visitOf } from '#server/pages/frame.ts';
import { problemPage } from '#server/pages/problem.page.tsx';
import { receivedPage } from '#server/pages/receipt.page.tsx';
import { PROBLEMS, type ProblemCode } from '#shared/domain/problems.ts';
import { aHomePage } from '../../support/home-sample.ts';
import { setCalendar } from '../../support/legal-calendars.ts';
import { aCaseBody, aReceipt, aSentCode } from '../../support/view-samples.ts';

const uk = visitOf('/somewhere');
const en = visitOf('/en/somewhere');

describe('documents: whole pages', () => {
  const folder = mkdtempSync(join(tmpdir(), 'vidhuk-manifest-'));
  before(() => {
    mkdirSync(join(folder, '.vite'));
    const manifest = {
      'client/main.ts': { file: 'assets/main-1.js' },
      'client/styles/public.css': { file: 'assets/public-1.css' },
      'client/styles/home.css': { file: 'assets/home-1.css' },
      'client/styles/article.css': { file: 'assets/article-1.css' },
    };
    writeFileSync(join(folder, '.vite/manifest.json'), JSON.stringify(manifest));
    useClientIn(folder);
    setCalendar();
  });
  after(() => rmSync(folder, { recursive: true }));

  const pages: [string, () => string][] = [
    ['home', () => aHomePage('uk')],
    ['home in English', () => aHomePage('en')],
    ['a receipt', () => receivedPage(uk, aReceipt)],
    ['a case', () => casePage(uk, aCaseBody())],
    ['a locked case', () => lockedPage(en, { number: '2600123452' })],
    ['accessibility', () => articlePage(en, 'accessibility')],
    ['personal data', () => articlePage(uk, 'privacy')],
    [
      'the API',
      () => apiDocsPage('en', { paths: { '/api/v1/me': { get: { operationId: 'getMe', summary: 'Who' } } } }),
    ],
  ];
  for (const [name, page] of pages)
    it(`${name}: one heading, a language, files for styles and scripts, and nothing inline`, () => {
      const html = page();
      assert.match(html, /^<!doctype html><html lang="(uk|en)">/);
      assert.equal([...html.matchAll(/<h1/g)].length, 1);
      assert.match(html, /<title>[^<]+<\/title>/);
      assert.match(html, /<link rel="stylesheet" href="\/assets\/public-1\.css"/);
      assert.match(html, /<script type="module" src="\/assets\/main-1\.js"><\/script>/);
      assert.doesNotMatch(html, /<script>|<style| style=|javascript:| on[a-z]+="/);
    });
  it('reads language and path from an address', () => {
    assert.deepEqual(visitOf('/en'), { lang: 'en', path: '/', isSignedIn: false });
    assert.deepEqual(visitOf('/en/my?x=1'), { lang: 'en', path: '/my', isSignedIn: false });
    assert.deepEqual(visitOf('/english'), { lang: 'uk', path: '/english', isSignedIn: false });
  });
  it('keeps cases out of search engines, and lets them into the rest', () => {
    assert.match(casePage(uk, aCaseBody()), /name="robots" content="noindex"/);
    assert.doesNotMatch(articlePage(uk, 'privacy'), /noindex/);
  });
  it('says in the title that something is wrong', () => {
    assert.match(
      receivedPage(uk, { ...aReceipt, contact: { ...aSentCode, error: 'Код не підходить' } }),
      /<title>Помилка: /,
    );
  });
  for (const code of Object.keys(PROBLEMS) as ProblemCode[])
    it(`shows ${code} as a page with something to do next`, () => {
      assert.match(problemPage(uk, code, 42), /<h1>.+<\/h1><p class="lead">.+<\/p>.*href="\/my"/);
    });
  it('says how long to wait', () => assert.match(problemPage(uk, 'too-many-requests', 42), /Зачекайте 42 с/));
  it('names the build where a file of it is missing', () => {
    assert.throws(() => assetOf('client/none.ts'), /has no client\/none\.ts/);
    assert.throws(() => useClientIn(join(folder, 'none')), /build the client first/);
  });
});
