import assert from 'node:assert/strict';
import { CaseModel } from '#server/register/case.model.ts';
import { aPublishedCase, keepPublished } from '../../support/published.ts';
import { useSite } from '../../support/site.ts';
import { aWriter } from '../../support/wizard.ts';

const HERE: [number, number] = [30.7362, 46.4843];

describe('wizard: already reported, without scripts', () => {
  const site = useSite();
  afterEach(() => CaseModel.deleteMany({}));

  /** Somebody who has put a pin and said that it is a pothole. */
  async function withPothole() {
    const writer = aWriter(site);
    await writer.open('/appeals/new/where?way=pin&about=place');
    await writer.send({ 'place.point.coordinates.0': String(HERE[0]), 'place.point.coordinates.1': String(HERE[1]) });
    await writer.send({ categoryCode: 'road-surface', 'ui.do': 'choose' });
    await writer.send({});
    const page = await writer.send({ kind: 'application' });
    return { writer, page };
  }
  const keep = async (...drafts: Parameters<typeof aPublishedCase>[0][]) => {
    const cases = drafts.map((draft) => ({ ...aPublishedCase({ at: HERE, ...draft }), dueOn: '2026-04-03' }));
    await keepPublished(cases);
    return cases.map(({ _id, number }) => ({ id: String(_id), number }));
  };

  it('is passed over where nothing is near', async () => {
    assert.match((await withPothole()).writer.at, /^\/appeals\/new\/details/);
  });
  it('shows cards with first words, state, age, distance and people, and keeps the step’s number', async () => {
    const [near] = await keep({ text: `Яма біля <b>переходу</b>. ${'Дуже глибока. '.repeat(20)}` });
    const { writer, page } = await withPothole();
    assert.match(writer.at, /^\/appeals\/new\/nearby/);
    assert.match(page, /Крок 2 з 5/);
    assert.match(page, /Яма біля &lt;b>переходу&lt;\/b>\. Дуже глибока\.[^<]*…/);
    assert.match(page, /Отримано/);
    assert.match(page, /за 10 м від вашого місця · 2 дні тому · звернулася 1 людина/);
    assert.ok(page.includes(`href="/appeals/${near?.number}"`));
    assert.ok(page.includes(`href="/news?case=${near?.number}"`));
    assert.equal([...page.matchAll(/class="button primary"/g)].length, 1);
  });
  it('leads one who joins to themselves, past the details', async () => {
    const [near] = await keep({});
    const { writer } = await withPothole();
    const page = await writer.send({ 'ui.join': near?.id ?? '' });
    assert.match(writer.at, /^\/appeals\/new\/you/);
    assert.match(page, /з 4/);
    await writer.open('/appeals/new/nearby');
    await writer.send({});
    assert.match(writer.at, /^\/appeals\/new\/details/, 'and back, where it was another one after all');
  });
  it('offers no joining of what was answered, only following', async () => {
    await keepPublished([{ ...aPublishedCase({ at: HERE, status: 'resolved' }), answeredOn: '2026-02-20' }]);
    const { page } = await withPothole();
    assert.match(page, /Вирішено/);
    assert.doesNotMatch(page, /name="ui\.join"/);
    assert.match(page, /Лише стежити/);
  });
  it('is asked once for one place and topic, and again for another', async () => {
    await keep({}, { categoryCode: 'sidewalk' });
    const { writer } = await withPothole();
    await writer.send({});
    assert.match(writer.at, /^\/appeals\/new\/details/);
    await writer.open('/appeals/new/what?part=kind');
    await writer.send({ kind: 'proposal' });
    assert.match(writer.at, /^\/appeals\/new\/details/);
    await writer.open('/appeals/new/what?part=topic');
    await writer.send({ categoryCode: 'sidewalk', 'ui.do': 'choose' });
    await writer.send({ kind: 'proposal' });
    assert.match(writer.at, /^\/appeals\/new\/nearby/);
  });
  it('tells nothing of a case that is not published', async () => {
    await keep({ state: 'none', text: 'Це ще не для всіх' });
    const page = await (await withPothole()).writer.open('/appeals/new/nearby');
    assert.doesNotMatch(page, /Це ще не для всіх/);
    assert.match(page, /Поруч немає схожих звернень/);
  });
  it('opens too early without harm', async () => {
    assert.match(await aWriter(site).open('/appeals/new/nearby'), /Моє інше, продовжити/);
  });
});
