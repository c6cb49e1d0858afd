import assert from 'node:assert/strict';
import { MessageList, type OwnMessageView } from '#client/views/my/message-list.tsx';
import { MyPage, type MyPageProps } from '#client/views/my/my-page.tsx';
import { SignInPage } from '#client/views/my/sign-in-page.tsx';
import { cases } from '#shared/texts/uk/cases.ts';
import { home } from '#shared/texts/uk/home.ts';
import { my } from '#shared/texts/uk/my.ts';
import { myMessages } from '#shared/texts/uk/my-messages.ts';
import { myPetitions } from '#shared/texts/uk/my-petitions.ts';
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
        petitions: myPetitions,
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

describe('my messages: how each fared', () => {
  const at = '2026-03-03T08:00:00Z';
  const line = (over: Partial<OwnMessageView>) => {
    const item: OwnMessageView = {
      number: '2600123452',
      channel: 'sms',
      template: 'appeal.answered',
      state: 'delivered',
      cause: 'receipt',
      at,
      since: '2026-03-03T12:02:00Z',
      notBefore: at,
      ...over,
    };
    const view = { items: [item], total: 1, page: 1, pages: 1, lang: 'uk', texts: myMessages } as const;
    return plain(html(MessageList, view)).replace(/<[^>]*>/g, '');
  };
  it('is said in plain words, with the hour, and the day where it is another one', () => {
    assert.match(line({}), /Звернення 2600 123 452: є відповідь3 березня 2026, 10:00, SMS: доставлено 14:02/);
    assert.match(line({ since: '2026-03-04T07:00:00Z' }), /доставлено 4 березня 2026, 09:00/);
    assert.match(
      line({ state: 'planned', cause: 'quiet-hours', notBefore: '2026-03-04T07:00:00Z' }),
      /надішлемо 4 березня 2026, 09:00/,
    );
    assert.match(line({ state: 'sent', channel: 'email' }), /лист: надіслано 14:02$/);
    assert.match(line({ state: 'undelivered' }), /: не доставлено$/);
    assert.match(line({ state: 'unknown' }), /невідомо, чи доставлено$/);
  });
  it('says why something was not sent, where that is the person’s to know', () => {
    const suppressed = { state: 'suppressed', cause: 'not-wanted' } as const;
    assert.match(line(suppressed), /не надіслано: SMS вимкнено$/);
    assert.match(line({ ...suppressed, channel: 'email' }), /не надіслано: листи вимкнено$/);
    assert.match(line({ ...suppressed, cause: 'facts-incomplete' }), /SMS: не надіслано$/);
    assert.match(line({ template: 'appeal.of-tomorrow' }), /: повідомлення3 березня/);
  });
});
