import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import express from 'express';
import supertest from 'supertest';
import { useClientIn } from '#server/pages/assets.ts';
import { clockPages } from '#server/pages/clock.routes.ts';
import { RULE_IDS } from '#shared/domain/legal-clock/rules.ts';
import { useClock } from '../../support/clock.ts';
import { setCalendar } from '../../support/legal-calendars.ts';

const app = express().use(clockPages());
/** Words and marks of a page, with plain spaces. */
const show = async (query: Record<string, string>, path = '/clock') => {
  const { status, text } = await supertest(app).get(path).query(query);
  const page = text.replace(/[\u00a0\u202f]/g, ' ');
  const words = page
    .replace(/<[^>]+>/g, ' ')
    .replace(/&quot;/g, '"')
    .replace(/\s+/g, ' ');
  return { status, page, words };
};
const month = { rule: 'appeal.month', receivedOn: '2026-07-24', receivedTime: '', calendar: 'peacetime' };

describe('pages: the deadline calculator', () => {
  const folder = mkdtempSync(join(tmpdir(), 'vidhuk-manifest-'));
  useClock();
  before(() => {
    mkdirSync(join(folder, '.vite'));
    const files = { 'client/main.ts': { file: 'a.js' }, 'client/styles/public.css': { file: 'a.css' } };
    writeFileSync(join(folder, '.vite/manifest.json'), JSON.stringify(files));
    useClientIn(folder);
    setCalendar();
  });
  after(() => rmSync(folder, { recursive: true }));

  it('asks first: every term by the name of its law, with the numbers in force', async () => {
    const { status, page, words } = await show({});
    assert.equal(status, 200);
    for (const rule of RULE_IDS) assert.ok(page.includes(`<option value="${rule}">`), rule);
    assert.match(
      page,
      /<optgroup label="Публічна інформація"><option value="info.answer">Відповідь на запит — 5 робочих днів/,
    );
    assert.match(page, /Збір підписів — 3 місяці.*Оприлюднення відповіді на петицію — 1 робочий день/s);
    assert.doesNotMatch(words, /Останній день за законом/);
    assert.doesNotMatch(page, /<script(?! type="module" src)|style=|class="error/);
  });
  it('answers on the same page: three dates in full words, how they were counted, and the law', async () => {
    const { status, words } = await show(month);
    assert.equal(status, 200);
    assert.match(words, /Останній день за законом 25 серпня 2026, вівторок ще 175 днів/);
    assert.match(words, /За підрахунком 24 серпня 2026, понеділок/);
    assert.match(words, /За законом 25 серпня 2026, вівторок/);
    assert.match(words, /Для виконавців 21 серпня 2026, п’ятниця/);
    assert.match(words, /Рахуємо від наступного дня: 25 липня 2026, субота\. Строк — 1 місяць/);
    assert.match(words, /24 серпня 2026, понеділок \(День незалежності України\) — день не робочий/);
    assert.match(words, /Закон України «Про звернення громадян», № 393\/96-ВР, ст\. 20\./);
  });
  it('keeps what was asked in the form, so that it can be changed', async () => {
    const { page } = await show(month);
    assert.match(page, /<option value="appeal.month" selected>/);
    assert.match(page, /<input id="receivedOn"[^>]* type="date" value="2026-07-24"/);
    assert.match(page, /value="peacetime" checked/);
  });
  it('answers in English at its own address', async () => {
    const { words, page } = await show({ ...month, calendar: 'dated' }, '/en/clock');
    assert.match(words, /The last day by law 24 August 2026, Monday 174 days left/);
    assert.match(words, /Holidays that are working days under martial law: 24 August 2026, Monday \(Independence Day/);
    assert.match(page, /action="\/en\/clock"/);
  });
  it('counts by the calendar in force where none was chosen', async () => {
    const { words } = await show({ rule: 'info.answer', receivedOn: '2026-04-30' });
    assert.match(words, /Останній день за законом 7 травня 2026, четвер/);
  });
  it('says what is left in the right form, and when there is nothing left', async () => {
    const left = async (receivedOn: string) => (await show({ rule: 'petition.answerPublish', receivedOn })).words;
    assert.match(await left('2026-03-03'), /4 березня 2026, середа ще 1 день/);
    assert.match(await left('2026-03-02'), /3 березня 2026, вівторок сьогодні/);
    assert.match(await left('2026-02-26'), /27 лютого 2026, п’ятниця цей день уже минув/);
  });
  it('tells why the cap of 45 days comes sooner', async () => {
    const { words } = await show({ rule: 'appeal.max45', receivedOn: '2026-03-04' });
    assert.match(words, /18 квітня 2026, субота — день не робочий, а довше розглядати не можна/);
  });
  it('takes a date and a time as people write them', async () => {
    const urgent = { rule: 'info.urgent', receivedOn: '28.03.2026', receivedTime: '9.05' };
    const { status, words, page } = await show(urgent);
    assert.equal(status, 200);
    assert.match(words, /Відповідь має бути до 30 березня 2026, понеділок, 10:05/);
    assert.match(words, /28 березня 2026, субота, 09:05/);
    assert.match(words, /годинники перевели вперед/);
    assert.match(page, /type="date" value="2026-03-28"/);
  });
  it('a link that names a rule only chooses it', async () => {
    const { status, page } = await show({ rule: 'info.urgent' });
    assert.equal(status, 200);
    assert.match(page, /<option value="info.urgent" selected>/);
    assert.doesNotMatch(page, /class="errors"/);
  });

  const wrong: [why: string, query: Record<string, string>, says: string[]][] = [
    [
      'every field at once',
      { rule: '', receivedOn: '', calendar: 'lunar' },
      ['Оберіть строк зі списку.', 'Вкажіть день, наприклад 17.03.2026.', 'Оберіть один із календарів.'],
    ],
    ['a rule that does not exist', { rule: '__proto__', receivedOn: '2026-03-02' }, ['Оберіть строк зі списку.']],
    ['a day that does not exist', { rule: 'appeal.month', receivedOn: '30.02.2026' }, ['Такого дня немає.']],
    ['what is no date at all', { rule: 'appeal.month', receivedOn: '<b>вчора</b>' }, ['Такого дня немає.']],
    ['a day before the calendar', { rule: 'appeal.month', receivedOn: '2023-12-31' }, ['31 грудня 2023, неділя']],
    ['a term beyond the calendar', { rule: 'appeal.month', receivedOn: '2099-12-15' }, ['15 січня 2100, п’ятниця']],
    ['no time', { rule: 'info.urgent', receivedOn: '2026-03-28' }, ['вкажіть ще й годину']],
    ['a wrong time', { rule: 'info.urgent', receivedOn: '2026-03-28', receivedTime: '25:00' }, ['Вкажіть час']],
    ['an hour left out', { rule: 'info.urgent', receivedOn: '2026-03-29', receivedTime: '03:30' }, ['Такої години']],
    [
      'both of date and time',
      { rule: 'info.urgent', receivedOn: 'завтра', receivedTime: 'зранку' },
      ['Такого дня немає.', 'Вкажіть час'],
    ],
  ];
  for (const [why, query, says] of wrong)
    it(`refuses ${why} beside the field and keeps what was typed`, async () => {
      const { status, page, words } = await show(query);
      assert.equal(status, 422);
      const summary = page.slice(page.indexOf('class="errors"'), page.indexOf('<h1>'));
      assert.equal(summary.match(/<li>/g)?.length, says.length);
      for (const said of says) assert.equal(words.split(said).length - 1, 2, said);
      assert.match(page, /<title>Помилка: Строки за законом/);
      assert.doesNotMatch(words, /Останній день за законом/);
      assert.doesNotMatch(page, /<b>/);
    });
  it('shows a date that does not exist as it was typed, in a line of text', async () => {
    for (const typed of ['2026-02-30', '30.02.2026', 'вчора']) {
      const { page } = await show({ rule: 'appeal.month', receivedOn: typed });
      assert.ok(page.includes(`type="text" value="${typed}"`), typed);
    }
  });
  it('an address with a field twice takes it for not given', async () => {
    const { status } = await supertest(app).get('/clock?rule=appeal.month&receivedOn=2026-03-02&receivedOn=2026-03-03');
    assert.equal(status, 200);
  });
});
