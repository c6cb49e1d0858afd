/** Appeals: what residents ask of the city, as a regime of the register. The only door into this folder. */

export { type Appeal, appealPlug } from './appeal.plug.ts';
export { appealFor, appealsOf } from './appeal.queries.ts';
export { fileAppeal } from './commands/file-appeal.ts';
export { checkPast, importPast, type PastTally } from './commands/import-past.ts';
export { type Backer, convertedAppeal } from './converted-appeal.ts';
export {
  beginDraft,
  DRAFT_LIFETIME_MS,
  type Draft,
  draftIdOf,
  dropDraft,
  endDraft,
  liveDrafts,
  readDraft,
  saveDraft,
} from './drafts.ts';
export { checkFiling } from './filing.check.ts';
export { broughtBy } from './new-appeal.ts';
export { readMapping } from './past/past-mapping.ts';
