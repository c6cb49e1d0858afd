import assert from 'node:assert/strict';
import mongoose from 'mongoose';
import { draftIdOf, fileAppeal } from '#server/appeals/index.ts';
import { attachmentsOf } from '#server/attachments/index.ts';
import { now, shiftClock } from '#server/platform/clock.ts';
import { connectDatabase } from '#server/platform/database.ts';
import { CaseModel } from '#server/register/case.model.ts';
import { caseByNumber } from '#server/register/index.ts';
import { ParticipantModel } from '#server/register/participant.model.ts';
import { NewAppeal } from '#shared/contract/filing.ts';
import { aDraft } from '../../support/appeals.ts';
import { aBrowser } from '../../support/pages.client.ts';
import { halves } from '../../support/pictures.ts';
import { useSite } from '../../support/site.ts';

const CHECK = '/appeals/new/check';
const locationOf = ({ headers }: { headers: Record<string, string> }): string => headers.location ?? '';

describe('wizard: sending', () => {
  const site = useSite();

  it('files everything that was said: words, files, people and wishes', async () => {
    const browser = aBrowser(site);
    await browser.fillIn({
      'ui.people': '1',
      'coApplicants.0.lastName': 'Коваль',
      'coApplicants.0.firstName': 'Іван',
      'coApplicants.0.residence': 'Одеса, вул. Софіївська, 8',
      'representative.lastName': 'Бондар',
      'representative.firstName': 'Ганна',
      'representative.basis': 'довіреність № 15',
      benefit: 'combatant',
      helperPhone: '050 111 22 33',
    });
    await browser.upload('/appeals/new/files', {}, [['photos', 'a.png', await halves().png().toBuffer()]]).expect(200);
    const [, number = ''] = /\/(\d{10})\/received$/.exec(locationOf(await browser.send().expect(303))) ?? [];
    const found = await caseByNumber(number);
    assert.ok(found);
    assert.deepEqual([found.channel, found.priority, found.applicants], ['web', 'benefit', 2]);
    assert.equal((await attachmentsOf({ kind: 'case', id: String(found._id) })).length, 1);
    const parts = await ParticipantModel.find({ caseId: found._id }).sort({ role: 1 }).lean();
    assert.deepEqual(
      parts.map(({ role }) => role),
      ['applicant', 'coAuthor', 'representative'],
    );
    assert.ok(parts[0]?.helperPhone, 'the helper’s phone is kept apart');
    assert.equal(parts[2]?.basis, 'довіреність № 15');
  });
  it('makes one case of a double press, and shows the receipt after either', async () => {
    const browser = aBrowser(site);
    await browser.fillIn();
    const before = await CaseModel.countDocuments();
    const replies = await Promise.all([browser.send(), browser.send(), browser.send()]);
    const [first = '', ...rest] = replies.map(locationOf);
    assert.match(first, /^\/appeals\/\d{10}\/received$/);
    assert.deepEqual(rest, [first, first]);
    assert.equal(await CaseModel.countDocuments(), before + 1);
    assert.match((await browser.get(first).expect(200)).text, /class="code"/);
  });
  it('shows the receipt again to a press that came late, though the first answer was lost', async () => {
    const browser = aBrowser(site);
    await browser.fillIn();
    const draft = (await browser.get(CHECK)).request.cookies as string;
    const where = locationOf(await aBrowser(site).post(CHECK).set('cookie', draft).expect(303));
    const again = await browser.send().expect(303);
    assert.equal(locationOf(again), where);
    await browser.get(where).expect(200);
  });
  it('asks again when the draft became a case, was kept all the same, and was changed since', async () => {
    const browser = aBrowser(site);
    await browser.fillIn();
    const cookies = (await browser.get(CHECK)).request.cookies as string;
    const token = /vidhuk-draft=([\w-]+)/.exec(cookies)?.[1] ?? '';
    // As after a crash between the case and the end of the draft.
    const filed = NewAppeal.parse(aDraft());
    await fileAppeal(null, filed, { channel: 'web', idempotencyKey: draftIdOf(token) });
    const { text } = await browser.send().expect(422);
    assert.match(text, /ми вже отримали/);
    assert.match(text, /завглибшки/);
    assert.match(locationOf(await browser.send().expect(303)), /received$/);
  });
  it('opens the case again for an hour at the most, and for nobody after the session was ended', async () => {
    const browser = aBrowser(site);
    const number = await browser.file();
    await browser.post('/my/sign-out').expect(303);
    await browser.send().expect(422);
    await browser.get(`/appeals/${number}`).expect(403);

    const other = aBrowser(site);
    await other.fillIn();
    const cookies = (await other.get(CHECK)).request.cookies as string;
    const receipt = locationOf(await other.send().expect(303));
    const shiftMs = now().getTime() - Date.now();
    shiftClock(shiftMs + 2 * 3_600_000);
    try {
      const late = await aBrowser(site).post(CHECK).set('cookie', cookies).expect(303);
      assert.equal(locationOf(late), receipt.replace('/received', ''));
      assert.doesNotMatch(String(late.headers['set-cookie']), /vidhuk=/);
    } finally {
      shiftClock(shiftMs);
    }
  });
  it('says after going back that it was sent, and takes no step of it', async () => {
    const browser = aBrowser(site);
    const number = await browser.file();
    const before = await CaseModel.countDocuments();
    for (const step of ['where', 'what', 'details', 'you', 'check']) {
      const { text } = await browser.get(`/appeals/new/${step}`).expect(200);
      assert.match(text, /Це звернення вже надіслано/, step);
      assert.ok(text.includes(`href="/appeals/${number}"`), step);
    }
    assert.match((await browser.post('/appeals/new/details', { text: 'ще одна яма' })).text, /вже надіслано/);
    await browser.upload('/appeals/new/files', {}, [['photos', 'a.png', await halves().png().toBuffer()]]).expect(404);
    assert.equal(await CaseModel.countDocuments(), before);
  });
  it('lets two tabs change two steps, and sends what both said', async () => {
    const browser = aBrowser(site);
    await browser.fillIn();
    await Promise.all([
      browser.post('/appeals/new/details', { text: 'Друга вкладка: яма вже завбільшки з колесо.' }).expect(303),
      browser
        .post('/appeals/new/you', {
          'applicant.lastName': 'Мельник',
          'applicant.firstName': 'Ганна',
          'applicant.residence': 'Одеса, вул. Нова, 1',
          'contact.email': 'h@example.com',
        })
        .expect(303),
    ]);
    const { text } = await browser.get(CHECK).expect(200);
    assert.match(text, /завбільшки з колесо.*Мельник Ганна/s);
  });
  it('files another appeal after one was sent, without a word of the first', async () => {
    const browser = aBrowser(site);
    const first = await browser.file();
    await browser.get('/appeals/new?about=place').expect(303);
    assert.doesNotMatch((await browser.get('/appeals/new/details').expect(200)).text, /завглибшки/);
    assert.notEqual(await browser.file(), first);
  });
  it('stays in the language of the page', async () => {
    const browser = aBrowser(site);
    await browser.fillIn();
    assert.match(locationOf(await browser.post(`/en${CHECK}`).expect(303)), /^\/en\/appeals\/\d{10}\/received$/);
  });
  it('refuses a post from another site, and says so on a page', async () => {
    const browser = aBrowser(site);
    await browser.fillIn();
    const { text } = await browser.send().set('sec-fetch-site', 'cross-site').expect(403);
    assert.match(text, /з іншого сайту/);
  });
  it('takes emoji, quotes and markup as plain words', async () => {
    const browser = aBrowser(site);
    const number = await browser.file({ text: '🕳️ <b>Яма</b> "на розі" & далі по вулиці' });
    const { text } = await browser.get(`/appeals/${number}`).expect(200);
    assert.match(text, /🕳️ &lt;b>Яма&lt;\/b> &quot;на розі&quot; &amp; далі/);
  });

  describe('while nothing can be kept', () => {
    it('keeps what is typed on the page, says that the draft is kept, and files it when the button is pressed again', async () => {
      const uri = mongoose.connection.getClient().options.hosts[0]?.toString() ?? '';
      const { name } = mongoose.connection;
      const browser = aBrowser(site);
      const known = await browser.file();
      await browser.get('/appeals/new?about=place');
      await browser.fillIn();
      const typed = 'Яма посеред дороги, поки база відпочиває.';
      await mongoose.disconnect();
      try {
        const plain = await browser.post('/appeals/new/details', { text: typed }).expect(503);
        const inParts = await browser
          .upload('/appeals/new/details', { text: typed }, [['photos', 'a.png', await halves().png().toBuffer()]])
          .expect(503);
        for (const { text, headers } of [plain, inParts]) {
          assert.match(text, /Усе залишилося на цій сторінці/);
          assert.ok(text.includes(`${typed}</textarea>`));
          assert.equal(headers['retry-after'], '60');
        }
        const sent = await browser.send().expect(503);
        assert.match(sent.text, /Усе, що ви ввели, збережено на 48 годин/);
        assert.match(sent.text, />Надіслати звернення<\/button>/);
        await browser.get(`/appeals/${known}`).expect(503);
        await browser.get('/privacy').expect(200);
      } finally {
        await connectDatabase(`mongodb://${uri}/${name}?replicaSet=rs0&directConnection=true`);
      }
      assert.match(locationOf(await browser.send().expect(303)), /received$/);
    });
  });
});
