import assert from 'node:assert/strict';
import { AttachmentModel } from '#server/attachments/attachment.model.ts';
import { caseByNumber } from '#server/register/index.ts';
import { aBrowser } from '../../support/pages.client.ts';
import { halves } from '../../support/pictures.ts';
import { aPublishedCase, keepPublished } from '../../support/published.ts';
import { answerIt, moveAlong, useSite } from '../../support/site.ts';

describe('attacks: a new appeal', () => {
  const site = useSite();

  it('shrugs at an id to join that is none, and is not spoilt by it', async () => {
    for (const nonsense of ['garbage', '__proto__', '0'.repeat(23), `${'0'.repeat(24)} `, '{"$gt":""}']) {
      const browser = aBrowser(site);
      await browser.post('/appeals/new/you', { 'ui.join': nonsense }).expect(422);
      for (const step of ['you', 'check', 'nearby']) await browser.get(`/appeals/new/${step}`).expect(200);
      await browser.post('/appeals/new/check').expect(422);
    }
  });
  it('sends nobody into a case by an id that is none, though all else is filled in', async () => {
    const browser = aBrowser(site);
    await browser.fillIn();
    await browser.post('/appeals/new/nearby', { 'ui.join': 'garbage' }).expect(303);
    assert.equal((await browser.send().expect(303)).headers.location, '/appeals/new/check');
    assert.match((await browser.get('/appeals/new/check').expect(200)).text, /вже не можна приєднатися/);
  });
  it('does not tell the number of a case that is not public by its id', async () => {
    const [hidden, shown] = [aPublishedCase({ state: 'none' }), aPublishedCase()];
    await keepPublished([hidden, shown]);
    const leadOf = async ({ _id }: { _id: unknown }) =>
      (await aBrowser(site).get(`/appeals/new/you?join=${_id}`).expect(200)).text;
    assert.match(await leadOf(shown), /Ви приєднуєтеся до звернення/);
    assert.doesNotMatch(await leadOf(hidden), /Ви приєднуєтеся до звернення/);
  });
  it('opens no case to whoever comes to a device after somebody signed out of it', async () => {
    const browser = aBrowser(site);
    const number = await browser.file();
    await browser.post('/my/sign-out').expect(303);
    const { headers } = await browser.post('/appeals/new/check');
    assert.doesNotMatch(String(headers.location), new RegExp(number));
    assert.doesNotMatch((await browser.get(`/appeals/${number}`)).text, /яма завглибшки/);
  });
  it('keeps an unsent draft when somebody signs out', async () => {
    const browser = aBrowser(site);
    await browser.fillIn({ text: 'Ще не надіслана чернетка про яму.' });
    await browser.post('/my/sign-out').expect(303);
    assert.match((await browser.get('/appeals/new/details').expect(200)).text, /Ще не надіслана чернетка/);
  });
  it('takes a form of twenty people with files, and no fields that it did not ask for', async () => {
    const fields = ['lastName', 'firstName', 'patronymic', 'residence', 'phone', 'email'];
    const people = Array.from({ length: 20 }, (_, i) =>
      fields.map((field) => [
        `coApplicants.${i}.${field}`,
        field === 'phone' ? '067 123 45 67' : `Одеса${i}@city.example`,
      ]),
    );
    const own = {
      'ui.key': 'mine',
      'ui.join': 'f'.repeat(24),
      'applicant.lastName': 'Чужий',
      'place.address': 'Чужа, 1',
    };
    const form = { text: 'На розі яма завглибшки з долоню.', ...Object.fromEntries(people.flat()), ...own };
    const browser = aBrowser(site);
    assert.notEqual((await browser.upload('/appeals/new/details', form, [])).status, 400);
    const page = (await browser.get('/appeals/new/details').expect(200)).text;
    assert.match(page, /name="coApplicants\.19\.email"/);
    for (const step of ['you', 'check', 'where'])
      assert.doesNotMatch((await browser.get(`/appeals/new/${step}`).expect(200)).text, /Чуж|name="ui\.join" value="f/);
  });
});

describe('attacks: one’s own case', () => {
  const site = useSite();
  const PIN = {
    'place.point.type': 'Point',
    'place.point.coordinates.0': '30.735512',
    'place.point.coordinates.1': '46.482137',
  };

  it('has no link that tells more of its place than everybody may see, for links are passed on', async () => {
    const browser = aBrowser(site);
    const number = await browser.file({ ...PIN, 'consents.publication': 'true', categoryCode: 'rubbish' });
    const links = async () => [
      ...(await browser.get(`/appeals/${number}`).expect(200)).text.matchAll(/href="(\/\?[^"]*)"/g),
    ];
    const [before, ...more] = await links();
    assert.ok(before && more.length === 0);
    assert.doesNotMatch(before[1] ?? '', /30\.735512|46\.482137|case=/);
    await moveAlong(number, 'publish', { publication: { state: 'public', text: 'Сміття не вивозять.' } });
    const [lng, lat] = (await caseByNumber(number))?.publication.point?.coordinates ?? [];
    assert.ok((await links())[0]?.[1]?.includes(`lng=${lng}&amp;lat=${lat}&amp;case=${number}`));
  });
  it('takes no photos where nothing is asked', async () => {
    const browser = aBrowser(site);
    const number = await browser.file();
    const photo = await halves().jpeg().toBuffer();
    const say = () =>
      browser.upload(`/appeals/${number}/not-resolved`, { reason: 'Яма лишилася на місці.' }, [
        ['photos', 'a.jpg', photo],
      ]);
    const kept = () => AttachmentModel.countDocuments({ purpose: 'feedback' });
    assert.equal((await say()).status, 409);
    assert.equal(await kept(), 0);
    await answerIt(number, { text: 'Яму засипано, покриття відновлено.', result: 'resolved' });
    assert.equal((await say()).status, 303);
    assert.equal((await say()).status, 409);
    assert.equal(await kept(), 1);
  });
  it('shows nobody the papers of another’s case, nor takes their word on it', async () => {
    const browser = aBrowser(site);
    const number = await browser.file();
    const stranger = aBrowser(site);
    for (const path of ['received', 'slip', 'joined'])
      assert.equal((await stranger.get(`/appeals/${number}/${path}`)).headers.location, `/appeals/${number}`);
    for (const path of ['overdue.pdf', 'report']) await stranger.get(`/appeals/${number}/${path}`).expect(404);
    for (const verb of ['resolved', 'not-resolved']) await stranger.post(`/appeals/${number}/${verb}`).expect(404);
  });
});
