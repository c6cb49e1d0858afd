/** Open data: all published cases and petitions as files. The only door into this folder, beside its routes. */

export { makeSnapshot } from './commands/make-snapshot.ts';
export { makeTonightsSnapshot } from './commands/tonights-snapshot.ts';
export { PETITION_COLUMNS, PETITION_FORMAT_NAMES, PETITION_FORMATS } from './petition-rows.ts';
export { type ServedSnapshot, servedSnapshot } from './published-files.ts';
export { CSV_COLUMNS, FORMAT_NAMES, FORMATS } from './row-formats.ts';
export { TODAY_FORMATS } from './today.ts';
