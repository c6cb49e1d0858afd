import { staffAtWork } from '#server/identity/index.ts';
import { type LetterWriter, letterFrom } from '#server/notifications/index.ts';
import { fullName } from '#server/people/index.ts';
import { dateInFull } from '#shared/texts/dates.ts';
import { fill } from '#shared/texts/fill.ts';
import { petitionPapers } from '#shared/texts/uk/petition-papers.ts';
import { conveningDates } from './council.ts';
import type { Petition } from './petition.model.ts';
import { countOf } from './petition.presenter.ts';
import { petitionById } from './petitions.queries.ts';

/** How far it has come. */
function stageOf({ reachedAt, collectedBy }: Petition): string {
  const { reached, near, forwarded } = petitionPapers.council;
  if (!collectedBy) return reachedAt ? reached : near;
  return fill(forwarded, { association: collectedBy.name, date: dateInFull('uk', collectedBy.receivedOn) });
}
/** Words the notice to those who answer petitions: how far it has come, the last lawful dates, and the draft of the order to convene the council. */
export const councilLetters =
  (publicUrl: string): LetterWriter =>
  async ({ recipient, subject: about }) => {
    const [petition, staff] = [await petitionById(about.id), await staffAtWork()];
    const to = staff.find(({ _id }) => String(_id) === recipient.id)?.email;
    if (!petition || !to) return null;
    const { threshold, initiator, number, title } = petition;
    const dates = conveningDates(petition);
    const places = {
      number: String(number),
      title,
      signatures: String(countOf(petition).signatures),
      threshold: String(threshold),
      stage: stageOf(petition),
      initiator: fullName(initiator),
      ...Object.fromEntries(Object.entries(dates).map(([name, date]) => [name, dateInFull('uk', date)])),
    };
    const { linkWords, ...words } = letterFrom('petition.council', places);
    return { to, ...words, link: linkWords ? { words: linkWords, url: `${publicUrl}/petitions/${number}` } : null };
  };
