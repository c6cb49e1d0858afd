import assert from 'node:assert/strict';
import { fileAppeal } from '#server/appeals/index.ts';
import { codeMessage } from '#server/identity/index.ts';
import { audienceOfCase } from '#server/register/index.ts';
import { NewAppeal } from '#shared/contract/filing.ts';
import { aDraft } from '../../support/appeals.ts';
import { aBrowser } from '../../support/pages.client.ts';
import { useSite } from '../../support/site.ts';

const codeIdIn = (page: string): string => /name="codeId" value="([0-9a-f]{24})"/.exec(page)?.[1] ?? '';

describe('pages: my cases by e-mail', () => {
  const site = useSite();
  const file = (email: string) =>
    fileAppeal(null, NewAppeal.parse(aDraft({ contact: { email }, consents: {} })), { channel: 'web' });
  const signIn = async (email: string) => {
    const browser = aBrowser(site);
    const codeId = codeIdIn((await browser.post('/my/email-code', { email }).expect(200)).text);
    const code = (await codeMessage(codeId))?.code ?? '';
    await browser.post('/my/sign-in', { email, codeId, code }).expect(303);
    return browser;
  };

  it('answers alike whether the address is known or not', async () => {
    await file('a1@city.example');
    const pages = await Promise.all(
      ['a1@city.example', 'a2@city.example'].map((email) =>
        aBrowser(site).post('/my/email-code', { email }).expect(200),
      ),
    );
    const [known, unknown] = pages.map(({ text }) => text.replaceAll(/[0-9a-f]{24}|a\d@city/g, ''));
    assert.equal(known, unknown);
  });
  it('refuses what is no address, and keeps what was typed', async () => {
    const { text } = await aBrowser(site).post('/my/email-code', { email: 'olena@city' }).expect(422);
    assert.match(text, /name="email"[^>]*value="olena@city"|value="olena@city"[^>]*name="email"/);
    await aBrowser(site).post('/my/email-code', { email: '' }).expect(422);
  });
  it('stays with the letter where the code was wrong', async () => {
    const { text } = await aBrowser(site).post('/my/email-code', { email: 'a3@city.example' }).expect(200);
    const wrong = { email: 'a3@city.example', codeId: codeIdIn(text), code: '12345' };
    const again = await aBrowser(site).post('/my/sign-in', wrong).expect(422);
    assert.match(again.text, /Код із листа/);
    assert.match(again.text, /action="\/my\/email-code"/);
  });
  it('lists an address’s cases, and lets its owner put one away with its letters', async () => {
    const { _id, number } = await file('a4@city.example');
    const browser = await signIn('A4@city.example');
    assert.ok((await browser.get('/my').expect(200)).text.includes(`/appeals/${number}"`));
    await browser.post('/my/detach', { number }).expect(303);
    assert.ok(!(await browser.get('/my').expect(200)).text.includes(`/appeals/${number}"`));
    assert.equal((await audienceOfCase(String(_id)))[0]?.hasEmail, false);
  });
  it('lets nobody put away a case of another address', async () => {
    const { number } = await file('a5@city.example');
    const browser = await signIn('a6@city.example');
    await browser.post('/my/detach', { number }).expect(404);
  });
});
