import { staffAtWork } from '#server/identity/index.ts';
import { type LetterWriter, letterFrom } from '#server/notifications/index.ts';
import { fullName } from '#server/people/index.ts';
import { legalDateOf, today } from '#server/platform/clock.ts';
import { dateInFull } from '#shared/texts/dates.ts';
import { petitionPapers } from '#shared/texts/uk/petition-papers.ts';
import { conveningDates } from './council.ts';
import { petitionById } from './petitions.queries.ts';

/** Words the notice to those who answer petitions: how far it has come, the last lawful dates, and the draft of the order to convene the council. */
export const councilLetters =
  (publicUrl: string): LetterWriter =>
  async ({ recipient, subject: about }) => {
    const [petition, staff] = [await petitionById(about.id), await staffAtWork()];
    const to = staff.find(({ _id }) => String(_id) === recipient.id)?.email;
    if (!petition || !to) return null;
    const { tally, threshold, reachedAt, initiator, number, title } = petition;
    const dates = conveningDates(reachedAt ? legalDateOf(reachedAt) : today());
    const places = {
      number: String(number),
      title,
      signatures: String(tally.eid + tally.sms),
      threshold: String(threshold),
      stage: reachedAt ? petitionPapers.council.reached : petitionPapers.council.near,
      initiator: fullName(initiator),
      ...Object.fromEntries(Object.entries(dates).map(([name, date]) => [name, dateInFull('uk', date)])),
    };
    const { linkWords, ...words } = letterFrom('petition.council', places);
    return { to, ...words, link: linkWords ? { words: linkWords, url: `${publicUrl}/petitions/${number}` } : null };
  };
