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
/** Says what is wrong with a subject beside its whole chain, or null. */
export type ChainCheck = (chain: readonly SealedEvent[]) => Promise<string | null>;

/** Checks every chain, subject by subject, in flat memory, and asks `check` of every whole one. */
export async function verifyHistory(check: ChainCheck = async () => null): Promise<HistoryTally> {
  const tally: HistoryTally = { subjects: 0, events: 0, broken: [], astray: [] };
  let chain: SealedEvent[] = [];
  const close = async (): Promise<void> => {
    const last = chain.at(-1);
    if (!last) return;
    tally.subjects += 1;
    tally.events += chain.length;
    const name = `${last.subject.kind} ${last.subject.id}`;
    if (!isWhole(chain)) return void tally.broken.push(name);
    const fault = await check(chain);
    if (fault) tally.astray.push(`${name}: ${fault}`);
  };
  const sorted = EventModel.find().sort({ 'subject.kind': 1, 'subject.id': 1, seq: 1 }).lean<SealedEvent>();
  for await (const event of sorted.cursor()) {
    if (chain[0] && (chain[0].subject.id !== event.subject.id || chain[0].subject.kind !== event.subject.kind)) {
      await close();
      chain = [];
    }
    chain.push(event);
  }
  await close();
  return tally;
}
