import assert from 'node:assert/strict';
import { appendFileSync, readFileSync, statSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import express from 'express';
import request from 'supertest';
import type { Letter } from '#server/notifications/index.ts';
import { mailPages } from '#server/standalone/demo/mail.routes.ts';
import { startMailCatcher } from '#server/standalone/mail-catcher/mail-catcher.ts';
import { smtpGateway } from '#workers/mail/index.ts';
import { useManifest } from '../../support/manifest.ts';
import { aFolder } from '../../support/throw-away.ts';

const letterTo = (to: string, subject: string): Letter => ({
  to,
  subject,
  text: 'Ваш код: 123456\n\nХто <script>alert(1)</script> пише\n\nСтан звернення:\nhttp://127.0.0.1:3000/appeals/2600123452\n',
  html: '<p>Ваш код: 123456',
  unsubscribeUrl: null,
});

describe('demo: the mail', () => {
  useManifest();
  const folder = aFolder('mail');
  let catcher: Awaited<ReturnType<typeof startMailCatcher>>;
  let sent = 0;
  const start = async (port = 0) => {
    catcher = await startMailCatcher({ port, folder });
  };
  const send = (to: string, subject: string) => {
    sent += 1;
    const from = { name: 'Відгук', address: 'no-reply@city.example' };
    return smtpGateway({ url: catcher.url, from }).send(String(sent).padStart(24, '0'), letterTo(to, subject));
  };
  const get = (path: string, accept = 'text/html') =>
    request(express().use(mailPages(folder)))
      .get(path)
      .set('accept', accept);
  const subjectsOf = async (path: string) =>
    (await get(path).expect(200)).body.map(({ subject }: { subject: string }) => subject);

  before(async () => {
    await start();
    assert.deepEqual(await send('olena@city.example', 'Перший'), { outcome: 'accepted' });
    await send('ivan@city.example', 'Другий');
    await send('Olena@City.example', 'Третій');
  });
  after(() => catcher.close());

  it('is JSON of one mailbox, oldest first, however its address is written', async () => {
    for (const to of ['olena@city.example', 'OLENA@CITY.EXAMPLE'])
      assert.deepEqual(await subjectsOf(`/dev/mail?to=${to}`), ['Перший', 'Третій']);
    assert.deepEqual(await subjectsOf('/dev/mail?to=nobody@city.example'), []);
    await send('ivan@пошта.укр', 'Здалеку');
    for (const to of ['ivan@пошта.укр', 'ivan@xn--80a1acn3a.xn--j1amh'])
      assert.deepEqual(await subjectsOf(`/dev/mail?to=${encodeURIComponent(to)}`), ['Здалеку']);
    const [letter] = (await get('/dev/mail?to=ivan@city.example')).body;
    assert.deepEqual(Object.keys(letter), ['id', 'to', 'from', 'subject', 'text', 'html', 'headers', 'at']);
    assert.deepEqual(
      [letter.from, new Date(letter.at).toISOString() === letter.at, letter.headers['message-id'], letter.html.trim()],
      ['no-reply@city.example', true, `<${'2'.padStart(24, '0')}@city.example>`, '<p>Ваш код: 123456'],
    );
  });
  it('is JSON of all mailboxes where that is asked for', async () => {
    assert.equal((await get('/dev/mail', 'application/json')).body.length, sent);
    assert.equal((await get('/dev/mail?format=json')).body.length, sent);
  });
  it('is a page: the last letter first, its links to be followed, its signs of markup as signs', async () => {
    const { text, headers } = await get('/dev/mail').expect(200).expect('content-type', /html/);
    const places = ['Третій', 'Другий', 'Перший'].map((subject) => text.indexOf(`>${subject}<`));
    assert.ok(
      places.every((place, i) => place > (places[i - 1] ?? 0)),
      `${places}`,
    );
    assert.match(text, /<a href="http:\/\/127\.0\.0\.1:3000\/appeals\/2600123452">/);
    assert.match(text, /Хто &lt;script/);
    assert.doesNotMatch(text, /style=|<script>/);
    assert.equal(headers.refresh, '3');
  });
  it('outlives a restart, and a line that a kill has torn', async () => {
    const file = join(folder, 'mail.jsonl');
    await catcher.close();
    appendFileSync(file, '{"id":"torn","to":"ol');
    await start();
    await send('olena@city.example', 'Четвертий');
    assert.deepEqual(await subjectsOf('/dev/mail?to=olena@city.example'), ['Перший', 'Третій', 'Четвертий']);
    assert.equal(statSync(file).mode & 0o077, 0);
    assert.doesNotMatch(readFileSync(file, 'utf8'), /torn/);
  });
  it('takes no harm from a client that leaves in the middle of a letter', async () => {
    const socket = connect(Number(new URL(catcher.url).port), '127.0.0.1');
    socket.write('EHLO x\r\nMAIL FROM:<a@b.co>\r\nRCPT TO:<c@d.co>\r\nDATA\r\nSubject: half');
    await new Promise((wrote) => setTimeout(wrote, 300));
    socket.destroy();
    assert.deepEqual(await send('c@d.co', 'Цілий'), { outcome: 'accepted' });
    assert.deepEqual(await subjectsOf('/dev/mail?to=c@d.co'), ['Цілий']);
  });
});
