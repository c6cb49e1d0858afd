import assert from 'node:assert/strict';
import { MyPage, type MyPageProps } from '#client/views/my/my-page.tsx';
import { SignInPage } from '#client/views/my/sign-in-page.tsx';
import { cases } from '#shared/texts/uk/cases.ts';
import { home } from '#shared/texts/uk/home.ts';
import { my } from '#shared/texts/uk/my.ts';
import { myMessages } from '#shared/texts/uk/my-messages.ts';
import { anAppealView, html } from '../../support/view-samples.ts';

const plain = (page: string) => page.replace(/[\u00a0\u202f]/g, ' ');
const words = { by: 'phone', lang: 'uk', texts: my, home, errorTitle: 'Перевірте' } as const;

describe('my cases: signing in by phone', () => {
  it('asks for the number first, and offers the way without a phone', () => {
    const page = html(SignInPage, words);
    assert.match(page, /action="\/my\/phone-code".*name="phone"[^>]*autocomplete="tel"/);
    assert.match(page, /action="\/appeals\/find"/);
  });
  it('asks for the code in one field that a phone can fill in', () => {
    const page = html(SignInPage, { ...words, contact: '+380 67 123 45 67', codeId: 'c1', error: 'Код не підходить' });
    assert.match(page, /name="codeId" value="c1"/);
    assert.match(page, /name="code"[^>]*inputmode="numeric"|inputmode="numeric"[^>]*name="code"/);
    assert.match(page, /autocomplete="one-time-code"/);
    assert.match(page, /href="#code">Код із SMS: Код не підходить/);
  });
});

describe('my cases: signing in by e-mail', () => {
  it('is offered beside the phone, and the phone beside it', () => {
    assert.match(html(SignInPage, words), /href="\/my\?by=email">Надіслати код на електронну пошту/);
    assert.match(html(SignInPage, { ...words, by: 'email' }), /href="\/my">Надіслати код на мобільний/);
  });
  it('asks for the address with the keyboard for it, then for the code from the letter', () => {
    const page = html(SignInPage, { ...words, by: 'email', contact: 'olena@city', error: 'Перевірте адресу' });
    assert.match(page, /action="\/my\/email-code".*name="email"[^>]*autocomplete="email"/);
    assert.match(page, /href="#email">Електронна пошта: Перевірте адресу/);
    const next = html(SignInPage, { ...words, by: 'email', contact: 'olena@city.example', codeId: 'c1' });
    assert.match(
      next,
      /Код із листа.*name="email" value="olena@city\.example"|name="email" value="olena@city\.example".*Код із листа/,
    );
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
        messages: myMessages,
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
