import assert from 'node:assert/strict';
import {
  calendarFor,
  calendarSeed,
  currentSettings,
  type LegalSettingsRow,
  useCalendar,
} from '#server/calendar/index.ts';
import { now, shiftClock } from '#server/platform/clock.ts';
import { DEFAULT_VALUES } from '#shared/domain/legal-defaults.ts';
import { setCalendar } from '../../support/legal-calendars.ts';

const edition = (version: number, validFrom: string, month: number): LegalSettingsRow => {
  const values = { ...DEFAULT_VALUES.value, appeal: { ...DEFAULT_VALUES.value.appeal, month } };
  return { _id: version, validFrom, values, source: 'Закон', author: 'test' };
};
const goTo = (instant: string) => shiftClock(Date.parse(instant) - now().getTime());

describe('calendar: the rows a new database starts with', () => {
  const { days, settings } = calendarSeed();
  it('are one edition of the numbers and every special day, each with source, author and date', () => {
    assert.deepEqual(
      settings.map(({ _id, values }) => [_id, values]),
      [[1, DEFAULT_VALUES.value]],
    );
    assert.ok(days.length > 1000);
    for (const row of [...days, ...settings]) assert.ok(row.source && row.author && row.validFrom === '2024-01-01');
    assert.equal(new Set(days.map(({ _id }) => _id)).size, days.length);
  });
});

describe('calendar: in memory', () => {
  beforeEach(() => setCalendar());
  afterEach(() => shiftClock(0));

  it('martial law holds from its start and has no end yet', () => {
    const [dated, martial] = [calendarFor('dated'), calendarFor('martial')];
    for (const date of ['2024-01-01', '2026-05-01', '2026-08-24', '2099-12-25'])
      assert.deepEqual(dated(date), martial(date));
    assert.equal(calendarFor('peacetime')('2026-05-01').isWorking, false);
  });
  it('its last day is still martial, the next is not', () => {
    setCalendar({ martialLaw: [{ from: '2022-02-24', to: '2026-05-01' }] });
    const dated = calendarFor('dated');
    assert.deepEqual([dated('2026-05-01').isWorking, dated('2026-05-08').isWorking], [true, false]);
  });
  it('may come more than once', () => {
    setCalendar({
      martialLaw: [
        { from: '2022-02-24', to: '2026-05-01' },
        { from: '2026-08-01', to: null },
      ],
    });
    const dated = calendarFor('dated');
    const works = ['2026-05-01', '2026-07-15', '2026-08-24'].map((date) => dated(date).isWorking);
    assert.deepEqual(works, [true, false, true]);
  });
  it('a row of the city’s own takes the place of a holiday', () => {
    const { days, settings } = calendarSeed();
    const own = { _id: '2026-08-24', kind: 'extra_work', name: { uk: 'робочий', en: 'worked' } } as const;
    useCalendar({ days: [...days, { ...own, validFrom: '2026-01-01', source: 'ro', author: 'mayor' }], settings });
    assert.equal(calendarFor('peacetime')('2026-08-24').isWorking, true);
  });

  it('the latest edition that has begun is in force', () => {
    setCalendar({ later: [edition(3, '2027-01-01', 3), edition(2, '2026-06-01', 2)] });
    const at = (instant: string) => {
      goTo(instant);
      return [currentSettings().version, currentSettings().values.appeal.month];
    };
    assert.deepEqual(at('2026-05-31T20:59:00Z'), [1, 1]);
    assert.deepEqual(at('2026-05-31T21:00:00Z'), [2, 2]);
    assert.deepEqual(at('2027-03-01T00:00:00Z'), [3, 3]);
  });
  it('of two editions of one day the later version is in force', () => {
    setCalendar({ later: [edition(2, '2024-01-01', 2)] });
    assert.equal(currentSettings().version, 2);
  });
  it('refuses rows that are wrong, at once', () => {
    const { days, settings } = calendarSeed();
    const [first] = settings;
    assert.ok(first);
    const wrongDay = { ...(days[0] as (typeof days)[number]), _id: '2026-02-30' };
    assert.throws(() => useCalendar({ days: [wrongDay], settings }), /2026-02-30/);
    assert.throws(() => useCalendar({ days, settings: [] }), /legal_settings/);
    const values = { ...first.values, appeal: { ...first.values.appeal, month: 0 } };
    assert.throws(() => useCalendar({ days, settings: [{ ...first, values }] }));
    const misspelt = { ...first.values, appeals: first.values.appeal } as unknown as typeof first.values;
    assert.throws(() => useCalendar({ days, settings: [{ ...first, values: misspelt }] }));
  });
  it('has no numbers before the first edition', () => {
    goTo('2023-12-31T12:00:00Z');
    assert.throws(currentSettings, /no edition in force/);
  });
});
