import assert from 'node:assert/strict';
import mongoose from 'mongoose';
import { beginDraft, draftIdOf, dropDraft, endDraft, liveDrafts, readDraft, saveDraft } from '#server/appeals/index.ts';
import { now, shiftClock } from '#server/platform/clock.ts';
import { useKeys } from '#server/platform/secrets.ts';
import { useDatabase } from '../../support/database.ts';
import { KEYS } from '../../support/keys.ts';

const HOUR_MS = 3_600_000;
const rows = () => mongoose.connection.collection<{ _id: string; sealed: unknown; expiresAt: Date }>('drafts');
const put = (name: string, typed: string) => (values: Readonly<Record<string, string>>) => ({
  ...values,
  [name]: typed,
});

describe('appeals: drafts', () => {
  useDatabase();
  before(() => useKeys(KEYS));
  afterEach(() => shiftClock(0));

  it('keeps what was typed for whoever has the token, and for nobody else', async () => {
    const { token, draft } = await beginDraft({ text: 'Яма біля школи' });
    assert.equal(draft.id, draftIdOf(token));
    assert.deepEqual((await readDraft(token))?.values, { text: 'Яма біля школи' });
    const { token: other } = await beginDraft();
    assert.deepEqual((await readDraft(other))?.values, {});
    for (const wrong of [draft.id, `${token.slice(0, -1)}_`, '', 'x'.repeat(22)])
      assert.equal(await readDraft(wrong), null);
  });
  it('lies encrypted, with its token nowhere, and opens in no other row', async () => {
    const { token, draft } = await beginDraft({ 'applicant.lastName': 'Заболотний', 'contact.phone': '0671234567' });
    const { token: thief, draft: other } = await beginDraft();
    const row = await rows().findOne({ _id: draft.id });
    const raw = JSON.stringify(row);
    assert.doesNotMatch(raw, /Заболотний|0671234567/);
    assert.ok(!raw.includes(token));
    await rows().updateOne({ _id: other.id }, { $set: { sealed: row?.sealed } });
    await assert.rejects(() => readDraft(thief));
  });
  it('loses nothing when two tabs save different fields at once', async () => {
    const { token, draft } = await beginDraft();
    const names = Array.from({ length: 8 }, (_, i) => `field${i}`);
    await Promise.all(names.map((name) => saveDraft(draft.id, put(name, 'typed'))));
    assert.deepEqual(Object.keys((await readDraft(token))?.values ?? {}).sort(), names);
  });
  it('is gone 48 hours after the last save, each save beginning them anew', async () => {
    const { token, draft } = await beginDraft({ text: 'перше' });
    shiftClock(47 * HOUR_MS);
    await saveDraft(draft.id, put('text', 'друге'));
    shiftClock(94 * HOUR_MS);
    assert.equal((await readDraft(token))?.values.text, 'друге');
    assert.deepEqual([...(await liveDrafts([draft.id, 'f'.repeat(64)]))], [draft.id]);
    const { expiresAt } = (await rows().findOne({ _id: draft.id })) ?? {};
    shiftClock(96 * HOUR_MS);
    assert.equal(await readDraft(token), null);
    assert.equal((await liveDrafts([draft.id])).size, 0);
    await assert.rejects(() => saveDraft(draft.id, put('text', 'третє')), { code: 'not-found' });
    assert.ok(expiresAt && expiresAt <= now());
  });
  it('forgets what was typed once it is sent, remembers the number, and takes nothing more', async () => {
    const { token, draft } = await beginDraft({ text: 'Надіслано' });
    await endDraft(draft.id, '2600123452');
    const sent = await readDraft(token);
    assert.deepEqual([sent?.values, sent?.sentAs], [{}, '2600123452']);
    assert.equal((await rows().findOne({ _id: draft.id }))?.sealed, null);
    await assert.rejects(() => saveDraft(draft.id, put('text', 'ще раз')), { code: 'not-found' });
  });
  it('can be thrown away', async () => {
    const { token, draft } = await beginDraft();
    await dropDraft(draft.id);
    assert.equal(await readDraft(token), null);
  });
  it('refuses what no appeal needs, and keeps what it had', async () => {
    const { token, draft } = await beginDraft({ text: 'коротко' });
    await assert.rejects(() => saveDraft(draft.id, put('text', 'а'.repeat(300_000))), { code: 'body.too-large' });
    assert.equal((await readDraft(token))?.values.text, 'коротко');
  });
});
