import assert from 'node:assert/strict';
import {
  CalendarDayModel,
  type CalendarDayRow,
  calendarFor,
  calendarSeed,
  currentSettings,
  LegalSettingsModel,
  loadCalendar,
} from '#server/calendar/index.ts';
import { useDatabase } from '../../support/database.ts';

const own = (_id: string, kind: CalendarDayRow['kind']): CalendarDayRow => ({
  _id,
  kind,
  name: { uk: 'за розпорядженням', en: 'by order' },
  validFrom: '2026-01-01',
  source: 'розпорядження № 1',
  author: 'test',
});

describe('calendar: in the database', () => {
  useDatabase();
  beforeEach(async () => {
    const { days, settings } = calendarSeed();
    await Promise.all([CalendarDayModel.deleteMany(), LegalSettingsModel.deleteMany()]);
    await Promise.all([CalendarDayModel.insertMany(days), LegalSettingsModel.insertMany(settings)]);
  });

  it('is kept and read whole', async () => {
    await loadCalendar();
    const { days, settings } = calendarSeed();
    assert.deepEqual(currentSettings().values, settings[0]?.values);
    const peacetime = calendarFor('peacetime');
    for (const { _id, kind, name } of days) assert.deepEqual(peacetime(_id), { isWorking: false, why: kind, name });
  });
  it('follows a row that was changed, once it is read again', async () => {
    await loadCalendar();
    await CalendarDayModel.replaceOne({ _id: '2026-08-24' }, own('2026-08-24', 'extra_work'));
    await CalendarDayModel.create(own('2026-07-14', 'extra_off'));
    const verdicts = () => ['2026-08-24', '2026-07-14'].map((date) => calendarFor('peacetime')(date).isWorking);
    assert.deepEqual(verdicts(), [false, true]);
    await loadCalendar();
    assert.deepEqual(verdicts(), [true, false]);
  });
  it('is read from the database alone: what is not there is no holiday', async () => {
    await CalendarDayModel.deleteOne({ _id: '2026-05-01' });
    await loadCalendar();
    assert.equal(calendarFor('peacetime')('2026-05-01').isWorking, true);
  });
  it('is refused where there is nothing to read', async () => {
    await CalendarDayModel.deleteMany();
    await assert.rejects(loadCalendar, /calendar_days is empty/);
    await CalendarDayModel.create(own('2026-07-14', 'extra_off'));
    await LegalSettingsModel.deleteMany();
    await assert.rejects(loadCalendar, /legal_settings is empty/);
  });
  it('keeps one row a date and one edition a version', async () => {
    await assert.rejects(CalendarDayModel.create(own('2026-08-24', 'extra_work')), /E11000/);
    await assert.rejects(LegalSettingsModel.create(calendarSeed().settings), /E11000/);
  });
  it('keeps no field and no kind that it does not know', async () => {
    const misspelt = { ...own('2026-07-14', 'extra_off'), note: 'x' };
    await assert.rejects(CalendarDayModel.create(misspelt), /strict mode/);
    const unknown = { ...own('2026-07-14', 'extra_off'), kind: 'sick' as 'holiday' };
    await assert.rejects(CalendarDayModel.create(unknown), /kind/);
  });
});
