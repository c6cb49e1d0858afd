import { staffAtWork } from '#server/identity/index.ts';
import { type LetterWriter, letterFrom } from '#server/notifications/index.ts';
import { conveningOrder, conveningPlaces } from './convening-order.ts';
import type { Petition } from './petition.model.ts';
import { petitionById } from './petitions.queries.ts';

/** The draft of the order as the words of a letter. */
function draftOf(petition: Petition): string {
  const { about, ground, items } = conveningOrder(petition);
  return [about, ground, ...items.map((item, i) => `${i + 1}. ${item}`)].join('\n');
}
/** Words the notice to those who answer petitions: how far it has come, the last lawful dates, and the draft of the order to convene the council. */
export const councilLetters =
  (publicUrl: string): LetterWriter =>
  async ({ recipient, subject: about }) => {
    const [petition, staff] = [await petitionById(about.id), await staffAtWork()];
    const to = staff.find(({ _id }) => String(_id) === recipient.id)?.email;
    if (!petition || !to) return null;
    const places = { ...conveningPlaces(petition), draft: draftOf(petition) };
    const { linkWords, ...words } = letterFrom('petition.council', places);
    const url = `${publicUrl}/petitions/${petition.number}`;
    return { to, ...words, link: linkWords ? { words: linkWords, url } : null };
  };
