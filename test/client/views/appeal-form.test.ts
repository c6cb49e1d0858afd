import assert from 'node:assert/strict';
import { AppealForm } from '#client/views/appeals/appeal-form.tsx';
import { labelsOf } from '#client/views/appeals/form-data.ts';
import { parseForm } from '#server/http/form.ts';
import { NewAppeal } from '#shared/contract/appeals.ts';
import { FIELD_CODES } from '#shared/domain/problems.ts';
import { appealForm } from '#shared/texts/uk/appeal-form.ts';
import { problems } from '#shared/texts/uk/problems.ts';
import { anAppealForm, html } from '../../support/view-samples.ts';

const draw = (over: Parameters<typeof anAppealForm>[0] = {}) => html(AppealForm, anAppealForm(over));
const refused = (path: string, code: (typeof FIELD_CODES)[number] = 'field.required') =>
  ({ in: 'body', path, code }) as const;
const namesIn = (page: string) =>
  new Set([...page.matchAll(/<(?:input|select|textarea)[^>]* name="([^"]+)"/g)].map(([, name]) => name));
const paths = Object.keys(labelsOf({ about: 'other', texts: appealForm }));

describe('appeal form: complete as plain HTML', () => {
  it('asks for every field of a new appeal, by its dotted name, and for nothing else', () => {
    const fields = paths.filter((path) => path !== 'contact');
    assert.deepEqual([...namesIn(draw())].sort(), [...fields, 'idempotencyKey'].sort());
  });
  it('gives a whole appeal when it is filled in', () => {
    const { data, errors } = parseForm(
      NewAppeal,
      {
        kind: 'complaint',
        categoryCode: 'pothole',
        text: 'На розі яма завглибшки з долоню.',
        'place.address': '',
        'contested.decision': 'Відмова полагодити',
        'contested.decidedOn': '2026-03-01',
        'applicant.lastName': 'Шевченко',
        'applicant.firstName': 'Олена',
        'applicant.residence': 'Одеса, Дерибасівська, 10',
        'contact.phone': '067 123 45 67',
        replyBy: 'page',
        'consents.sms': 'true',
      },
      { boxes: ['consents.sms', 'consents.publication'], groups: ['applicant', 'contact'] },
    );
    assert.deepEqual(errors, undefined);
    assert.deepEqual([data?.contact.phone, data?.consents.sms], ['+380671234567', true]);
  });
  it('marks what may stay empty, and labels every control', () => {
    const page = draw();
    const ids = [...page.matchAll(/<(?:input|select|textarea)(?![^>]*type="hidden")[^>]* id="([^"]+)"/g)];
    assert.ok(ids.length > 20);
    for (const [, id] of ids) assert.ok(page.includes(`for="${id}"`), `${id} has no label`);
    assert.match(page, /По батькові<span class="optional"> \(необов’язково\)/);
  });
  it('asks for the place first when there is one', () => {
    const first = (about: 'place' | 'other') =>
      draw({ about }).indexOf('id="place"') < draw({ about }).indexOf('id="kind"');
    assert.deepEqual([first('place'), first('other')], [true, false]);
  });
  it('owes the notice, and asks for no consent to the handling', () => {
    const page = draw();
    assert.match(page, /ст\. 11 Закону «Про захист персональних даних»/);
    assert.deepEqual([...page.matchAll(/type="checkbox"/g)].length, 2);
  });
});

describe('appeal form: what was wrong', () => {
  it('names every wrong field at once, each with a link to it', () => {
    const page = draw({ errors: paths.map((path) => refused(path)) });
    for (const path of paths) {
      const id = path.replaceAll('.', '-');
      assert.ok(page.includes(`href="#${id}"`), `no link to ${path}`);
      assert.ok(page.includes(` id="${id}"`), `the link to ${path} leads nowhere`);
      if (path !== 'contact') assert.ok(page.includes(`id="${id}-error"`), `${path} does not show its error`);
    }
  });
  it('tells it in the order in which the form asks', () => {
    const page = draw({ errors: [refused('applicant.lastName'), refused('kind')] });
    assert.ok(page.indexOf('href="#kind"') < page.indexOf('href="#applicant-lastName"'));
  });
  for (const code of FIELD_CODES)
    it(`puts ${code} into words`, () => assert.ok(draw({ errors: [refused('text', code)] }).includes(problems[code])));
  it('keeps what was typed, and cannot be made to run it', () => {
    const typed = '"><script>alert(1)</script>';
    const page = draw({
      values: { kind: 'complaint', text: typed, 'applicant.lastName': typed, 'consents.sms': 'true', replyBy: 'post' },
      errors: [refused('text')],
    });
    assert.doesNotMatch(page, /<script/);
    assert.match(page, /name="applicant\.lastName"[^>]* value="&quot;>&lt;script/);
    assert.match(page, /&lt;script>alert\(1\)&lt;\/script><\/textarea>/);
    assert.match(page, /value="complaint" checked/);
    assert.match(page, /name="consents\.sms"[^>]* checked/);
    assert.match(page, /value="post" checked/);
  });
  it('says that everything typed is still there when nothing could be kept', () => {
    const page = draw({ trouble: 'unavailable', values: { text: 'Довгий текст' } });
    assert.match(page, /role="alert"/);
    assert.match(page, /Довгий текст<\/textarea>/);
  });
  it('shows what is contested without scripts, and never hides it once something was typed there', () => {
    assert.match(draw(), /class="complaint if-complaint"><legend>Заповніть, якщо це скарга/);
    assert.doesNotMatch(draw({ errors: [refused('contested.decision')] }), /if-complaint/);
    assert.doesNotMatch(draw({ values: { 'contested.learnedOn': '2026-03-01' } }), /if-complaint/);
  });
});
