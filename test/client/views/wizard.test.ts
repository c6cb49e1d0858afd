import assert from 'node:assert/strict';
import { CheckSummary, type CheckSummaryProps } from '#client/views/wizard/check-summary.tsx';
import { DetailsFields, type DetailsFieldsProps } from '#client/views/wizard/details-fields.tsx';
import { WizardFrame } from '#client/views/wizard/wizard-frame.tsx';
import { YouFields, type YouFieldsProps } from '#client/views/wizard/you-fields.tsx';
import { parseForm } from '#server/http/form.ts';
import { NewAppeal } from '#shared/contract/filing.ts';
import { appealForm } from '#shared/texts/uk/appeal-form.ts';
import { common } from '#shared/texts/uk/common.ts';
import { wizard } from '#shared/texts/uk/wizard.ts';
import { wizardCheck } from '#shared/texts/uk/wizard-check.ts';
import { wizardDetails } from '#shared/texts/uk/wizard-details.ts';
import { wizardYou } from '#shared/texts/uk/wizard-you.ts';
import { html } from '../../support/view-samples.ts';

type Typed = Readonly<Record<string, string>>;
const at =
  (values: Typed = {}, errors: Typed = {}): YouFieldsProps['at'] =>
  (name) => ({ name, value: values[name], error: errors[name] });
const details = (over: Partial<DetailsFieldsProps> = {}): string =>
  html(DetailsFields, {
    at: at(),
    files: { files: [], refused: { photo: [], document: [] }, action: '/appeals/new/files', tooLarge: 'Завеликий' },
    people: 0,
    open: { together: false, proxy: false, benefit: false },
    lang: 'uk',
    texts: wizardDetails,
    names: appealForm,
    common,
    ...over,
  });
const you = (over: Partial<YouFieldsProps> = {}): string =>
  html(YouFields, {
    at: at(),
    join: '',
    isByProxy: false,
    lang: 'uk',
    texts: wizardYou,
    names: appealForm,
    common,
    ...over,
  });
const namesIn = (page: string): string[] =>
  [
    ...new Set([...page.matchAll(/<(?:input|select|textarea)[^>]* name="([^"]+)"/g)].map(([, name]) => name ?? '')),
  ].sort();

describe('wizard: the steps that ask for words and people', () => {
  it('ask by the dotted names of a new appeal, which make a whole one of what is filled in', () => {
    const names = namesIn(details({ people: 1 }) + you());
    const filled: Typed = {
      'coApplicants.0.phone': '067 123 45 67',
      'contact.phone': '067 123 45 67',
      helperPhone: '050 111 22 33',
      replyBy: 'page',
      benefit: 'combatant',
    };
    const typed = names
      .filter((name) => !name.startsWith('ui.') && name !== 'photos' && name !== 'documents')
      .map((name) => [
        name,
        filled[name] ??
          (name.endsWith('email') ? 'a@b.ua' : name.startsWith('consents') ? 'true' : 'Одеса, вул. Рішельєвська, 5'),
      ]);
    const { data, errors } = parseForm(
      NewAppeal,
      { ...Object.fromEntries(typed), kind: 'application', categoryCode: 'road-surface' },
      { boxes: ['consents.sms', 'consents.publication'] },
    );
    assert.equal(errors, undefined);
    for (const part of ['coApplicants', 'representative', 'benefit', 'helperPhone', 'contact', 'consents'] as const)
      assert.ok(data?.[part], part);
  });
  it('label every control, and describe each wrong one by its error', () => {
    const pages = [details({ people: 2, open: { together: true, proxy: true, benefit: true } }), you()];
    for (const page of pages)
      for (const [, id] of page.matchAll(/<(?:input|select|textarea)(?![^>]*type="hidden")[^>]* id="([^"]+)"/g))
        assert.ok(page.includes(`for="${id}"`), `${id} has no label`);
    const wrong = Object.fromEntries(namesIn(you()).map((name) => [name, 'Перевірте це поле']));
    for (const name of namesIn(you())) {
      const id = name.replaceAll('.', '-');
      assert.match(you({ at: at({}, wrong) }), new RegExp(`aria-describedby="[^"]*${id}-error|id="${id}-error"`), name);
    }
  });
  it('have for their first button the one that goes on, so that Enter removes nobody', () => {
    for (const page of [details({ people: 1 }), you({ join: 'a'.repeat(24) })])
      assert.match(page, /^[^<]*(?:<(?!button)[^>]*>[^<]*)*<button type="submit" hidden/);
  });
  it('open the folds that hold something', () => {
    assert.doesNotMatch(details(), /<details open/);
    assert.equal(
      [...details({ open: { together: true, proxy: true, benefit: true } }).matchAll(/<details open/g)].length,
      3,
    );
  });
  it('show files with a picture and a button each that says which', () => {
    const file = {
      id: 'f'.repeat(24),
      kind: 'photo',
      name: 'яма.jpg',
      bytes: 2_400_000,
      thumbUrl: '/files/f/thumb',
    } as const;
    const files = { files: [file], refused: { photo: [], document: [] }, action: '', tooLarge: '' };
    const page = details({ files });
    assert.match(page, /<ul class="files" aria-label="Додані фото"><li class="file"><img src="\/files\/f\/thumb" alt/);
    assert.match(page, /яма\.jpg <span class="hint">2 МБ/);
    assert.match(page, /value="remove\.f{24}" aria-label="Прибрати файл яма\.jpg"/);
  });
  it('cannot be made to run what was typed, or what a file is called', () => {
    const evil = '"><script>alert(1)</script>';
    const refused = { photo: [{ names: [evil], why: 'Не підходить' }], document: [] };
    const files = { files: [], refused, action: '', tooLarge: '' };
    const values = { text: evil, 'applicant.lastName': evil };
    for (const page of [details({ at: at(values), files }), you({ at: at(values) })])
      assert.doesNotMatch(page, /<script/);
  });
  it('ask of one who joins nothing but who they are and how to answer', () => {
    const names = namesIn(you({ join: 'a'.repeat(24) }));
    assert.ok(names.includes('ui.join') && names.includes('consents.sms'));
    for (const name of ['consents.publication', 'helperPhone']) assert.ok(!names.includes(name), name);
  });
});

describe('wizard: the last look', () => {
  const draw = (over: Partial<CheckSummaryProps> = {}) =>
    html(CheckSummary, { sections: [], missing: [], next: [], warning: null, texts: wizardCheck, ...over });
  it('says of each link what it changes', () => {
    const section = { title: 'Де', change: '/appeals/new/where', said: [{ label: 'Адреса', value: 'Нова, 1' }] };
    assert.match(
      draw({ sections: [section] }),
      /<h2>Де<\/h2>.*href="\/appeals\/new\/where" aria-label="Змінити: Де".*<dt>Адреса<\/dt><dd class="words">Нова, 1/,
    );
    assert.doesNotMatch(draw({ sections: [{ ...section, change: null }] }), /Змінити/);
  });
  it('puts what is missing first and what looks personal last', () => {
    const page = draw({
      missing: [{ label: 'Тема', message: 'Заповніть це поле.', href: '/appeals/new/what' }],
      warning: { lines: ['У тексті є номер телефону: «067»'], change: '/appeals/new/details#text' },
    });
    assert.match(
      page,
      /Чого ще бракує.*href="\/appeals\/new\/what">Тема: Заповніть.*У тексті є особисті дані.*Змінити текст/,
    );
  });
});

describe('wizard: the frame', () => {
  const frame = {
    back: '/',
    step: 'Крок 3 з 5',
    question: 'Що сталося?',
    errors: [],
    trouble: null,
    action: '/x',
    startOver: '/y',
    hasFiles: false,
    texts: wizard,
    summary: common.errorSummary,
    children: null,
  };
  it('leads from each error to where it is put right, on this page or on another', () => {
    const errors = [
      { path: 'contact.phone', label: 'Телефон', message: 'Не мобільний.' },
      { path: 'text', label: 'Суть', message: 'Заповніть.', href: '/appeals/new/details#text' },
    ];
    const page = html(WizardFrame, { ...frame, errors });
    assert.match(
      page,
      /href="#contact-phone">Телефон: Не мобільний.*href="\/appeals\/new\/details#text">Суть: Заповніть/,
    );
  });
  it('says that everything typed is still there when nothing could be kept', () => {
    assert.match(
      html(WizardFrame, { ...frame, trouble: wizard.troubles.unavailable }),
      /role="alert".*Усе залишилося на цій сторінці/,
    );
  });
});
