import assert from 'node:assert/strict';
import { movePetition, type Petition } from '#server/petitions/index.ts';
import { useClock } from '../../support/clock.ts';
import { aForwarded } from '../../support/forwarded-petitions.ts';
import { aBrowser } from '../../support/pages.client.ts';
import { petitionNow } from '../../support/petitions.ts';
import { CLERK, useSite } from '../../support/site.ts';

const plain = (page: string): string => page.replace(/[\u00a0\u202f]/g, ' ');
const LINK = '<a href="https://bereh.example/petitions/7" rel="noopener nofollow"';

describe('pages: a petition whose signatures a civic association collected', () => {
  const site = useSite();
  useClock();
  let browser: ReturnType<typeof aBrowser>;
  let petition: Petition;
  before(() => {
    browser = aBrowser(site);
  });
  beforeEach(async () => {
    petition = await aForwarded();
  });
  const get = async (path: string): Promise<string> => plain((await browser.get(path).expect(200)).text);

  it('says where they were collected and how many there are, and what happens by when', async () => {
    const text = await get(`/petitions/${petition.number}`);
    assert.ok(text.includes(`${LINK}>«Зелений берег»</a>`), 'the link');
    assert.match(text, /Підписи зібрано на сайті громадського об’єднання .*кількість – за його даними/s);
    assert.match(text, /1 204<\/strong> із 1 000 підписів/);
    assert.match(text, /Початок розгляду оголосять до 5 березня 2026/);
    assert.match(text, /Строк збору, за словами об’єднання.*22 січня 2026 – 22 квітня 2026/s);
    assert.match(
      text,
      /«Зелений берег» почало збирати.*Об’єднання надіслало петицію раді.*Рада отримала петицію.*Петицію оприлюднено.*Рада оголосить про початок розгляду до 5 березня 2026/s,
    );
    assert.match(text, /оголошує про початок розгляду за 2 робочі дні після того, як отримала петицію/);
    assert.doesNotMatch(text, /office@|petro@/);
  });
  it('offers nothing that only signatures given here have', async () => {
    const text = await get(`/petitions/${petition.number}`);
    for (const href of ['/sign"', '/signers', 'signatures.ndjson', 'verify-petition', 'keys.json'])
      assert.ok(!text.includes(href), href);
    assert.doesNotMatch(text.replace(/data-props="[^"]*"/g, ''), /за днями|кодом SMS|е-ідентифікаці|Підписати/);
    const { headers } = await browser.get(`/petitions/${petition.number}/signers`).expect(303);
    assert.equal(headers.location, `/petitions/${petition.number}`);
    await browser.get(`/petitions/${petition.number}/signatures.ndjson`).expect(404);
    assert.match(await get(`/petitions/${petition.number}/sign`), /підписували на сайті громадського об’єднання/);
  });
  it('stands in lists, in the feed, in a frame, on a poster and in a picture', async () => {
    const list = await get('/petitions?group=reached');
    assert.ok(list.includes(`${LINK}>«Зелений берег»</a>`));
    assert.match((await browser.get('/petitions.rss').expect(200)).text, /Зелений берег/);
    const frame = await get(`/embed/petitions/${petition.number}`);
    assert.ok(frame.includes(`${LINK} target="_blank">«Зелений берег»</a>`));
    assert.match(await get(`/petitions/${petition.number}/poster`), /Створити парк/);
    const picture = await browser.get(`/petitions/${petition.number}/card.png`).expect(200);
    assert.equal(picture.headers['content-type'], 'image/png');
  });
  it('speaks English too', async () => {
    const text = await get(`/en/petitions/${petition.number}`);
    assert.match(text, /collected on the site of the civic association .*“Зелений берег”/s);
    assert.match(text, /within 2 working days of receiving the petition/);
  });
  it('tells of the review and of the answer as of any other', async () => {
    const move = async (verb: 'announce' | 'answer', more: object = {}) => {
      const { _id, version } = await petitionNow(petition);
      return movePetition(CLERK, { petitionId: String(_id), verb, expectedVersion: version, ...more });
    };
    await move('announce');
    assert.match(await get(`/petitions/${petition.number}`), /Розгляд до 17 березня 2026/);
    const reasons = 'Схили належать місту, тож парк на них можна закласти вже цього року.';
    await move('answer', { answer: { decision: 'supported', reasons, followUps: [] } });
    const text = await get(`/petitions/${petition.number}`);
    assert.ok(text.includes(reasons));
    assert.match(text, /Рада отримала петицію.*Рада оголосила про початок розгляду.*Рада відповіла/s);
  });
});
