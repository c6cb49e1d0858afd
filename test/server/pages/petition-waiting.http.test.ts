import assert from 'node:assert/strict';
import type { IncomingMessage } from 'node:http';
import type { Response } from 'supertest';
import { BEAT_MS, LoadGuard } from '#server/http/load-guard.ts';
import { problemDocument } from '#server/pages/problem.document.ts';
import type { Petition } from '#server/petitions/index.ts';
import { SignatureModel } from '#server/petitions/signature.model.ts';
import { Problem } from '#server/platform/problem.ts';
import { setClock } from '../../support/clock.ts';
import { aBrowser } from '../../support/pages.client.ts';
import { hiddenIn, plain, signerCode, signThrough, typedSigner } from '../../support/petition-pages.ts';
import { aPublished, sealAll } from '../../support/petitions.ts';
import { useSite } from '../../support/site.ts';
import { until } from '../../support/until.ts';

/** All addresses that a page leads to or sends forms to. */
const addressesIn = (page: string): string[] =>
  [...page.matchAll(/(?:href|action|src|formaction)="([^"]*)"/g)].map(([, address = '']) => address);

describe('pages: signing while more people sign than can be served', () => {
  let at = 0;
  const guard = new LoadGuard({ delayMs: 100, most: { dear: 1, plain: 1, vital: 1 } }, () => at);
  const site = useSite(undefined, { guard, keepsPetitions: true });
  let browser: ReturnType<typeof aBrowser>;
  let petition: Petition;
  let path: string;
  before(() => {
    browser = aBrowser(site);
  });
  beforeEach(async () => {
    setClock('2026-03-03T08:00:00Z');
    // A while goes by, in which all who were told to wait have had their turn.
    for (let beat = 0; beat < 400; beat += 1) {
      at += BEAT_MS;
      guard.beat(0);
    }
    petition = await aPublished();
    path = `/petitions/${petition.number}/sign`;
  });
  const signatures = () => SignatureModel.countDocuments({ petitionId: petition._id });
  /** What is asked while somebody else has the only place. */
  async function inStorm<Found>(ask: () => PromiseLike<Found>): Promise<Found> {
    assert.equal(guard.enter('vital'), 0);
    try {
      return await ask();
    } finally {
      guard.leave('vital');
    }
  }
  const waits = ({ status, headers, text }: Response): number => {
    assert.equal(status, 503);
    assert.equal(headers['cache-control'], 'no-store');
    assert.match(text, /<h1>Зараз підписує багато людей<\/h1>.*Ваше місце не втрачено/s);
    assert.doesNotMatch(text, /Помилка|role="alert"/);
    return Number(headers['retry-after']);
  };

  it('opens a page that waits and asks again by itself, at a time that it names', async () => {
    const answer = await inStorm(() => browser.get(path));
    const seconds = waits(answer);
    assert.ok(seconds >= 2 && seconds <= 6, String(seconds));
    assert.equal(answer.headers.refresh, String(seconds));
    assert.match(plain(answer.text), /Наступна спроба: 3 березня 2026, 10:00:0\d/);
    assert.match(answer.text, /<progress aria-label="Чекаємо на наступну спробу">/);
    assert.ok(addressesIn(answer.text).includes(path));
    assert.match((await browser.get(path).expect(200)).text, /<h1>Підписати петицію<\/h1>/);
  });
  it('leaves it to who wants that to ask again', async () => {
    const { text } = await inStorm(() => browser.get(path));
    const byHand = addressesIn(text).find((address) => address.includes('by-hand')) ?? assert.fail('no way to wait');
    const answer = await inStorm(() => browser.get(byHand));
    waits(answer);
    assert.equal(answer.headers.refresh, undefined);
    assert.doesNotMatch(answer.text, /<progress|data-island="wait-turn"/);
    await browser.get(byHand).expect(200);
  });
  it('does so in English, and on the way back from electronic identification', async () => {
    const english = await inStorm(() => browser.get(`/en${path}`));
    assert.equal(english.status, 503);
    assert.match(english.text, /<html lang="en">.*Your place is not lost/s);
    assert.ok(addressesIn(english.text).includes(`/en/petitions/${petition.number}`));
    const answer = await inStorm(() => browser.get('/petitions/eid/callback?code=a%22b&state=c'));
    waits(answer);
    assert.ok(answer.headers.refresh);
    assert.ok(addressesIn(answer.text).includes('/petitions/eid/callback?code=a%22b&amp;state=c'));
  });
  it('brings back all that was typed but a code, and signs nothing; the same form sent again signs once', async () => {
    const key = hiddenIn((await browser.get(path).expect(200)).text, path);
    const typed = { ...key, ...typedSigner({ phone: '067 444 00 01', news: 'true', patronymic: 'Іван"ович' }) };
    const first = await inStorm(() => browser.post(path, typed));
    waits(first);
    const kept = hiddenIn(first.text, path);
    assert.deepEqual(kept, typed);
    assert.doesNotMatch(first.text, /name="code"/);
    const asked = await browser.post(path, kept).expect(200);
    const second = hiddenIn(asked.text, `${path}/code`);
    const code = await signerCode(second.codeId);

    const refused = await inStorm(() => browser.post(`${path}/code`, { ...second, code }));
    waits(refused);
    assert.equal(refused.headers.refresh, undefined);
    assert.match(plain(refused.text), /код із SMS введіть ще раз: його ще не використано/);
    assert.ok(!refused.text.includes(code), 'a code is entered anew');
    assert.match(refused.text, /<input[^>]*name="code"/);
    assert.equal(await signatures(), 0);
    const again = { ...hiddenIn(refused.text, `${path}/code`), code };
    assert.deepEqual(again, { ...second, code });
    const [one, two] = [await browser.post(`${path}/code`, again), await browser.post(`${path}/code`, again)];
    for (const { status, text } of [one, two]) {
      assert.equal(status, 200);
      assert.match(text, /Дякуємо, ваш підпис прийнято/);
    }
    assert.equal(await signatures(), 1);
  });
  it('keeps what electronic identification proved, and a wish to change the name', async () => {
    const eid = `/petitions/${petition.number}/eid/sign`;
    const signing = await inStorm(() => browser.post(eid, { proof: 'sealed', isEntitled: 'true', more: 'nothing' }));
    waits(signing);
    assert.deepEqual(hiddenIn(signing.text, eid), { proof: 'sealed', isEntitled: 'true' });
    const editing = await inStorm(() => browser.post(path, { ...typedSigner(), step: 'edit' }));
    waits(editing);
    assert.equal(hiddenIn(editing.text, path).step, 'edit');
    waits(await inStorm(() => browser.post(`/petitions/${petition.number}/eid`)));
  });
  it('puts nothing of a person into an address', async () => {
    const typed = typedSigner({ lastName: 'Унікальна', phone: '067 444 00 02' });
    for (const answer of [
      await inStorm(() => browser.post(path, typed)),
      await inStorm(() => browser.post(`${path}/code`, { ...typed, codeId: 'a'.repeat(24), code: '123456' })),
    ]) {
      waits(answer);
      assert.equal(answer.headers.location, undefined);
      const addresses = addressesIn(answer.text).map((address) => decodeURIComponent(address));
      for (const address of addresses) assert.doesNotMatch(address, /Унікальна|444|123456|aaaa/, address);
      assert.doesNotMatch(/data-props="[^"]*"/.exec(answer.text)?.[0] ?? '', /Унікальна|444 ?00/);
      assert.match(answer.text, /<form method="post"/);
    }
  });
  it('leads back to the form where it was not even read', async () => {
    const answer = await inStorm(async () => {
      assert.ok(guard.enterBeyond('vital'));
      const refused = await browser.post(path, typedSigner({ phone: '067 444 00 03' }));
      guard.leaveBeyond('vital');
      return refused;
    });
    assert.ok(waits(answer) > 0);
    assert.match(answer.text, /Поверніться назад: усе, що ви ввели, залишилося у формі/);
    assert.doesNotMatch(answer.text, /444 ?00/);
  });
  it('waits as calmly for who is one of many behind one address', () => {
    const limited = new Problem('too-many-requests', { retryAfterS: 30 });
    const told = (method: string) => problemDocument({ method, url: path } as IncomingMessage, limited);
    const asked = told('GET');
    assert.equal(asked.refreshS, 30);
    assert.match(plain(asked.body), /Ваше місце не втрачено.*Наступна спроба: 3 березня 2026, 10:00:3\d/s);
    const sent = told('POST');
    assert.equal(sent.refreshS, undefined);
    assert.match(sent.body, /Поверніться назад: усе, що ви ввели, залишилося у формі/);
  });
  it('shows the petition meanwhile to whoever reads it', async () => {
    await signThrough(browser, petition.number, { phone: '067 444 00 04' });
    await sealAll();
    const page = `/petitions/${petition.number}`;
    const isKeptReady = ({ headers }: Response): boolean => /accept-encoding/.test(String(headers.vary));
    await until(async () => isKeptReady(await browser.get(page)));
    assert.equal(guard.enter('plain'), 0);
    const { text } = await inStorm(() => browser.get(page).expect(200));
    assert.match(text, /data-count="signatures"[^>]*>1</);
    await inStorm(() => browser.get(`/api/v1/petitions/${petition.number}`).expect(200));
    await browser.get(`${page}/signers`).expect(503);
    guard.leave('plain');
  });
});
