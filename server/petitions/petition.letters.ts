import { type LetterWriter, letterFrom } from '#server/notifications/index.ts';
import { spacedNumber } from '#shared/texts/codes.ts';
import { dateInFull } from '#shared/texts/dates.ts';
import { fill } from '#shared/texts/fill.ts';
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
const placesOf = (petition: Petition): Record<string, string> => {
  const { answer, appealNumber, dueOn, number, threshold, collectedBy, title } = petition;
  return {
    number: String(number),
    title,
    association: collectedBy?.name ?? '',
    received: collectedBy ? dateInFull('uk', collectedBy.receivedOn) : '',
    due: dueOn ? dateInFull('uk', dueOn) : '',
    threshold: String(threshold),
    decision: answer ? petitionPapers.decisions[answer.decision] : '',
    appeal: appealNumber ? spacedNumber(appealNumber) : '',
  };
};
/** What of the latest root stands in the letter that tells it. */
async function rootPlacesOf({ _id }: Petition): Promise<Record<string, string>> {
  const root = await latestRoot(_id);
  return {
    date: root ? dateInFull('uk', root.on) : '',
    signatures: root ? String(root.tally.eid + root.tally.sms) : '0',
    size: String(root?.size ?? 0),
    root: root?.root ?? '',
  };
}

/** The whole answer, which the author of a petition and the association that sent it are owed in writing (Law 393/96-ВР, art. 23-1). */
function writtenCopy({ answer }: Petition): string[] {
  if (!answer) return [];
  const { copy } = petitionPapers;
  return [
    fill(copy.reasons, { text: answer.reasons }),
    ...(answer.measures ? [fill(copy.measures, { text: answer.measures })] : []),
    ...(answer.unit ? [fill(copy.unit, { text: answer.unit })] : []),
    ...answer.followUps.map(({ on, what }) => fill(copy.followUp, { date: dateInFull('uk', on), text: what })),
  ];
}

/** Words letters about a petition to its author, to the association that sent it and to those who signed it, as it stands at that moment; null where it is gone. */
export const petitionLetters =
  (publicUrl: string): LetterWriter =>
  async ({ recipient, subject: about, template }) => {
    const petition = await petitionById(about.id);
    const { kind, id } = recipient;
    if (!petition || !isPetitionRecipient(kind) || !isOurs(template)) return null;
    const to = await petitionEmailOf(petition, { kind, id });
    if (to === null) return null;
    const places = { ...placesOf(petition), ...(template === 'petition.root' && (await rootPlacesOf(petition))) };
    const { linkWords, paragraphs, ...words } = letterFrom(template, places);
    const copy = template === 'petition.answered' && kind !== 'petition-signer' ? writtenCopy(petition) : [];
    const toOwn = template === 'petition.suggested';
    const path = toOwn
      ? '/my/petitions'
      : `/petitions/${petition.mergedInto ?? petition.number}${template === 'petition.root' ? '#verify' : ''}`;
    const isSigner = kind === 'petition-signer';
    const off = isSigner && { unsubscribeUrl: `${publicUrl}/letters/petitions/${newsLinkOf(id)}` };
    return {
      to,
      ...words,
      ...off,
      paragraphs: [...paragraphs, ...copy],
      link: linkWords ? { words: linkWords, url: `${publicUrl}${path}` } : null,
    };
  };
