import type { Types } from 'mongoose';
import { legalDateOf, today } from '#server/platform/clock.ts';
import { addCalendarDays, type LegalDate } from '#shared/domain/legal-clock/legal-date.ts';
import type { Petition } from './petition.model.ts';
import { type PetitionWindow, WindowModel } from './signature.model.ts';

/** By how many the signatures that count grew on one day in Kyiv; less than nothing where more were taken out than given. */
export interface SignatureDay {
  on: LegalDate;
  signatures: number;
  /** How many counted when the day was over. */
  total: number;
}
/** What is known of one petition: the last window that was looked at, and how many counted at the end of each day. */
interface Known {
  upTo: number;
  totals: ReadonlyMap<LegalDate, number>;
}
const MOST = 1_000;
const known = new Map<string, Known>();

/** What stands in the windows after one of them; a day goes by its last window. */
async function readAfter(petitionId: Types.ObjectId, before: Known): Promise<Known> {
  const windows = await WindowModel.find({ petitionId, n: { $gt: before.upTo } })
    .sort({ n: 1 })
    .select('n tally at')
    .lean<Pick<PetitionWindow, 'n' | 'tally' | 'at'>[]>();
  const totals = new Map(before.totals);
  for (const { tally, at } of windows) totals.set(legalDateOf(at), tally.eid + tally.sms);
  return { upTo: windows.at(-1)?.n ?? before.upTo, totals };
}
/** The totals by day, of which only the windows that were sealed since the last question are read. */
async function totalsOf({ _id, windows }: Pick<Petition, '_id' | 'windows'>): Promise<Known['totals']> {
  const id = String(_id);
  const before = known.get(id) ?? { upTo: 0, totals: new Map() };
  if (before.upTo >= windows) return before.totals;
  const after = await readAfter(_id, before);
  if (known.size >= MOST) known.clear();
  if (after.upTo >= (known.get(id)?.upTo ?? 0)) known.set(id, after);
  return after.totals;
}

/** The days of a petition from its publication on, those without a signature too; to its last day or today, whichever comes first. None where an association collected the signatures: it tells their number alone. */
export async function signaturesByDay(
  petition: Pick<Petition, '_id' | 'windows' | 'publishedAt' | 'endsOn' | 'collectedBy'>,
): Promise<SignatureDay[]> {
  const { publishedAt, endsOn, collectedBy } = petition;
  if (!publishedAt || !endsOn || collectedBy) return [];
  const totals = await totalsOf(petition);
  const now = today();
  const [upTo = now] = [now, endsOn].sort();
  const last = [...totals.keys(), upTo].sort().at(-1) ?? now;
  const days: SignatureDay[] = [];
  let before = 0;
  for (let on = legalDateOf(publishedAt); on <= last; on = addCalendarDays(on, 1)) {
    const total = totals.get(on) ?? before;
    days.push({ on, signatures: total - before, total });
    before = total;
  }
  return days;
}
