/** Reference: what the city keeps by itself, row by row or by file, and the dates that follow the calendar. The only door into this folder. */

export { followCalendar } from './calendar-turns.ts';
export { REFERENCE_CHANGED } from './commands/put-rows.ts';
