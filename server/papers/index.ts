/** Papers: documents as PDF, in Ukrainian. The only door into this folder. */

export { bundleOf } from './bundle.ts';
export { cardPdf } from './card.ts';
export { type LetterFacts, letterPdf } from './letter.ts';
export { overduePack } from './overdue-pack.ts';
export { sheetPdf } from './sheet.ts';
