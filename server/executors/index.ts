/** Executors: what they and their superiors are told of their dates, and links by which others work on a case. The only door into this folder. */

export { type SentLetters, sendExecutorLetters } from './commands/send-letters.ts';
export { executorRules, readerOf } from './executor.events.ts';
export { executorLetterWriter } from './executor.letters.ts';
export { overdueNow } from './overdue.ts';
