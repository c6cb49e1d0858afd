import { fill } from '#shared/texts/fill.ts';
import { mailFrame } from '#shared/texts/uk/mail.ts';
import { type LetterBody, letterHtml, letterText } from './letter.body.ts';
import { siteOf, type Wording } from './wording.ts';

/** A file that goes with a letter: made at the last moment like its words, and kept nowhere. */
export interface Attachment {
  name: string;
  type: string;
  content: Buffer;
}
/** What one letter says to one mailbox. */
export interface LetterWords extends Omit<LetterBody, 'footer'> {
  /** The address of the mailbox. */
  to: string;
  /** For letters that can be turned off, and so for no code: where a bare POST does it (RFC 8058) and a visit offers to. */
  unsubscribeUrl?: string;
  attachments?: readonly Attachment[];
}
/** A letter as it goes to the mail server. It lives in memory for one attempt and is written nowhere. */
export interface Letter {
  to: string;
  subject: string;
  text: string;
  html: string;
  unsubscribeUrl: string | null;
  attachments?: readonly Attachment[];
}
/** Words the letters to one kind of recipient, at the last moment; null where they are gone or the code has run out. */
export type LetterWriter = Wording<LetterWords>;

const writers = new Map<string, LetterWriter>();
/** Names who words the letters to a kind of recipient, at start, in every process that sends. */
export const useLetterWriter = (recipientKind: string, write: LetterWriter): void => {
  writers.set(recipientKind, write);
};
const writerFor = (recipientKind: string): LetterWriter => {
  const write = writers.get(recipientKind);
  if (!write) throw new Error(`notifications: nobody words the letters to a ${recipientKind}`);
  return write;
};

/** Words letters by the writers that were named, and puts the city's frame around them. */
export function letterWording(publicUrl: string): Wording<Letter> {
  const site = siteOf(publicUrl);
  return async (row) => {
    const words = await writerFor(row.recipient.kind)(row);
    if (!words) return null;
    const { to, subject, paragraphs, link, unsubscribeUrl = null, attachments = [] } = words;
    const footer = [fill(mailFrame.automatic, { site })];
    if (unsubscribeUrl) footer.push(fill(mailFrame.unsubscribe, { url: unsubscribeUrl }));
    const body: LetterBody = { subject, paragraphs, link, footer };
    const files = attachments.length > 0 && { attachments };
    return { to, subject, text: letterText(body), html: letterHtml(body), unsubscribeUrl, ...files };
  };
}
