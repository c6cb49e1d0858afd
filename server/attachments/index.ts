/** Attachments: photos and documents of drafts and cases, cleaned before they are kept. The only door into this folder. */

export type { Attachment } from './attachment.model.ts';
export { presentAttachment, presentPublicPhoto } from './attachment.presenter.ts';
export { attachmentById, attachmentsOf, publicPhotosOf } from './attachments.queries.ts';
export { linkToCase } from './commands/link-to-case.ts';
export { redactPhoto } from './commands/redact-photo.ts';
export { removeAttachment } from './commands/remove-attachment.ts';
export { sweepOrphans } from './commands/sweep-orphans.ts';
export { type Incoming, takeIn } from './commands/take-in.ts';
export { FileRefusal, toldOf } from './refusal.ts';
export { readScan, readWhole } from './scan.ts';
