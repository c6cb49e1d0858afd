/** Appeals: what residents ask of the city, as a regime of the register. The only door into this folder. */

export { appealPlug } from './appeal.plug.ts';
export { appealFor, appealsOf } from './appeal.queries.ts';
export { fileAppeal } from './commands/file-appeal.ts';
export { checkFiling } from './filing.check.ts';
