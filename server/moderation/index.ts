/** Moderation: what may be shown to everybody at all. The only door into this folder. */

export { fileReport } from './commands/file-report.ts';
export { SWITCHED } from './commands/switch-district.ts';
export { hiddenDistricts, hiddenNow, isHidden, loadHiddenDistricts, WHOLE_CITY } from './hidden-districts.ts';
