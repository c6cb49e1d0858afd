import assert from 'node:assert/strict';
import { CalendarChangeModel, CalendarDayModel, LegalSettingsModel, loadCalendar } from '#server/calendar/index.ts';
import { eventsOf } from '#server/history/index.ts';
import { movePetition, type Petition, signPetition } from '#server/petitions/index.ts';
import { PetitionModel } from '#server/petitions/petition.model.ts';
import { followCalendar } from '#server/reference/index.ts';
import { caseById } from '#server/register/index.ts';
import type { PetitionVerb } from '#shared/domain/petition-workflow.ts';
import { type Api, useCity } from '../../support/api.ts';
import { aDraft } from '../../support/appeals.ts';
import { setClock, useClock } from '../../support/clock.ts';
import { aPublished, aSigner, aSubmitted, petitionNow, sealAll } from '../../support/petitions.ts';
import { CLERK } from '../../support/site.ts';

const [CALENDAR, LAW] = ['/api/v1/calendar', '/api/v1/calendar/martial-law'];
const [TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, MONDAY] = [
  '2026-03-03',
  '2026-03-04',
  '2026-03-05',
  '2026-03-06',
  '2026-03-09',
];

describe('calendar: petitions’ due dates move by it as cases’ do', () => {
  useClock(`${TUESDAY}T08:00:00Z`);
  const city = useCity();
  let keeper: Api;
  before(async () => {
    keeper = await city.staff('administrator');
  });
  afterEach(async () => {
    await PetitionModel.deleteMany({});
    await LegalSettingsModel.deleteMany({ _id: { $gt: 1 } });
    await CalendarDayModel.deleteMany({ source: 'Розпорядження № 1' });
    await CalendarChangeModel.deleteMany({});
    await loadCalendar();
  });
  const dayOff = (date: string) => ({
    put: [{ date, kind: 'extra_off', uk: 'День міста', en: 'City Day', source: 'Розпорядження № 1' }],
    remove: [],
  });
  const preview = async (change: object, path = CALENDAR) => (await keeper.post(`${path}/preview`, change)).body;
  const enter = async (change: object, path = CALENDAR) => {
    const { digest } = await preview(change, path);
    return keeper.post(`${path}/changes`, { ...change, digest });
  };
  const dueOf = async (petition: Petition) => (await petitionNow(petition)).dueOn;
  const move = async (petition: Petition, verb: PetitionVerb, more: object = {}): Promise<Petition> =>
    movePetition(CLERK, { petitionId: String(petition._id), verb, ...more });
  /** One under which enough have signed on the day that the clock shows. */
  async function aReached(): Promise<Petition> {
    const published = await aPublished();
    await PetitionModel.updateOne({ _id: published._id }, { $set: { threshold: 1 } });
    await signPetition(published, aSigner(1));
    await sealAll();
    return petitionNow(published);
  }

  it('shows them beside cases, moves exactly what was shown, writes it into history, and moves back', async () => {
    const submitted = await aSubmitted();
    const { id } = (await city.api.post('/api/v1/appeals', aDraft({ contact: { phone: '050 000 01 01' } }))).body;
    assert.equal(submitted.dueOn, THURSDAY);
    const ofCase = async (): Promise<string> => (await caseById(id))?.dueOn ?? '';
    const caseDue = await ofCase();
    const change = { put: [...dayOff(THURSDAY).put, ...dayOff(caseDue).put], remove: [] };
    const shown = await preview(change);
    assert.deepEqual([shown.count, shown.petitions], [2, 1]);
    const standing = (date: string) => ({ legal: date, internal: date });
    const [first, second] = shown.items;
    assert.deepEqual(first, {
      kind: 'petition',
      id: String(submitted._id),
      number: String(submitted.number),
      index: null,
      before: standing(THURSDAY),
      after: standing(FRIDAY),
    });
    assert.deepEqual([second.kind, second.id, second.before.legal], ['case', id, caseDue]);
    assert.deepEqual([await dueOf(submitted), await ofCase()], [THURSDAY, caseDue], 'a preview changes nothing');
    assert.deepEqual((await enter(change)).body, { moved: 2 });
    const moved = await petitionNow(submitted);
    assert.deepEqual([moved.dueOn, moved.clocks[0]?.dueLegal, moved.version], [FRIDAY, FRIDAY, submitted.version]);
    assert.equal(await ofCase(), second.after.legal);
    const event = (await eventsOf({ kind: 'petition', id: String(submitted._id) })).at(-1);
    assert.deepEqual(
      [event?.kind, event?.from, event?.to, event?.facts.dueOn],
      ['petition.dates-moved', 'submitted', 'submitted', FRIDAY],
    );
    assert.ok(event?.actorId, 'of whoever changed the calendar');
    await CalendarChangeModel.updateMany({}, { $set: { isDone: false } });
    assert.equal(await followCalendar(), 0, 'a second time nothing moves');
    assert.deepEqual((await enter({ put: [], remove: [THURSDAY, caseDue] })).body, { moved: 2 });
    assert.deepEqual([await dueOf(submitted), await ofCase()], [THURSDAY, caseDue]);
  });
  it('names in the digest what moves, so that a petition sent meanwhile makes a preview stale', async () => {
    await aSubmitted();
    const { digest } = await preview(dayOff(THURSDAY));
    await aSubmitted();
    const late = await keeper.post(`${CALENDAR}/changes`, { ...dayOff(THURSDAY), digest });
    assert.deepEqual([late.status, late.body.code], [409, 'version.stale']);
  });
  it('moves the notice, the review and the answer, and leaves the collection to its last day', async () => {
    const collecting = await aPublished();
    const reached = await aReached();
    assert.deepEqual([reached.dueOn, (await preview(dayOff(WEDNESDAY))).petitions], [FRIDAY, 1]);
    await enter(dayOff(WEDNESDAY));
    assert.deepEqual([await dueOf(reached), await dueOf(collecting)], [MONDAY, collecting.endsOn]);
    const announced = await move(reached, 'announce');
    assert.equal(announced.dueOn, '2026-03-18', 'ten working days without Wednesday');
    await enter(dayOff('2026-03-18'));
    assert.equal(await dueOf(announced), '2026-03-19');
    const reviewed = await move(announced, 'conclude', { reviewedOn: TUESDAY });
    assert.equal(reviewed.dueOn, THURSDAY);
    await enter(dayOff(THURSDAY));
    assert.equal(await dueOf(reviewed), FRIDAY);
  });
  it('leaves a review that a hearing prolonged on its day, and terms that are met', async () => {
    const announced = await move(await aReached(), 'announce');
    const prolonged = await move(announced, 'prolong', { hearing: { on: '2026-03-20', until: '2026-03-27' } });
    assert.equal(prolonged.dueOn, '2026-03-27');
    assert.equal((await preview(dayOff('2026-03-27'))).petitions, 0);
    assert.deepEqual((await enter(dayOff('2026-03-27'))).body, { moved: 0 });
    assert.deepEqual((await petitionNow(prolonged)).clocks, prolonged.clocks);
  });
  it('reckons anew by the numbers of law that the term was reckoned by', async () => {
    const submitted = await aSubmitted();
    const first = await LegalSettingsModel.findById(1).lean();
    const values = { ...first?.values, petition: { ...first?.values.petition, moderationWd: 5 } };
    await LegalSettingsModel.collection.insertOne({ ...first, _id: 2 as never, values, validFrom: TUESDAY });
    await loadCalendar();
    const later = await aSubmitted();
    assert.equal(later.dueOn, '2026-03-10');
    await enter(dayOff(THURSDAY));
    assert.deepEqual([await dueOf(submitted), await dueOf(later)], [FRIDAY, '2026-03-11']);
    const again = await move(later, 'publish');
    assert.equal(again.settingsVersion, 2);
  });
  it('follows the end of martial law, also where the process died on the way', async () => {
    setClock('2026-04-29T08:00:00Z');
    const submitted = await aSubmitted();
    assert.equal(submitted.dueOn, '2026-05-01', 'Labour Day is a working day while martial law holds');
    const ends = { intervals: [{ from: '2022-02-24', to: '2026-04-30' }], source: 'Указ № 1/2026' };
    const shown = await preview(ends, LAW);
    assert.deepEqual([shown.petitions, shown.items[0]?.after.legal], [1, '2026-05-04']);
    await enter(ends, LAW);
    assert.equal(await dueOf(submitted), '2026-05-04');
    const { clocks, dueOn } = submitted;
    await PetitionModel.updateOne({ _id: submitted._id }, { $set: { clocks, dueOn } });
    await CalendarChangeModel.updateMany({}, { $set: { isDone: false } });
    assert.equal(await followCalendar(), 1);
    assert.equal(await dueOf(submitted), '2026-05-04');
  });
});
