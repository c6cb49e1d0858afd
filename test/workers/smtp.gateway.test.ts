import assert from 'node:assert/strict';
import type { Letter } from '#server/notifications/index.ts';
import { smtpGateway } from '#workers/mail/smtp.gateway.ts';
import { useClock } from '../support/clock.ts';
import { POSTMAN, useMailServer } from '../support/mail-server.ts';

const ID = '65f0c0ffee65f0c0ffee65f0';
const FROM = { name: 'Відгук, місто Одеса', address: 'no-reply@city.example' };
const letterTo = (to: string, over: Partial<Letter> = {}): Letter => ({
  to,
  subject: 'Звернення 2600123452 отримано',
  text: 'Ми отримали ваше звернення.\n.\nКрапка в рядку нічого не кінчає.\n',
  html: '<!doctype html><p>Ми отримали ваше звернення.</p>',
  unsubscribeUrl: null,
  ...over,
});
let last = 0;
/** A mailbox of this letter's alone. */
const aMailbox = () => {
  last += 1;
  return `reader-${last}@city.example`;
};

describe('mail: the gateway to a mail server', () => {
  useClock();
  const server = useMailServer();
  const gateway = (over: object = {}) => smtpGateway({ url: server.url, from: FROM, timeoutMs: 400, ...over });
  const send = (to: string, over: Partial<Letter> = {}) => gateway().send(ID, letterTo(to, over));

  it('hands over a letter once, with both of its forms', async () => {
    const to = aMailbox();
    assert.deepEqual(await send(to), { outcome: 'accepted' });
    const [letter, ...more] = server.letters(to);
    assert.deepEqual([letter?.from, letter?.to, more], ['no-reply@city.example', [to], []]);
    assert.deepEqual(
      [letter?.mail.subject, letter?.mail.text?.trim(), letter?.mail.html?.trim()],
      ['Звернення 2600123452 отримано', letterTo(to).text.trim(), letterTo(to).html],
    );
    assert.deepEqual(letter?.mail.from, FROM);
  });

  it('names the delivery, the moment and that a machine wrote it', async () => {
    const to = aMailbox();
    await send(to);
    const [letter] = server.letters(to);
    assert.equal(letter?.header('message-id'), `<${ID}@city.example>`);
    assert.equal(letter?.header('auto-submitted'), 'auto-generated');
    assert.equal(letter?.header('date'), 'Tue, 03 Mar 2026 08:00:00 +0000');
    for (const name of ['list-unsubscribe', 'list-unsubscribe-post', 'x-mailer', 'cc', 'bcc'])
      assert.equal(letter?.header(name), undefined, name);
  });

  it('carries a file byte for byte', async () => {
    const to = aMailbox();
    const content = Buffer.from('%PDF-1.7 прострочене');
    await send(to, { attachments: [{ name: 'prostrochene-2026-03-02.pdf', type: 'application/pdf', content }] });
    const [letter] = server.letters(to);
    assert.match(letter?.raw ?? '', /filename=prostrochene-2026-03-02\.pdf/);
    assert.ok(letter?.raw.includes(content.toString('base64')));
  });

  it('offers to unsubscribe by one press where the letter was subscribed to', async () => {
    const to = aMailbox();
    await send(to, { unsubscribeUrl: 'https://omr.gov.ua/news/stop/abc' });
    const [letter] = server.letters(to);
    assert.equal(letter?.header('list-unsubscribe'), '<https://omr.gov.ua/news/stop/abc>');
    assert.equal(letter?.header('list-unsubscribe-post'), 'List-Unsubscribe=One-Click');
  });

  for (const [mood, outcome, cause, taken] of [
    ['busy-greeting', 'busy', 'smtp-421', 0],
    ['refuse-sender', 'busy', 'smtp-553', 0],
    ['refuse-recipient', 'refused', 'smtp-550', 0],
    ['busy-recipient', 'busy', 'smtp-451', 0],
    ['cut-before-taking', 'busy', 'no-connection', 0],
    ['refuse-letter', 'refused', 'smtp-554', 0],
    ['busy-letter', 'busy', 'smtp-452', 0],
    ['cut-after-taking', 'unknown', 'no-answer', 1],
    ['silent-after-taking', 'unknown', 'no-answer', 1],
  ] as const)
    it(`takes ${mood} for ${outcome}`, async () => {
      const to = aMailbox();
      server.behave(mood, 1);
      assert.deepEqual(await send(to), { outcome, cause });
      assert.equal(server.letters(to).length, taken);
    });

  it('takes a server that does not listen, or whose name nobody knows, for busy: nothing has left', async () => {
    for (const url of ['smtp://127.0.0.1:9', 'smtp://nowhere.invalid:25'])
      assert.deepEqual(await gateway({ url }).send(ID, letterTo(aMailbox())), {
        outcome: 'busy',
        cause: 'no-connection',
      });
  });

  it('says nothing on the console, whatever the address asks for', async () => {
    const written: unknown[] = [];
    const { log, info, error } = console;
    Object.assign(
      console,
      Object.fromEntries(['log', 'info', 'error'].map((way) => [way, (...said: unknown[]) => written.push(said)])),
    );
    await gateway({ url: `${server.url}?logger=true&debug=true&transactionLog=true` }).send(ID, letterTo(aMailbox()));
    Object.assign(console, { log, info, error });
    assert.deepEqual(written, []);
  });

  it('keeps a letter back from a server that cannot hide it, where the address says that it must', async () => {
    const to = aMailbox();
    const { outcome } = await gateway({ url: `${server.url}?requireTLS=true` }).send(ID, letterTo(to));
    assert.deepEqual([outcome, server.letters(to)], ['busy', []]);
  });

  it('refuses whatever is not one mailbox, before anything is sent', async () => {
    const before = server.letters().length;
    for (const to of [
      'a@city.example\r\nBcc: all@city.example',
      'a@city.example\nDATA',
      'a@city.example, b@city.example',
      'a@city.example; b@city.example',
      '<a@city.example>',
      'a@city.example>\r\nRCPT TO:<b@city.example',
      'a',
      '@city.example',
      'a@',
      'a b@city.example',
      'a\u0000@city.example',
      `${'a'.repeat(65)}@city.example`,
      `a@${'b'.repeat(300)}.example`,
      '',
    ])
      assert.deepEqual(await send(to), { outcome: 'refused', cause: 'bad-address' }, to);
    assert.equal(server.letters().length, before);
  });

  it('lets no line end of a subject begin a header, and holds very long ones', async () => {
    const to = aMailbox();
    await send(to, { subject: `Тема\r\nBcc: all@city.example\r\n\r\nтекст ${'дуже '.repeat(200)}` });
    const [letter] = server.letters(to);
    assert.deepEqual([letter?.to, letter?.header('bcc')], [[to], undefined]);
    assert.match(letter?.mail.subject ?? '', /^Тема Bcc: all@city\.example текст дуже /);
    assert.ok(letter?.raw.split('\r\n').every((line) => line.length <= 998));
  });

  it('writes to a domain of another script in the letters of the wire', async () => {
    assert.deepEqual(await send('ivan@пошта.укр'), { outcome: 'accepted' });
    const [letter] = server.letters('ivan@пошта.укр'); // which this server has read back
    assert.match(letter?.raw ?? '', /^To: ivan@xn--80a1acn3a\.xn--j1amh\r$/m);
  });
});

describe('mail: a server that asks for a name', () => {
  const server = useMailServer({ asksName: true });
  const { user, pass } = POSTMAN;
  const urlWith = (password: string) =>
    server.url.replace('smtp://', `smtp://${user}:${encodeURIComponent(password)}@`);
  const send = (url: string, to: string) => smtpGateway({ url, from: FROM, timeoutMs: 400 }).send(ID, letterTo(to));

  it('is given the name and password of its address', async () => {
    const to = aMailbox();
    assert.deepEqual(await send(urlWith(pass), to), { outcome: 'accepted' });
    assert.equal(server.letters(to).length, 1);
  });
  it('that refuses them leaves the letter waiting: it is no fault of the letter', async () => {
    const to = aMailbox();
    assert.deepEqual(await send(urlWith('wrong'), to), { outcome: 'busy', cause: 'smtp-535' });
    assert.deepEqual(await send(server.url, to), { outcome: 'busy', cause: 'smtp-530' });
    assert.deepEqual(server.letters(to), []);
  });
});
