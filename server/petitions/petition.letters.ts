import { type LetterWriter, letterFrom } from '#server/notifications/index.ts';
import { spacedNumber } from '#shared/texts/codes.ts';
import { dateInFull } from '#shared/texts/dates.ts';
import { mail } from '#shared/texts/uk/mail.ts';
import { petitionPapers } from '#shared/texts/uk/petition-papers.ts';
import { newsLinkOf } from './commands/change-news.ts';
import { isPetitionRecipient, petitionEmailOf } from './petition.audience.ts';
import type { Petition } from './petition.model.ts';
import { latestRoot } from './petition-root.model.ts';
import { petitionById } from './petitions.queries.ts';

const isOurs = (template: string): template is Extract<keyof typeof mail, `petition.${string}`> =>
  template.startsWith('petition.') && template in mail;

/** What of a petition stands in letters: numbers, dates and states. */
async function placesOf(petition: Petition): Promise<Record<string, string>> {
  const root = await latestRoot(petition._id);
  const { answer, appealNumber, dueOn, number, threshold } = petition;
  return {
    number: String(number),
    due: dueOn ? dateInFull('uk', dueOn) : '',
    threshold: String(threshold),
    decision: answer ? petitionPapers.decisions[answer.decision] : '',
    appeal: appealNumber ? spacedNumber(appealNumber) : '',
    date: root ? dateInFull('uk', root.on) : '',
    signatures: root ? String(root.tally.eid + root.tally.sms) : '0',
    size: String(root?.size ?? 0),
    root: root?.root ?? '',
  };
}

/** Words letters about a petition to its author and to those who signed it, as it stands at that moment; null where it is gone. */
export const petitionLetters =
  (publicUrl: string): LetterWriter =>
  async ({ recipient, subject: about, template }) => {
    const petition = await petitionById(about.id);
    if (!petition || !isPetitionRecipient(recipient.kind) || !isOurs(template)) return null;
    const to = await petitionEmailOf(recipient.id, recipient.kind);
    if (to === null) return null;
    const places = await placesOf(petition);
    const { linkWords, ...words } = letterFrom(template, places);
    const toOwn = template === 'petition.suggested';
    const path = toOwn
      ? '/my/petitions'
      : `/petitions/${petition.mergedInto ?? petition.number}${template === 'petition.root' ? '#verify' : ''}`;
    const isSigner = recipient.kind === 'petition-signer';
    const off = isSigner && { unsubscribeUrl: `${publicUrl}/letters/petitions/${newsLinkOf(recipient.id)}` };
    return { to, ...words, ...off, link: linkWords ? { words: linkWords, url: `${publicUrl}${path}` } : null };
  };
