import assert from 'node:assert/strict';
import { textWording } from '#server/notifications/index.ts';
import { smsLength } from '#shared/domain/sms-segments.ts';
import { type SmsTemplate, sms, smsResults } from '#shared/texts/uk/sms.ts';

const word = textWording({
  publicUrl: 'https://omr.gov.ua',
  phoneOf: async (id) => (id === 'gone' ? null : '+380671234567'),
  codeMessage: async (id) => (id === 'expired' ? null : { to: '+380501234567', code: '123456' }),
});
const subject = { kind: 'test', id: 's' };
const values = { number: '2600123452', due: '2026-03-17', result: 'resolved', link: '7KQ2M4P' };
const toPerson = (template: SmsTemplate, over: Partial<typeof values> | { link: null } = {}, id = 'p') =>
  word({ subject, recipient: { kind: 'person', id }, template, values: { ...values, ...over } });
const toPhone = (id: string) =>
  word({
    subject,
    recipient: { kind: 'phone-code', id },
    template: 'otp',
    values: { number: null, due: null, result: null, link: null },
  });

describe('notifications: the words of a text', () => {
  it('fills each template with its values', async () => {
    assert.equal(
      (await toPerson('appeal.registered'))?.text,
      'Звернення 2600123452: відповідь до 17.03.2026. omr.gov.ua/c/7KQ2M4P',
    );
    assert.equal(
      (await toPerson('appeal.answered', { result: 'explained' }))?.text,
      'Звернення 2600123452: роз’яснено. Відповідь: omr.gov.ua/c/7KQ2M4P',
    );
  });
  it('takes a code’s number and digits from identity', async () => {
    assert.deepEqual(await toPhone('c'), {
      to: '+380501234567',
      text: '123456 – код для omr.gov.ua. Діє 10 хвилин. Нікому його не кажіть.',
    });
  });
  it('names the contact centre to those who have no short link', async () => {
    assert.match((await toPerson('appeal.registered', { link: null }))?.text ?? '', /тел\. 15-35$/);
  });
  it('has no words for somebody who is gone or a code that has run out', async () => {
    assert.deepEqual([await toPerson('appeal.answered', {}, 'gone'), await toPhone('expired')], [null, null]);
  });
  const ABOUT_A_PETITION = { number: '1234', threshold: '1000' };
  it('keeps every template to one part and leaves no place unfilled', async () => {
    for (const template of Object.keys(sms) as SmsTemplate[])
      for (const result of Object.keys(smsResults)) {
        const text =
          (template === 'otp'
            ? await toPhone('c')
            : await toPerson(template, { result, ...(template.startsWith('petition.') && ABOUT_A_PETITION) })
          )?.text ?? '';
        assert.equal(smsLength(text).parts, 1, text);
        assert.doesNotMatch(text, /[{}]/);
      }
  });
});
