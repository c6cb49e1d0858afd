import { isObjectId } from '#server/platform/object-id.ts';
import { Problem } from '#server/platform/problem.ts';
import { addresseesOf, type Case, caseById, type Notice, noticesOf } from '#server/register/index.ts';
import { PostalItemModel, type PostalItemRow } from './postal.model.ts';

/** A paper with all that its letter is made of. */
export interface MailedPaper {
  found: Case;
  addressee: { name: string; address: string };
  outgoing: { number: string; on: string };
  /** What it tells; null for the answer itself. */
  notice: Notice | null;
}
/** What was told by the event that brought the paper; of papers from before events' moments were kept, the last of its kind until then. */
async function noticeOf({ kind, toldAt, _id }: PostalItemRow, found: Case): Promise<Notice | null> {
  const told = (await noticesOf(found)).filter(({ verb }) => verb === kind);
  const until = _id.getTimestamp().getTime() + 1_000;
  const isIt = ({ at }: Notice): boolean => (toldAt ? Date.parse(at) === toldAt.getTime() : Date.parse(at) <= until);
  return told.find(isIt) ?? null;
}
/** A paper by its id, in the open, for whoever hands it to the post; 404 where there is none, or its words or its person are gone. */
export async function mailedPaper(id: string): Promise<MailedPaper> {
  const row = isObjectId(id) ? await PostalItemModel.findById(id).lean<PostalItemRow>() : null;
  const found = row && (await caseById(String(row.caseId)));
  if (!row || !found) throw new Problem('not-found');
  const person = (await addresseesOf([String(row.personId)])).get(String(row.personId));
  const notice = row.kind === 'answer' ? null : await noticeOf(row, found);
  if (!person || (row.kind !== 'answer' && !notice)) throw new Problem('not-found');
  const outgoing = { number: row.outgoingNumber, on: row.on };
  return { found, addressee: { name: person.name, address: person.address }, outgoing, notice };
}
