import { today } from '#server/platform/clock.ts';
import { isLegalDate, type LegalDate } from '#shared/domain/legal-clock/legal-date.ts';
import type { Interval, LegalValues } from '#shared/domain/legal-clock/legal-values.ts';
import { type SpecialDay, type WorkCalendar, workCalendar } from '#shared/domain/legal-clock/work-calendar.ts';
import { CalendarDayModel, type CalendarDayRow, LegalSettingsModel, type LegalSettingsRow } from './calendar.model.ts';
import { LegalValuesShape } from './legal-values.shape.ts';

/** One edition of the numbers of law; cases keep the version that they were reckoned with. */
interface LegalSettings {
  version: number;
  validFrom: LegalDate;
  source: string;
  values: LegalValues;
}
/** `dated` asks of each date whether martial law held on it; the other two say what would be. */
export type CalendarName = 'dated' | 'martial' | 'peacetime';

interface Held {
  special: ReadonlyMap<LegalDate, SpecialDay>;
  editions: readonly LegalSettings[];
}
let held: Held | null = null;

const inForce = (): Held => {
  if (!held) throw new Error('The legal calendar is not set: load it at start');
  return held;
};
const asDay = ({ _id: date, kind, name, validFrom }: CalendarDayRow): SpecialDay => {
  if (!isLegalDate(date) || !isLegalDate(validFrom)) throw new Error(`calendar_days has ${date}, which is no date`);
  return { date, kind, name };
};
const asSettings = ({ _id: version, validFrom, source, values }: LegalSettingsRow): LegalSettings => ({
  version,
  validFrom,
  source,
  values: LegalValuesShape.parse(values),
});

/** Takes special days and editions of the numbers of law as rows; throws where a row is wrong or no edition is there. */
export function useCalendar({
  days,
  settings,
}: {
  days: readonly CalendarDayRow[];
  settings: readonly LegalSettingsRow[];
}): void {
  if (settings.length === 0) throw new Error('legal_settings is empty: run the migrations');
  held = {
    special: new Map(days.map((row) => [row._id, asDay(row)])),
    editions: settings.map(asSettings).sort((a, b) => b.validFrom.localeCompare(a.validFrom) || b.version - a.version),
  };
}
/** Reads the special days and the numbers of law from the database into memory, at start and after each change. */
export async function loadCalendar(): Promise<void> {
  const [days, settings] = await Promise.all([
    CalendarDayModel.find().lean<CalendarDayRow[]>(),
    LegalSettingsModel.find().lean<LegalSettingsRow[]>(),
  ]);
  if (days.length === 0) throw new Error('calendar_days is empty: run the migrations');
  useCalendar({ days, settings });
}
/** The numbers of law in force on a date: the latest edition that has begun by then. */
export function settingsOn(on: LegalDate): LegalSettings {
  const found = inForce().editions.find(({ validFrom }) => validFrom <= on);
  if (!found) throw new Error(`legal_settings has no edition in force on ${on}`);
  return found;
}
/** The numbers of law in force today. */
export const currentSettings = (): LegalSettings => settingsOn(today());
/** The terms of the edition of that version, or those in force where it is not known. */
export const valuesOf = (version: number): LegalValues =>
  (inForce().editions.find((edition) => edition.version === version) ?? currentSettings()).values;
/** A change of the numbers of law, from a day on: of those that begin later too where it is for good, else until the next of them begins. */
export interface SettingsChange extends Pick<LegalSettingsRow, 'validFrom' | 'source' | 'author'> {
  change: (values: LegalValues) => LegalValues;
  isForGood: boolean;
}
/** The editions that a change adds, by versions that nothing has: one that begins on its day, and one in the place of each that it changes beside. */
export function editionsBy({ validFrom, source, author, change, isForGood }: SettingsChange): LegalSettingsRow[] {
  const { editions } = inForce();
  const isLatest = (at: number): boolean => editions[at - 1]?.validFrom !== editions[at]?.validFrom;
  const later = editions.filter((edition, at) => isForGood && edition.validFrom > validFrom && isLatest(at));
  const first = Math.max(...editions.map(({ version }) => version)) + 1;
  return [{ ...settingsOn(validFrom), validFrom, source: '' }, ...later].map((edition, i) => ({
    _id: first + i,
    values: change(edition.values),
    validFrom: edition.validFrom,
    source: [edition.source, source].filter(Boolean).join('; '),
    author,
  }));
}
/** Special days that are put in the place of those in memory, and dates that have none. */
export interface DaysTurn {
  put: readonly CalendarDayRow[];
  remove: readonly LegalDate[];
}
/** The dated calendar as it would be with these days, and martial law between other dates where such are given; nothing in memory changes. */
export function calendarWith({ put, remove }: DaysTurn, martialLaw?: readonly Interval[]): WorkCalendar {
  const special = new Map(inForce().special);
  for (const date of remove) special.delete(date);
  for (const row of put) special.set(row._id, asDay(row));
  const { values, ...settings } = currentSettings();
  const calendar = { ...values.calendar, ...(martialLaw && { martialLaw }) };
  return makeCalendar('dated', { ...settings, values: { ...values, calendar } }, special);
}
const calendars = new WeakMap<LegalSettings, Map<CalendarName, WorkCalendar>>();
/** The working calendar of that name, by the rows and numbers now in memory: the same one until they change. */
export function calendarFor(name: CalendarName): WorkCalendar {
  const settings = currentSettings();
  const known = calendars.get(settings) ?? new Map<CalendarName, WorkCalendar>();
  calendars.set(settings, known);
  const calendar = known.get(name) ?? makeCalendar(name, settings);
  known.set(name, calendar);
  return calendar;
}
function makeCalendar(
  name: CalendarName,
  { values }: LegalSettings,
  special: Held['special'] = inForce().special,
): WorkCalendar {
  const { weekend, martialLaw } = values.calendar;
  const isAtWar = (date: LegalDate) => martialLaw.some(({ from, to }) => from <= date && (to === null || date <= to));
  const isMartial = { dated: isAtWar, martial: () => true, peacetime: () => false }[name];
  return workCalendar({ weekend, special, isMartial });
}
