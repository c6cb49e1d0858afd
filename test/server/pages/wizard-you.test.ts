import assert from 'node:assert/strict';
import { aBrowser } from '../../support/pages.client.ts';
import { useSite } from '../../support/site.ts';
import { aWriter } from '../../support/wizard.ts';

const YOU = '/appeals/new/you';
const who = {
  'applicant.lastName': 'Шевченко',
  'applicant.firstName': 'Олена',
  'applicant.residence': 'Одеса, вул. Рішельєвська, 5',
  'contact.phone': '067 123 45 67',
  replyBy: 'page',
};

describe('wizard: who appeals, and how to answer', () => {
  const site = useSite();

  it('names every field that is missing of an empty form, each with a link that leads somewhere', async () => {
    const { text } = await aBrowser(site).post(YOU).expect(422);
    assert.match(text, /<title>Помилка: Хто ви і як вам відповісти\? · Крок/);
    const links = [...text.matchAll(/<li><a href="#([^"]+)"/g)].map(([, id]) => id ?? '');
    assert.deepEqual(links, ['applicant-lastName', 'applicant-firstName', 'applicant-residence', 'contact']);
    for (const id of links) assert.match(text, new RegExp(`id="${id}"[^>]*aria-describedby="[^"]*${id}-error`), id);
  });
  it('labels every control, and says which may stay empty', async () => {
    const { text } = await aBrowser(site).get(YOU).expect(200);
    const ids = [...text.matchAll(/<(?:input|select|textarea)(?![^>]*type="hidden")[^>]* id="([^"]+)"/g)];
    assert.ok(ids.length > 12);
    for (const [, id] of ids) assert.ok(text.includes(`for="${id}"`), `${id} has no label`);
    assert.match(text, /По батькові<span class="optional"> \(необов’язково\)/);
  });
  it('owes the notice, says that the name stays hidden, and asks for no consent to the handling', async () => {
    const { text } = await aBrowser(site).get(YOU).expect(200);
    assert.match(text, /Ваші дані обробляє .*ст\. 11 Закону «Про захист персональних даних».*href="\/privacy"/);
    assert.match(text, /На мапі й на сайті їх немає/);
    assert.deepEqual([...text.matchAll(/type="checkbox"[^>]*>|name="([^"]+)"[^>]*type="checkbox"/g)].length, 2);
    assert.doesNotMatch(text, /type="checkbox"[^>]*required/);
  });
  it('lets any one way of reaching a person do', async () => {
    const ways = {
      'contact.email': 'o@example.com',
      'contact.landline': '048 722 00 00',
      'contact.postal': '65000, Одеса',
    };
    for (const [name, value] of Object.entries(ways))
      await aBrowser(site)
        .post(YOU, { ...who, 'contact.phone': '', [name]: value })
        .expect(303);
  });
  const wrong: [string, Record<string, string>, RegExp][] = [
    ['a landline for texts', { 'contact.phone': '048 722 00 00' }, /Це не мобільний номер/],
    ['a foreign number', { 'contact.phone': '+48 601 123 456' }, /лише на українські номери/],
    ['nonsense for a phone', { 'contact.phone': 'завтра' }, /Вкажіть номер мобільного/],
    [
      'texts without a mobile',
      { 'contact.phone': '', 'contact.email': 'o@example.com', 'consents.sms': 'true' },
      /Щоб отримувати SMS/,
    ],
    ['no way to be reached', { 'contact.phone': '' }, /хоча б один спосіб/],
    ['a letter without an address', { replyBy: 'post' }, /href="#contact-postal"/],
    ['an e-mail without an address', { replyBy: 'email' }, /href="#contact-email"/],
    ['a helper’s landline', { helperPhone: '048 722 00 00' }, /href="#helperPhone"/],
    ['a name of nothing but marks', { 'applicant.lastName': `Ш${'\u0301'.repeat(40)}` }, /Перевірте це поле/],
  ];
  for (const [what, over, words] of wrong)
    it(`refuses ${what}, and keeps the rest`, async () => {
      const browser = aBrowser(site);
      const { text } = await browser.post(YOU, { ...who, ...over }).expect(422);
      assert.match(text, words);
      for (const page of [text, (await browser.get(YOU)).text])
        assert.match(page, /name="applicant\.firstName"[^>]*value="Олена"/);
    });
  it('ignores fields that the step does not ask for', async () => {
    const browser = aBrowser(site);
    await browser
      .post(YOU, { ...who, 'applicant.isMayor': 'true', '__proto__.admin': 'true', text: 'чуже' })
      .expect(422);
    const { text } = await browser.get('/appeals/new/details').expect(200);
    assert.match(text, /name="text"[^>]*><\/textarea>/);
  });
  it('cannot be made to run what was typed', async () => {
    const typed = '"><script>alert(1)</script>';
    const { text } = await aBrowser(site)
      .post(YOU, { ...who, 'applicant.lastName': typed, replyBy: 'post' })
      .expect(422);
    assert.doesNotMatch(text, /<script>alert/);
    assert.match(text, /name="applicant\.lastName"[^>]* value="&quot;>&lt;script/);
    assert.match(text, /value="post" checked/);
  });
  it('keeps ticks, the helper’s phone and the way to answer for when one comes back', async () => {
    const writer = aWriter(site);
    await writer.open(YOU);
    await writer.send({ ...who, helperPhone: '050 111 22 33', 'consents.publication': 'true', replyBy: 'phone' });
    assert.equal(writer.at, '/appeals/new/check');
    const page = await writer.open(YOU);
    assert.deepEqual(
      ['helperPhone', 'consents.publication', 'consents.sms', 'replyBy'].map((name) => writer.fields[name]),
      ['050 111 22 33', 'true', undefined, 'phone'],
    );
    assert.match(page, /<details open><summary>Мені допомогли заповнити/);
  });
});
