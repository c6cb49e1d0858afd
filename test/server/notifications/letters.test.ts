import assert from 'node:assert/strict';
import { codeLetters, letterWording, personLetters, useLetterWriter } from '#server/notifications/index.ts';
import { type MailTemplate, mail } from '#shared/texts/uk/mail.ts';

const publicUrl = 'https://omr.gov.ua';
const ANSWER = {
  text: 'Ліхтар полагоджено.\nГарантія – рік.\n\n<b>Комісія</b> & виконавці',
  appealRoute: 'Її можна оскаржити до суду.',
  outgoingNumber: '12/2026-вих',
  signedOn: '2026-03-17',
  signatory: 'Ірина Коваль, заступниця міського голови',
};
const subject = { kind: 'case', id: 'c' };
const values = { number: '2600123452', due: '2026-04-02', result: 'resolved', link: '7KQ2M4P' };
const word = letterWording(publicUrl);
const toPerson = (template: MailTemplate, id = 'p', over: object = {}) =>
  word({ subject, recipient: { kind: 'person', id }, template, values: { ...values, ...over } });
const toCode = (id: string) =>
  word({
    subject: { kind: 'email-code', id },
    recipient: { kind: 'email-code', id },
    template: 'email.code',
    values: { number: null, due: null, result: null, link: null },
  });

describe('notifications: the words of a letter', () => {
  before(() => {
    useLetterWriter(
      'person',
      personLetters({
        publicUrl,
        emailOf: async (id) => (id === 'gone' ? null : 'olena@city.example'),
        answerFor: async (about, id) => (about === subject && id === 'proved' ? ANSWER : null),
        letterLinkFor: async (about, id) => (about === subject && id !== 'p' ? `part-of-${id}` : null),
      }),
    );
    useLetterWriter(
      'email-code',
      codeLetters({
        publicUrl,
        codeMessage: async (id) => (id === 'expired' ? null : { to: 'olena@city.example', code: '123456' }),
      }),
    );
  });

  it('confirm what was filed: number, date, where to look, and no code that opens it', async () => {
    const letter = await toPerson('appeal.filed');
    assert.equal(letter?.subject, 'Звернення 2600123452 отримано');
    assert.equal(
      letter?.text.replaceAll('\u00a0', ' '),
      [
        'Ми отримали ваше звернення. Його номер: 2600123452.',
        'Відповідь надамо до 2 квітня 2026.',
        'Щоб прочитати звернення і відповідь повністю, потрібен код доступу. Його показала сторінка, на якій ви подали звернення; листом ми його не надсилаємо.',
        'Стан звернення:\nhttps://omr.gov.ua/appeals/2600123452',
        '-- \nЦе автоматичний лист із сайту omr.gov.ua, відповідати на нього не треба. Запитання: тел. 15-35.\n',
      ].join('\n\n'),
    );
  });
  it('bring a code, which does not stand in the subject that a locked screen shows', async () => {
    const letter = await toCode('c');
    assert.equal(letter?.subject, 'Код підтвердження для omr.gov.ua');
    assert.match(letter?.text ?? '', /^Ваш код: 123456\n/);
  });
  it('tell of an answer, and give its words only where the register lets them go', async () => {
    const told = await toPerson('appeal.answered');
    assert.match(told?.text ?? '', /є відповідь: вирішено\.\n\nТекст відповіді відкриває код доступу/);
    const whole = await toPerson('appeal.answered', 'proved');
    assert.doesNotMatch(whole?.text ?? '', /код доступу/);
    for (const words of [
      'Ліхтар полагоджено.\nГарантія – рік.',
      'Не згодні з відповіддю? Її можна оскаржити до суду.',
      '12/2026-вих',
      'Ірина Коваль',
    ])
      assert.ok(whole?.text.includes(words), words);
  });
  it('say the same as a page, with every sign of markup as a mere sign', async () => {
    const letter = await toPerson('appeal.answered', 'proved');
    assert.match(
      letter?.html ?? '',
      /Ліхтар полагоджено\.<br>Гарантія – рік\.<br><br>&lt;b&gt;Комісія&lt;\/b&gt; &amp; виконавці/,
    );
    assert.match(letter?.html ?? '', /<a href="https:\/\/omr\.gov\.ua\/appeals\/2600123452"/);
    assert.doesNotMatch(letter?.html ?? '', /<(img|script|link|iframe)|url\(/);
  });
  it('leave no place unfilled', async () => {
    const ofCases = (Object.keys(mail) as MailTemplate[]).filter((template) => template.startsWith('appeal.'));
    for (const letter of [await toCode('c'), ...(await Promise.all(ofCases.map((template) => toPerson(template))))]) {
      assert.ok(letter);
      assert.doesNotMatch(
        letter.subject + letter.text + letter.html.replace(/style="[^"]*"/g, ''),
        /[{}]|null|undefined/,
      );
    }
  });
  it('offer to turn them off, by their own link alone, and codes do not', async () => {
    const unsubscribeUrl = 'https://omr.gov.ua/news/stop/abc';
    useLetterWriter('test-reader', async () => ({
      to: 'olena@city.example',
      subject: 'Новини',
      paragraphs: ['Одна новина.'],
      link: null,
      unsubscribeUrl,
    }));
    const news = await word({ subject, recipient: { kind: 'test-reader', id: 'r' }, template: 'appeal.filed', values });
    assert.equal(news?.unsubscribeUrl, unsubscribeUrl);
    assert.match(news?.text ?? '', /Більше не отримувати цих листів: https:\/\/omr\.gov\.ua\/news\/stop\/abc/);
    const own = await toPerson('appeal.answered', 'proved');
    assert.equal(own?.unsubscribeUrl, 'https://omr.gov.ua/letters/part-of-proved');
    assert.match(own?.text ?? '', /Більше не отримувати цих листів: https:\/\/omr\.gov\.ua\/letters\/part-of-proved/);
    for (const letter of [await toPerson('appeal.filed'), await toCode('c')])
      assert.deepEqual([letter?.unsubscribeUrl, /не отримувати/.test(letter?.text ?? '')], [null, false]);
  });
  it('have no words for somebody who is gone, a code that has run out, or a kind that nobody writes to', async () => {
    assert.deepEqual([await toPerson('appeal.answered', 'gone'), await toCode('expired')], [null, null]);
    const stranger = { subject, recipient: { kind: 'stranger', id: 's' }, template: 'appeal.filed', values } as const;
    await assert.rejects(word(stranger), /nobody words the letters to a stranger/);
  });
});
