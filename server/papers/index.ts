/** Papers: documents as PDF, in Ukrainian. The only door into this folder. */

export { bundleOf } from './bundle.ts';
export { cardPdf } from './card.ts';
export { conveningPdf } from './convening.ts';
export { type EnvelopeFacts, envelopesPdf } from './envelopes.ts';
export { FIELD_SCHEME, type FieldStop, fieldListPdf } from './field-list.ts';
export { journalPdf } from './journal.ts';
export { type LetterFacts, letterPdf } from './letter.ts';
export { type NoticeFacts, noticePdf } from './notice.ts';
export { overduePack } from './overdue-pack.ts';
export { type PaperPlace, PLACE_SCHEME } from './place.ts';
export { type PostRegistryFacts, postRegistryPdf } from './post-registry.ts';
export { type PosterPaper, posterPdf } from './poster.ts';
export { sheetPdf } from './sheet.ts';
