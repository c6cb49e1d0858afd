import assert from 'node:assert/strict';
import { CaseModel } from '#server/register/case.model.ts';
import { aBrowser } from '../../support/pages.client.ts';
import { aPublishedCase, keepPublished } from '../../support/published.ts';
import { useSite } from '../../support/site.ts';
import { aWriter } from '../../support/wizard.ts';

const who = {
  'applicant.lastName': 'Мельник',
  'applicant.firstName': 'Оксана',
  'applicant.residence': 'Одеса, вул. Софіївська, 10',
  'contact.email': 'oksana@example.com',
};
const codeIn = (page: string): string => /class="code">([^<]+)</.exec(page)?.[1] ?? '';

describe('wizard: joining another’s appeal', () => {
  const site = useSite();
  const published = async (over: Parameters<typeof aPublishedCase>[0] = {}, dueOn: string | null = '2026-04-03') => {
    const found = { ...aPublishedCase(over), dueOn };
    await keepPublished([found]);
    return { id: String(found._id), number: found.number };
  };
  const applicantsOf = async (id: string) => (await CaseModel.findById(id).lean())?.applicants;
  /** Somebody who came from the page of a case and said who they are. */
  async function joiner(number: string) {
    const writer = aWriter(site);
    await writer.open(`/appeals/new?join=${number}`);
    await writer.send(who);
    return writer;
  }

  it('asks from the page of a case who one is, and nothing of what happened', async () => {
    const { number } = await published();
    const writer = aWriter(site);
    const page = await writer.open(`/appeals/new?join=${number}`);
    assert.match(writer.at, /^\/appeals\/new\/you/);
    assert.match(page, new RegExp(`Ви приєднуєтеся до звернення ${number.slice(0, 4)}`));
    assert.doesNotMatch(page, /consents\.publication|helperPhone/);
    const check = await writer.send(who);
    assert.equal(writer.at, '/appeals/new/check');
    assert.match(check, /Мельник Оксана.*Відповідь до 3.квітня.2026.*>Приєднатися до звернення<\/button>/s);
    assert.doesNotMatch(check, /Суть звернення/);
  });
  it('gives an access code of one’s own, in this browser until it is noted, and on any device by the number', async () => {
    const { id, number } = await published({ text: 'Публічний текст про яму на розі.' });
    const writer = await joiner(number);
    const page = await writer.send({});
    assert.equal(writer.at, `/appeals/${number}/joined`);
    assert.match(page, /Ви приєдналися до звернення/);
    assert.equal(await applicantsOf(id), 2);
    assert.equal(codeIn(await writer.open(`/appeals/${number}/joined`)), codeIn(page), 'the same after a reload');

    const device = aBrowser(site);
    await device.get(`/appeals/${number}/joined`).expect(303);
    await device.post(`/appeals/${number}/open`, { accessCode: codeIn(page) }).expect(303);
    assert.match((await device.get(`/appeals/${number}`).expect(200)).text, /Ви приєдналися до цього звернення/);
  });
  it('makes one co-applicant of a double press, and shows the code after either', async () => {
    const { id, number } = await published();
    const { browser } = await joiner(number);
    const replies = await Promise.all([browser.send().expect(303), browser.send().expect(303)]);
    for (const { headers } of replies) assert.equal(headers.location, `/appeals/${number}/joined`);
    assert.equal(await applicantsOf(id), 2);
    assert.match(
      codeIn((await browser.get(`/appeals/${number}/joined`).expect(200)).text),
      /^[0-9A-Z]{5}-[0-9A-Z]{5}$/,
    );
  });
  it('names what is missing, and joins nobody without it', async () => {
    const { id, number } = await published();
    const writer = aWriter(site);
    await writer.open(`/appeals/new?join=${number}`);
    const page = await writer.send({ 'applicant.lastName': 'Мельник' }, 422);
    assert.match(page, /href="#applicant-firstName".*href="#contact"/s);
    assert.match(page, /name="ui\.join" value="[0-9a-f]{24}"/);
    await writer.open('/appeals/new/check');
    assert.match(await writer.send({}, 422), /href="\/appeals\/new\/you#applicant-firstName"/);
    assert.equal(await applicantsOf(id), 1);
  });
  it('lets one write an appeal of one’s own instead, with what was typed of oneself', async () => {
    const { number } = await published();
    const writer = await joiner(number);
    await writer.open('/appeals/new/you');
    await writer.send({ do: 'own' });
    assert.equal(writer.at, '/appeals/new/details');
    const { text } = await writer.browser.get('/appeals/new/you').expect(200);
    assert.doesNotMatch(text, /Ви приєднуєтеся/);
    assert.match(text, /value="Мельник"/);
  });
  it('begins an appeal of one’s own for whoever comes anew, though they once meant to join', async () => {
    const { number } = await published();
    const writer = await joiner(number);
    await writer.open('/appeals/new?about=other');
    await writer.send({ categoryCode: 'road-surface', 'ui.do': 'choose' });
    assert.match(await writer.open('/appeals/new/check'), />Надіслати звернення<\/button>/);
  });
  it('says so where the appeal was answered meanwhile, and offers to write one', async () => {
    const { id, number } = await published();
    const writer = await joiner(number);
    await CaseModel.updateOne({ _id: id }, { $set: { dueOn: null } });
    const page = await writer.send({});
    assert.match(page, /вже не можна приєднатися.*href="\/appeals\/new\?about=place">Написати власне/s);
    assert.equal(await applicantsOf(id), 1);
  });
  it('leads to the case itself where there is nothing to join', async () => {
    const hidden = await published({ state: 'none' });
    const answered = await published({}, null);
    for (const { number } of [hidden, answered]) {
      const { headers } = await aBrowser(site).get(`/appeals/new?join=${number}`).expect(303);
      assert.equal(headers.location, `/appeals/${number}`);
    }
    const { headers } = await aBrowser(site).get('/appeals/new?join=//evil.example').expect(303);
    assert.equal(headers.location, '/appeals/new/what?about=other');
    await aBrowser(site).get('/appeals/new/you?join=x').expect(200);
  });
});
