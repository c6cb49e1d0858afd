import type { mongo } from 'mongoose';
import type { Subject } from '#server/platform/outbox.ts';
import { EventModel } from './event.model.ts';
import type { SealedEvent } from './event.seal.ts';
import { type HistoryLeaf, LeafModel } from './root.model.ts';

/** The events of one subject, in order. */
export type Chain = readonly SealedEvent[];
/** A subject with all its events and all the leaves that nightly roots cover of it; either may be missing. */
export interface Walked {
  subject: Subject;
  chain: Chain;
  leaves: readonly HistoryLeaf[];
}
/** Rows that are read at once. */
const BATCH = 2_000;
const ORDER = { 'subject.kind': 1, 'subject.id': 1, seq: 1 } as const;

/** Neither before nor after: of one subject. MongoDB compares bytes, as this does for kinds and ids, which are plain ASCII. */
function compare(a: Subject, b: Subject): number {
  if (a.kind !== b.kind) return a.kind < b.kind ? -1 : 1;
  if (a.id === b.id) return 0;
  return a.id < b.id ? -1 : 1;
}
/** Rows subject by subject, in flat memory. The driver's own cursor: a million cases have millions of events. */
async function* bySubject<T extends { subject: Subject }>(rows: mongo.FindCursor<T>): AsyncGenerator<T[], undefined> {
  let group: T[] = [];
  while (await rows.hasNext())
    for (const row of rows.readBufferedDocuments()) {
      const [first] = group;
      if (first && compare(first.subject, row.subject) !== 0) {
        yield group;
        group = [];
      }
      group.push(row);
    }
  if (group.length > 0) yield group;
}

/** All subjects in order, each with its chain and its leaves. */
export async function* walkHistory(): AsyncGenerator<Walked> {
  const events = EventModel.collection.find<SealedEvent>({}).sort(ORDER).batchSize(BATCH);
  const covered = LeafModel.collection.find<HistoryLeaf>({}).sort(ORDER).batchSize(BATCH);
  const [chains, groups] = [bySubject(events), bySubject(covered)];
  let [chain, leaves] = [(await chains.next()).value, (await groups.next()).value];
  for (;;) {
    const [event, leaf] = [chain?.[0]?.subject, leaves?.[0]?.subject];
    const subject = event && leaf && compare(leaf, event) < 0 ? leaf : (event ?? leaf);
    if (!subject) return;
    const isEvents = event !== undefined && compare(event, subject) === 0;
    const isLeaves = leaf !== undefined && compare(leaf, subject) === 0;
    yield { subject, chain: (isEvents && chain) || [], leaves: (isLeaves && leaves) || [] };
    if (isEvents) chain = (await chains.next()).value;
    if (isLeaves) leaves = (await groups.next()).value;
  }
}
