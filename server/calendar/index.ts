/** Calendar: which days the city works, and the dated numbers of law. The only door into this folder. */

export { CalendarDayModel, type CalendarDayRow, LegalSettingsModel, type LegalSettingsRow } from './calendar.model.ts';
export { calendarSeed } from './calendar.seed.ts';
export {
  type CalendarName,
  calendarFor,
  calendarWith,
  currentSettings,
  type DaysTurn,
  editionsBy,
  loadCalendar,
  settingsOn,
  useCalendar,
  valuesOf,
} from './calendar.ts';
export { type CalendarChange, CalendarChangeModel } from './calendar-change.model.ts';
