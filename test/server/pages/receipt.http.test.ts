import assert from 'node:assert/strict';
import decodeQR from 'qr/decode.js';
import sharp from 'sharp';
import { codeMessage, requestPhoneCode } from '#server/identity/index.ts';
import { applicantOf, caseByNumber } from '#server/register/index.ts';
import { aBrowser } from '../../support/pages.client.ts';
import { useSite } from '../../support/site.ts';

const byEmail = (email: string) => ({ 'contact.phone': '', 'consents.sms': '', 'contact.email': email });
const codeIdIn = (page: string): string => /name="codeId" value="([0-9a-f]{24})"/.exec(page)?.[1] ?? '';
const codeOf = async (page: string): Promise<string> => (await codeMessage(codeIdIn(page)))?.code ?? '';
const plain = (page: string) => page.replace(/[\u00a0\u202f]/g, ' ');

describe('pages: the receipt and what can be done on it', () => {
  const site = useSite();
  const filed = async (over: Record<string, string> = {}) => {
    const browser = aBrowser(site);
    const number = await browser.file(over);
    return { browser, number, page: `/appeals/${number}` };
  };
  const contactsOf = async (number: string) => {
    const found = await caseByNumber(number);
    return found && (await applicantOf(found._id));
  };

  it('tells what happens next, with dates of law', async () => {
    const { browser, page } = await filed();
    const { text } = await browser.get(`${page}/received`).expect(200);
    const steps = [...plain(text).matchAll(/<ol class="plain-steps">(.*?)<\/ol>/gs)].map(([, list]) => list).join();
    assert.match(steps, /3 березня 2026.*До 9 березня 2026.*До 3 квітня 2026.*10 днів після відповіді/s);
    for (const href of [page, `${page}/slip`, '/my']) assert.ok(text.includes(`href="${href}"`), href);
  });

  describe('proving an address where no mobile was left', () => {
    it('offers it, and never makes anything wait for it', async () => {
      const { browser, number, page } = await filed(byEmail('olena@example.com'));
      const { text } = await browser.get(`${page}/received`).expect(200);
      assert.match(text, /Підтвердьте пошту.*olena@example\.com.*Це необов’язково/s);
      const sent = (await browser.post(`${page}/email-code`).expect(200)).text;
      assert.match(sent, /Код із листа/);
      await browser.post(`${page}/confirm-email`, { codeId: codeIdIn(sent), code: '000 000' }).expect(422);
      const right = { codeId: codeIdIn(sent), code: await codeOf(sent) };
      await browser.post(`${page}/confirm-email`, right).expect(303);
      assert.match((await browser.get(`${page}/received`)).text, /olena@example\.com підтверджено/);
      assert.equal((await contactsOf(number))?.email, 'olena@example.com');
    });
    it('does nothing with the other kind', async () => {
      const { browser, page } = await filed(byEmail('taras@example.com'));
      await browser.post(`${page}/phone-code`).expect(404);
      await browser.post(`${page}/confirm-phone`, { codeId: 'a'.repeat(24), code: '123456' }).expect(404);
    });
    it('is not offered to whoever left a postal address alone', async () => {
      const { browser, page } = await filed({ ...byEmail(''), 'contact.postal': '65000, Одеса' });
      assert.doesNotMatch((await browser.get(`${page}/received`)).text, /-code"/);
    });
  });

  describe('a number that was mistyped', () => {
    it('is changed in place, once a code proves the other one', async () => {
      const { browser, number, page } = await filed({ 'contact.phone': '067 000 01 01' });
      const first = (await browser.post(`${page}/phone-code`).expect(200)).text;
      const other = { before: '+380670000101', to: '050 000 01 02', codeId: codeIdIn(first) };
      const sent = (await browser.post(`${page}/phone-code`, other).expect(200)).text;
      assert.match(plain(sent), /Ми надіслали код на \+380 50 000 01 02/);
      assert.equal((await contactsOf(number))?.phone, '+380670000101', 'not before it is proved');
      const wrong = (
        await browser
          .post(`${page}/confirm-phone`, { codeId: codeIdIn(sent), to: '+380500000102', code: '1' })
          .expect(422)
      ).text;
      assert.match(plain(wrong), /код на \+380 50 000 01 02.*Код не підходить/s);
      await browser.post(`${page}/confirm-phone`, { codeId: codeIdIn(sent), code: await codeOf(sent) }).expect(303);
      assert.match(plain((await browser.get(`${page}/received`)).text), /\+380 50 000 01 02 підтверджено/);
      const contacts = await contactsOf(number);
      assert.deepEqual([contacts?.phone, contacts?.isPhoneVerified], ['+380500000102', true]);
    });
    it('is refused in its place where it is no mobile, and the code that was sent can still be entered', async () => {
      const { browser, page } = await filed({ 'contact.phone': '067 000 01 03' });
      const first = (await browser.post(`${page}/phone-code`).expect(200)).text;
      const other = { before: '+380670000103', to: '048 722 00 00', codeId: codeIdIn(first) };
      const { text } = await browser.post(`${page}/phone-code`, other).expect(422);
      assert.match(text, /<details open.*name="to"[^>]*aria-invalid="true"[^>]*value="048 722 00 00"/s);
      assert.match(text, /Це не мобільний номер/);
      assert.equal(codeIdIn(text), codeIdIn(first));
      await browser.post(`${page}/confirm-phone`, { codeId: codeIdIn(text), code: await codeOf(text) }).expect(303);
    });
    it('cannot be changed once one was proved', async () => {
      const { browser, number, page } = await filed({ 'contact.phone': '067 000 01 04' });
      const first = (await browser.post(`${page}/phone-code`)).text;
      await browser.post(`${page}/confirm-phone`, { codeId: codeIdIn(first), code: await codeOf(first) }).expect(303);
      const { headers } = await browser.post(`${page}/phone-code`, { to: '050 000 01 05' }).expect(303);
      assert.equal(headers.location, `${page}/received`);
      const { codeId } = await requestPhoneCode('+380500000105', '203.0.113.0/24');
      await browser
        .post(`${page}/confirm-phone`, { codeId, code: (await codeMessage(codeId))?.code ?? '' })
        .expect(303);
      assert.equal((await contactsOf(number))?.phone, '+380670000104');
    });
  });

  describe('the slip', () => {
    const addressInPicture = async (page: string): Promise<string> => {
      const [svg = ''] = /<svg class="qr".*?<\/svg>/s.exec(page) ?? [];
      const drawn = svg.replace('<svg', '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="400"');
      const { data, info } = await sharp(Buffer.from(drawn)).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
      return decodeQR({ width: info.width, height: info.height, data });
    };
    it('holds number, code, date and phone, and a picture that leads to the case and tells no code', async () => {
      const { browser, number, page } = await filed();
      const { text, headers } = await browser.get(`${page}/slip`).expect(200);
      assert.match(plain(text), new RegExp(`${number.slice(0, 4)} ${number.slice(4, 7)} ${number.slice(7)}`));
      assert.match(plain(text), /3 квітня 2026.*[0-9A-Z]{5}-[0-9A-Z]{5}.*телефон 15-35/s);
      assert.equal(await addressInPicture(text), `${site.origin}${page}`);
      assert.match(text, /<link rel="stylesheet" href="\/assets\/slip-/);
      assert.equal(headers['cache-control'], 'no-store');
      assert.match(text, /noindex/);
      const english = (await browser.get(`/en${page}/slip`).expect(200)).text;
      assert.equal(await addressInPicture(english), `${site.origin}/en${page}`);
    });
    it('is for the browser that filed alone', async () => {
      const { page } = await filed();
      const { headers } = await aBrowser(site).get(`${page}/slip`).expect(303);
      assert.equal(headers.location, page);
      await aBrowser(site).get('/appeals/2600000000/slip').expect(404);
    });
  });
});
