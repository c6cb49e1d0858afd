/** Executors: what they and their superiors are told of their dates, and links by which others work on a case. The only door into this folder. */

export { sendExecutorLetters } from './commands/send-letters.ts';
export { acceptByLink, draftByLink, noteByLink, photoByLink } from './commands/work-by-link.ts';
export { executorRules, readerOf } from './executor.events.ts';
export { executorLetterWriter } from './executor.letters.ts';
export { overdueNow } from './overdue.ts';
export { type LinkedWork, photosOfLink, presentWork } from './work-link.presenter.ts';
export { linkNames, linkOf } from './work-links.ts';
