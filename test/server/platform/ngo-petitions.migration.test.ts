import assert from 'node:assert/strict';
import { calendarSeed, currentSettings, LegalSettingsModel, loadCalendar } from '#server/calendar/index.ts';
import { database } from '#server/platform/database.ts';
import { ngoPetitions } from '#server/platform/migrations/0029-ngo-petitions.ts';
import { useDatabase } from '../../support/database.ts';
import { setCalendar } from '../../support/legal-calendars.ts';

describe('migrations: the notice of a review after a petition came from an association', () => {
  useDatabase();
  after(() => setCalendar());

  it('gives each edition of the numbers of law its term, and leaves one alone that has it', async () => {
    const [first] = calendarSeed().settings;
    if (!first) throw new Error('no settings');
    const { reviewNoticeFromNgoWd: _, ...before } = first.values.petition;
    const old = { ...first.values, petition: before };
    const own = { ...first.values, petition: { ...before, reviewNoticeFromNgoWd: 1 } };
    await LegalSettingsModel.deleteMany({});
    await database()
      .collection<{ _id: number; values: object }>('legal_settings')
      .insertMany([
        { ...first, _id: 1, values: old },
        { ...first, _id: 2, validFrom: '2024-02-01', values: old },
        { ...first, _id: 3, validFrom: '2098-01-01', values: own },
      ]);
    await assert.rejects(loadCalendar());
    for (let i = 0; i < 2; i += 1) await ngoPetitions.up(database());
    const kept = await LegalSettingsModel.find().sort({ _id: 1 }).lean();
    assert.deepEqual(
      kept.map(({ values }) => values.petition.reviewNoticeFromNgoWd),
      [2, 2, 1],
    );
    await loadCalendar();
    assert.equal(currentSettings().version, 2);
  });
});
