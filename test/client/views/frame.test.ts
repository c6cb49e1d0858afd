import assert from 'node:assert/strict';
import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { ErrorSummary } from '#client/views/forms/error-summary.tsx';
import { Field } from '#client/views/forms/field.tsx';
import { HomePage } from '#client/views/home/home-page.tsx';
import { Layout, type PageFrame } from '#client/views/layout.tsx';
import { homeProps } from '#server/pages/home.page.tsx';
import { common as en } from '#shared/texts/en/common.ts';
import { common } from '#shared/texts/uk/common.ts';
import { homeFacts } from '../../support/home-sample.ts';
import { html } from '../../support/view-samples.ts';

const frame: PageFrame = { lang: 'uk', title: 'Строки', path: '/clock', texts: common, isSignedIn: false };
const draw = (over: Partial<PageFrame> = {}) =>
  renderToString(h(Layout, { page: { ...frame, ...over }, children: h('h1', null, 'Строки') }));

describe('frame: around every public page', () => {
  it('leads past the menu to the content, and back by nothing but links', () => {
    assert.match(
      draw(),
      /^<a class="skip" href="#content">.*<main id="content" tabindex="-1"><h1>Строки<\/h1><\/main>/,
    );
    assert.doesNotMatch(draw(), /<script|style=| on[a-z]+=/);
  });
  it('leads to the same page in the other language', () => {
    assert.match(draw(), /href="\/en\/clock" lang="en" hreflang="en"/);
    assert.match(draw({ lang: 'en', texts: en, path: '/' }), /href="\/" lang="uk" hreflang="uk"/);
  });
  it('marks where one is, and lets out only those who are in', () => {
    assert.match(draw(), /href="\/clock" aria-current="page"/);
    assert.doesNotMatch(draw(), /sign-out/);
    assert.match(draw({ isSignedIn: true }), /method="post" action="\/my\/sign-out"/);
  });
  it('gives the numbers to call as links', () => assert.match(draw(), /href="tel:112">112<\/a>/));
});

describe('forms: one field', () => {
  it('stands as label, hint, error, control, tied together by ids', () => {
    const field = html(Field, { name: 'contact.phone', label: 'Телефон', hint: 'Наприклад', error: 'Ні', value: '0' });
    assert.match(
      field,
      /<label for="contact-phone">Телефон.*id="contact-phone-hint".*id="contact-phone-error".*<input id="contact-phone"/,
    );
    assert.match(field, /aria-describedby="contact-phone-hint contact-phone-error"/);
    assert.match(field, /aria-invalid="true"/);
  });
  it('has no summary where nothing is wrong', () => assert.equal(html(ErrorSummary, { title: 'x', errors: [] }), ''));
});

describe('home page: honest figures', () => {
  const draw = (received: number) =>
    html(HomePage, homeProps('uk', homeFacts('uk', { figures: { year: 2026, received, inWork: 1, answered: 1_000 } })));
  it('shows them with the words that fit', () => {
    assert.match(draw(12_043), /12\u202f043<\/strong> надійшло/);
    assert.match(draw(12_043), /1\u202f000<\/strong> отримали відповідь/);
  });
  it('says so when there is nothing to count yet', () => assert.match(draw(0), /ще не було/));
  it('offers the two ways in', () => {
    assert.match(draw(1), /href="\/appeals\/new\?about=place".*href="\/appeals\/new\?about=other"/);
  });
});
