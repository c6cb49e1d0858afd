import type { Subject } from '#server/platform/outbox.ts';
import { EventModel } from './event.model.ts';
import { isWhole, type SealedEvent } from './event.seal.ts';

/** A subject's events, oldest first. */
export const eventsOf = ({ kind, id }: Subject): Promise<SealedEvent[]> =>
  EventModel.find({ 'subject.kind': kind, 'subject.id': id }).sort({ seq: 1 }).lean<SealedEvent[]>().exec();

/** What a walk over all history found: `broken` names the subjects whose chain does not hold, `astray` those that do not fit theirs. */
export interface HistoryTally {
  subjects: number;
  events: number;
  broken: string[];
  astray: string[];
}
/** The events of one subject, in order. */
export type Chain = readonly SealedEvent[];
/** Says what is wrong with each subject beside its whole chain, or null; many are asked about at once, so that few queries serve all. */
export type ChainCheck = (chains: readonly Chain[]) => Promise<readonly (string | null)[]>;

/** Events that are read at once, and chains that are checked at once. */
const [BATCH, CHAINS] = [2_000, 250];

/** All history, subject by subject, in flat memory. The driver's own cursor: a million cases have millions of events. */
async function* chains(): AsyncGenerator<Chain> {
  const sorted = EventModel.collection
    .find<SealedEvent>({})
    .sort({ 'subject.kind': 1, 'subject.id': 1, seq: 1 })
    .batchSize(BATCH);
  let chain: SealedEvent[] = [];
  while (await sorted.hasNext())
    for (const event of sorted.readBufferedDocuments()) {
      const [first] = chain;
      if (first && (first.subject.id !== event.subject.id || first.subject.kind !== event.subject.kind)) {
        yield chain;
        chain = [];
      }
      chain.push(event);
    }
  if (chain.length > 0) yield chain;
}
const nameOf = ([first]: Chain): string => (first ? `${first.subject.kind} ${first.subject.id}` : '');

/** Checks every chain, asks `check` of the whole ones, and calls back with what was found so far. */
export async function verifyHistory(
  check: ChainCheck = async (whole) => whole.map(() => null),
  onProgress: (tally: HistoryTally) => void = () => undefined,
): Promise<HistoryTally> {
  const tally: HistoryTally = { subjects: 0, events: 0, broken: [], astray: [] };
  let whole: Chain[] = [];
  const checkAll = async (): Promise<void> => {
    const faults = await check(whole);
    for (const [i, chain] of whole.entries()) if (faults[i]) tally.astray.push(`${nameOf(chain)}: ${faults[i]}`);
    whole = [];
    onProgress(tally);
  };
  for await (const chain of chains()) {
    tally.subjects += 1;
    tally.events += chain.length;
    if (isWhole(chain)) whole.push(chain);
    else tally.broken.push(nameOf(chain));
    if (whole.length >= CHAINS) await checkAll();
  }
  await checkAll();
  return tally;
}
