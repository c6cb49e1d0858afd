import assert from 'node:assert/strict';
import { ReceivedPage, type ReceivedPageProps } from '#client/views/appeals/received-page.tsx';
import { MyPage, type MyPageProps } from '#client/views/my/my-page.tsx';
import { SignInPage } from '#client/views/my/sign-in-page.tsx';
import { appealForm } from '#shared/texts/uk/appeal-form.ts';
import { cases } from '#shared/texts/uk/cases.ts';
import { home } from '#shared/texts/uk/home.ts';
import { my } from '#shared/texts/uk/my.ts';
import { anAppealView, html } from '../../support/view-samples.ts';

const plain = (page: string) => page.replace(/[\u00a0\u202f]/g, ' ');
const words = { lang: 'uk', texts: my, home, errorTitle: 'Перевірте' } as const;

describe('my cases: signing in by phone', () => {
  it('asks for the number first, and offers the way without a phone', () => {
    const page = html(SignInPage, words);
    assert.match(page, /action="\/my\/phone-code".*name="phone"[^>]*autocomplete="tel"/);
    assert.match(page, /action="\/appeals\/find"/);
  });
  it('asks for the code in one field that a phone can fill in', () => {
    const page = html(SignInPage, { ...words, phone: '+380 67 123 45 67', codeId: 'c1', error: 'Код не підходить' });
    assert.match(page, /name="codeId" value="c1"/);
    assert.match(page, /name="code"[^>]*inputmode="numeric"|inputmode="numeric"[^>]*name="code"/);
    assert.match(page, /autocomplete="one-time-code"/);
    assert.match(page, /href="#code">Код із SMS: Код не підходить/);
  });
});

describe('my cases: the list', () => {
  const draw = (over: Partial<MyPageProps> = {}) =>
    plain(
      html(MyPage, {
        items: [anAppealView()],
        by: 'phone',
        ofPhone: new Set(['b'.repeat(24)]),
        today: '2026-03-22',
        lang: 'uk',
        texts: my,
        cases,
        ...over,
      }),
    );
  it('shows number, state and dates, and nothing of the matter', () => {
    assert.match(
      draw(),
      /href="\/appeals\/2600123452">Звернення 2600 123 452.*Отримано.*ще 12 днів.*Надійшло 3 березня 2026/,
    );
    assert.doesNotMatch(draw(), /завглибшки|Дерибасівська/);
  });
  it('lets a phone’s owner detach what is not theirs, by a post', () => {
    assert.match(draw(), /method="post" action="\/my\/detach"><input type="hidden" name="number" value="2600123452"/);
    assert.doesNotMatch(draw({ ofPhone: new Set() }), /detach/);
  });
  it('says what will be here when there is nothing yet', () => {
    assert.match(draw({ items: [] }), /Перше можна подати зараз.*href="\/appeals\/new"/);
  });
});

describe('receipt: number, code and date', () => {
  const receipt: ReceivedPageProps = {
    number: '2600123452',
    accessCode: '7KQ2M4PXYZ',
    dueOn: '2026-04-03',
    answeredOn: null,
    isOverdue: false,
    today: '2026-03-03',
    lang: 'uk',
    texts: appealForm,
    cases,
  };
  const draw = (phone?: ReceivedPageProps['phone']) =>
    plain(html(ReceivedPage, { ...receipt, ...(phone && { phone }) }));
  it('shows all three so that they can be written down', () => {
    assert.match(draw(), /2600 123 452.*3 квітня 2026<\/strong> — <span class="left">ще 31 день.*7KQ2M-4PXYZ/);
    assert.doesNotMatch(draw(), /phone-code/);
  });
  it('offers to prove the phone and says that nothing depends on it', () => {
    assert.match(
      draw({ step: 'offered', phone: '+380 67 123 45 67' }),
      /Це необов’язково.*action="\/appeals\/2600123452\/phone-code"/,
    );
  });
  it('asks for the code on the same page, and can send another', () => {
    const page = draw({ step: 'sent', phone: '+380 67 123 45 67', codeId: 'c1', error: 'Код не підходить' });
    assert.match(page, /action="\/appeals\/2600123452\/confirm-phone".*value="c1".*one-time-code/);
    assert.match(page, /Код не підходить.*Надіслати код ще раз/);
  });
  it('says that the phone is proved', () => {
    assert.match(draw({ step: 'confirmed', phone: '+380 67 123 45 67' }), /role="status".*підтверджено/);
  });
});
