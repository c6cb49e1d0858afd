/**
 * Causes of failures that have a place of their own in the figures: Twilio's error codes for numbers, texts and networks, SMTP's
 * replies, and our own words. Whatever else a provider thinks of is `other`, so that no series is ever made of its words.
 */
const TWILIO = [
  ...[20003, 20429, 21211, 21217, 21408, 21602, 21604, 21610, 21612, 21614, 21617],
  ...[30001, 30002, 30003, 30004, 30005, 30006, 30007, 30008, 30034, 30410, 30500],
];
const SMTP = [421, 450, 451, 452, 454, 530, 535, 550, 551, 552, 553, 554];
const OWN = [
  'receipt',
  'addressee-gone',
  'no-connection',
  'no-answer',
  'http-400',
  'http-401',
  'http-403',
  'http-429',
  'no-list',
  'no-id',
];
const KNOWN: ReadonlySet<string> = new Set([
  ...OWN,
  ...TWILIO.flatMap((code) => [`twilio-${code}`, `receipt-${code}`]),
  ...SMTP.map((code) => `smtp-${code}`),
]);
/** The cause of a change in the ledger as a label: one of a fixed set. */
export const causeLabel = (cause: string): string => (KNOWN.has(cause) ? cause : 'other');
