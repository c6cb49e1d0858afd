import assert from 'node:assert/strict';
import { CaseBody } from '#client/views/cases/case-body.tsx';
import { CasePage } from '#client/views/cases/case-page.tsx';
import { LockedPage } from '#client/views/cases/locked-page.tsx';
import { ShortLinkPage } from '#client/views/cases/short-link-page.tsx';
import type { SignedAnswer } from '#shared/contract/appeals.ts';
import { PUBLIC_STATUSES } from '#shared/domain/appeal.ts';
import { cases } from '#shared/texts/uk/cases.ts';
import { shortLink } from '#shared/texts/uk/short-link.ts';
import { aCaseBody, anAppealView, html, theirDetails } from '../../support/view-samples.ts';

const plain = (page: string) => page.replace(/[\u00a0\u202f]/g, ' ');
const draw = (view: Parameters<typeof aCaseBody>[0] = {}, today?: string) =>
  plain(html(CaseBody, { ...aCaseBody(view), ...(today && { today }) }));
const answer: SignedAnswer = {
  text: 'Відповідь по суті.',
  result: 'refused',
  appealRoute: 'До міського голови.',
  outgoingNumber: '412/03-15',
  signedOn: '2026-03-18',
  signatory: 'О. Коваленко',
  signing: { method: 'paper', check: 'by-eye', certified: [], hasLetter: true },
};

describe('case page: what the applicant reads', () => {
  for (const status of PUBLIC_STATUSES)
    it(`says ${status} with an icon, a word and a sentence`, () => {
      const page = draw({ status });
      assert.match(page, new RegExp(`<svg class="icon".*</svg>${cases.statuses[status]}</span>`));
      assert.ok(page.includes(cases.saysBriefly[status]) || page.includes(cases.says[status]));
    });
  it('tells the date in full with what is left', () => {
    assert.match(draw(), /Відповідь до <strong>3 квітня 2026<\/strong> — <span class="left">ще 12 днів/);
    assert.match(draw({}, '2026-04-03'), /сьогодні останній день/);
  });
  it('says that the date has passed, since when, and what one can do', () => {
    const page = draw({ isOverdue: true }, '2026-04-06');
    assert.match(page, /Строк минув<\/span>/);
    assert.match(page, /строк минув 3 дні тому/);
    assert.match(page, /Уповноваженого Верховної Ради/);
  });
  it('counts no days once there is an answer, though it came late', () => {
    const page = draw({ status: 'refused', answeredOn: '2026-04-10' }, '2026-04-20');
    assert.match(page, /Відповідь надано 10 квітня 2026/);
    assert.doesNotMatch(page, /тому|ще \d/);
  });
  it('shows the answer whole: result, words, signatory, number, and how to contest it', () => {
    const place = { address: null, description: null, point: null, districtCode: null };
    const page = draw({ status: 'refused', answeredOn: '2026-03-18', answer, details: theirDetails({ place }) });
    for (const words of ['Відмовлено', answer.text, 'О. Коваленко', '412/03-15', 'До міського голови.', cases.noPlace])
      assert.ok(page.includes(words), words);
    assert.match(page, /<details open><summary>Не згодні/);
  });
  it('runs nothing of what was written', () => {
    const place = { address: '</script>', description: null, point: null, districtCode: null };
    const details = theirDetails({ text: '<img src=x onerror=alert(1)>', place });
    const page = html(CasePage, aCaseBody({ details }));
    assert.doesNotMatch(page, /<img|<\/script/);
  });
  it('says where to look and shows no text without the access code', () => {
    const unlock = { action: '/appeals/2600123452/open', texts: cases };
    const page = html(CasePage, { ...aCaseBody({ viewer: 'phone', details: null, status: 'refused' }), unlock });
    assert.match(page, /name="accessCode"/);
    assert.doesNotMatch(page, /завглибшки|Дерибасівська/);
    assert.match(page, /<p class="lead">У зверненні відмовлено\.<\/p>/);
  });
});

describe('case page: to strangers', () => {
  it('shows nothing but a question for the code', () => {
    const page = html(LockedPage, {
      number: '2600123452',
      action: '/x',
      texts: cases,
      errorTitle: 'Перевірте',
      error: 'Ні',
    });
    assert.match(page, /href="#accessCode"/);
    for (const words of [...Object.values(cases.statuses), cases.timeline]) assert.ok(!page.includes(words), words);
  });
  const link = (wantsSms: boolean, hasJustChanged = false) =>
    html(ShortLinkPage, {
      code: '7KQ2M4P',
      view: anAppealView(),
      wantsSms,
      hasJustChanged,
      today: '2026-03-22',
      lang: 'uk',
      texts: shortLink,
      cases,
    });
  it('tells state and dates behind a short link, and nothing of the matter', () => {
    assert.match(plain(link(true)), /Отримано.*Відповідь до <strong>3 квітня 2026/);
    assert.doesNotMatch(link(true), /яма|Дерибасівська/);
  });
  it('turns texts off by a button, and on again', () => {
    assert.match(link(true), /name="sms" value="off">Вимкнути SMS/);
    assert.match(link(false, true), /SMS вимкнено\..*name="sms" value="on">Увімкнути SMS знову/);
  });
});
