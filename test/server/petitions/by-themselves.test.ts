import assert from 'node:assert/strict';
import { StaffModel } from '#server/identity/index.ts';
import {
  archivePetitions,
  COUNCIL,
  councilLetters,
  dropUnsentPetitions,
  makePetitionRoots,
  movePetition,
  type Petition,
  petitionLetters,
  signPetition,
} from '#server/petitions/index.ts';
import { PetitionModel } from '#server/petitions/petition.model.ts';
import { latestRoot } from '#server/petitions/petition-root.model.ts';
import { OutboxModel } from '#server/platform/outbox.ts';
import { dateInFull } from '#shared/texts/dates.ts';
import { useCity } from '../../support/api.ts';
import { setClock, useClock } from '../../support/clock.ts';
import { aPublished, aSigner, aSubmitted, aWritten, petitionNow, sealAll } from '../../support/petitions.ts';
import { CLERK } from '../../support/site.ts';

const SITE = 'https://vidhuk.example';
/** What its author is told of a petition by this letter. */
const letter = (petition: Petition, template: string) =>
  petitionLetters(SITE)({
    recipient: { kind: 'petition-author', id: String(petition._id) },
    subject: { kind: 'petition', id: String(petition._id) },
    template,
    values: { number: null, due: null, result: null, link: null },
  } as never);
const all = (words: { subject: string; paragraphs: readonly string[] } | null): string =>
  [words?.subject, ...(words?.paragraphs ?? [])].join('\n');

describe('what becomes of petitions by themselves', () => {
  useCity();
  useClock();
  beforeEach(() => PetitionModel.deleteMany());

  it('has a root of each day on which its list grew, once, and its author is written it', async () => {
    const petition = await aPublished();
    await signPetition(petition, aSigner(1));
    await sealAll();
    assert.equal(await makePetitionRoots(), 0); // the day is not over
    setClock('2026-03-04T08:00:00Z');
    await signPetition(petition, aSigner(2));
    await sealAll();
    assert.equal(await makePetitionRoots(), 1);
    assert.equal(await makePetitionRoots(), 0);
    const first = await latestRoot(petition._id);
    assert.deepEqual([first?.on, first?.size, first?.tally.eid], ['2026-03-03', 1, 1]);
    const words = await letter(await petitionNow(petition), 'petition.root');
    assert.ok(all(words).includes(first?.root ?? '-'));
    assert.equal(words?.link?.url, `${SITE}/petitions/${petition.number}#verify`);
    setClock('2026-03-06T08:00:00Z');
    assert.equal(await makePetitionRoots(), 1);
    assert.equal((await latestRoot(petition._id))?.size, 2);
    setClock('2026-03-07T08:00:00Z');
    assert.equal(await makePetitionRoots(), 0); // nothing was added
    const made = { kind: 'petition.root-made' as const, 'subject.id': String(petition._id) };
    assert.equal(await OutboxModel.countDocuments(made), 2);
  });
  it('tells its author in words without a gap, whatever is told', async () => {
    const petition = await aPublished();
    const told = ['published', 'rejected', 'suggested', 'merged', 'threshold', 'announced', 'answered', 'failed'];
    for (const name of told) {
      const words = await letter(await petitionNow(petition), `petition.${name}`);
      assert.match(all(words), new RegExp(`№ ${petition.number}`), name);
      assert.doesNotMatch(all(words), /[{}]|undefined|null/, name);
    }
    assert.equal(await letter(petition, 'appeal.answered'), null);
  });
  it('tells who answers petitions the last lawful dates, ten days for the order', async () => {
    const petition = await aPublished();
    await StaffModel.updateOne({ login: 'head' }, { $set: { email: 'head@example.com' } });
    const head = await StaffModel.findOne({ login: 'head' }).orFail().lean();
    await PetitionModel.updateOne({ _id: petition._id }, { $set: { reachedAt: new Date('2026-04-21T08:00:00Z') } });
    const words = await councilLetters(SITE)({
      recipient: { kind: COUNCIL, id: String(head._id) },
      subject: { kind: COUNCIL, id: String(petition._id) },
    } as never);
    assert.equal(words?.to, 'head@example.com');
    for (const date of ['2026-04-24', '2026-05-08', '2026-04-28', '2026-05-07'])
      assert.ok(all(words).includes(dateInFull('uk', date)), date);
  });
  it('is put away three years after its publication, and forgotten where it was never sent', async () => {
    const submitted = await aSubmitted();
    const written = await aWritten();
    const { _id, version } = submitted;
    await movePetition(CLERK, { petitionId: String(_id), verb: 'publish', expectedVersion: version });
    await PetitionModel.updateOne({ _id }, { $set: { status: 'answered' } });
    setClock('2026-03-05T07:00:00Z');
    assert.equal(await dropUnsentPetitions(), 0);
    setClock('2026-03-05T09:00:00Z');
    assert.equal(await dropUnsentPetitions(), 1);
    assert.equal(await PetitionModel.exists({ _id: written._id }), null);
    setClock('2029-03-03T07:00:00Z');
    assert.equal(await archivePetitions(), 0);
    setClock('2029-03-03T09:00:00Z');
    assert.equal(await archivePetitions(), 1);
    assert.equal((await petitionNow(submitted)).status, 'archived');
  });
});
