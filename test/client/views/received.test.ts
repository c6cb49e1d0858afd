import assert from 'node:assert/strict';
import { JoinedPage } from '#client/views/appeals/joined-page.tsx';
import { ReceivedPage, type ReceivedPageProps } from '#client/views/appeals/received-page.tsx';
import { SlipPage } from '#client/views/appeals/slip-page.tsx';
import { cases } from '#shared/texts/uk/cases.ts';
import { received } from '#shared/texts/uk/received.ts';
import { aReceipt, aSentCode, html } from '../../support/view-samples.ts';

const plain = (page: string) => page.replace(/[\u00a0\u202f]/g, ' ');
const receipt: ReceivedPageProps = { ...aReceipt, lang: 'uk', texts: received, cases };
const { waitS: _, codeId: _id, step: _step, ...to } = aSentCode;
const draw = (contact?: ReceivedPageProps['contact']) => plain(html(ReceivedPage, { ...receipt, contact }));

describe('receipt: number, code and date', () => {
  it('shows all three so that they can be written down', () => {
    assert.match(draw(), /2600 123 452.*3 квітня 2026<\/strong> — <span class="left">ще 31 день.*7KQ2M-4PXYZ/);
    assert.doesNotMatch(draw(), /phone-code/);
  });
  it('says what follows, with a date each, and nothing of it once there is an answer', () => {
    assert.match(draw(), /3 березня 2026: .*До 9 березня 2026: .*До 3 квітня 2026: .*10 днів після відповіді/);
    const answered = html(ReceivedPage, { ...receipt, dueOn: null, answeredOn: '2026-03-20' });
    assert.doesNotMatch(answered, /plain-steps/);
  });
  it('offers to prove the phone and says that nothing depends on it', () => {
    assert.match(draw({ ...to, step: 'offered' }), /Це необов’язково.*action="\/appeals\/2600123452\/phone-code"/);
  });
  it('asks for the code on the same page, can send another, and loses neither code nor number by that', () => {
    const page = draw({ ...to, step: 'sent', codeId: 'c1', error: 'Код не підходить', waitS: 60 });
    assert.match(page, /action="\/appeals\/2600123452\/confirm-phone".*value="c1".*one-time-code/);
    assert.match(page, /Код не підходить.*Надіслати код ще раз.*Новий код можна замовити за 60 с/);
    assert.equal([...page.matchAll(/name="codeId" value="c1"/g)].length, 3, 'in each of the forms');
    assert.equal([...page.matchAll(/name="(?:to|before)" value="\+380671234567"/g)].length, 3);
  });
  it('says why no code was sent beside the button, not beside the code', () => {
    const page = draw({ ...to, step: 'sent', codeId: 'c1', unsent: 'Новий код можна замовити за 41 с.' });
    assert.doesNotMatch(page, /id="code-error"/);
    assert.match(page, /action="\/appeals\/2600123452\/phone-code".*role="alert">Новий код можна замовити за 41 с/);
  });
  it('takes another number in place', () => {
    const page = draw({ ...to, step: 'sent', codeId: 'c1', other: { value: '048', error: 'Це не мобільний номер' } });
    assert.match(page, /<details open><summary>Номер не той.*name="to"[^>]*aria-invalid="true"[^>]*value="048"/);
  });
  it('says that the phone is proved', () => {
    assert.match(draw({ ...to, step: 'confirmed' }), /role="status".*\+380 67 123 45 67 підтверджено/);
  });
  it('gives one who joined a code of their own, and none of the applicant’s steps', () => {
    const page = plain(html(JoinedPage, receipt));
    assert.match(page, /Ви приєдналися.*2600 123 452.*7KQ2M-4PXYZ.*ваш власний код/);
    assert.doesNotMatch(page, /phone-code|\/slip/);
  });
});

describe('slip: half a sheet for paper', () => {
  const slip = { ...receipt, address: 'vidhuk.example/appeals/2600123452', qr: { side: 29, path: 'M4 4h7v1h-7z' } };
  it('holds everything in words, and the picture has words of its own', () => {
    const page = plain(html(SlipPage, slip));
    assert.match(
      page,
      /2600 123 452.*3 квітня 2026.*7KQ2M-4PXYZ.*role="img" aria-label="Посилання на сторінку звернення"/,
    );
    assert.match(page, /vidhuk\.example\/appeals\/2600123452.*15-35/);
  });
  it('leaves the date out once there is none', () => {
    assert.doesNotMatch(html(SlipPage, { ...slip, dueOn: null }), /Відповідь до/);
  });
});
