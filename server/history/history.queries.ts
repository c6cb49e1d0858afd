import type { QueryFilter, Types } from 'mongoose';
import { type Facts, OutboxModel, type OutboxRow, type Subject } from '#server/platform/outbox.ts';
import type { EventKind } from '#shared/domain/workflow.ts';
import { EventModel } from './event.model.ts';
import { isWhole, type SealedEvent } from './event.seal.ts';
import type { HistoryFault } from './history.faults.ts';
import { type Chain, type Walked, walkHistory } from './history.walk.ts';
import { type KeptRoots, RootAudit } from './root.audit.ts';
import { allRoots } from './root.model.ts';

/** A subject's events, oldest first. */
export const eventsOf = ({ kind, id }: Subject): Promise<SealedEvent[]> =>
  EventModel.find({ 'subject.kind': kind, 'subject.id': id }).sort({ seq: 1 }).lean<SealedEvent[]>().exec();

/** A subject's first and last events, so many of each at the most, oldest first; `leftOut` is how many lie between them. */
export async function eventsAround(
  { kind, id }: Subject,
  most: number,
): Promise<{ events: SealedEvent[]; leftOut: number }> {
  const theirs = { 'subject.kind': kind, 'subject.id': id };
  const first = await EventModel.find(theirs).sort({ seq: 1 }).limit(most).lean<SealedEvent[]>();
  const before = first.at(-1);
  if (!before || first.length < most) return { events: first, leftOut: 0 };
  const last = await EventModel.find({ ...theirs, seq: { $gt: before.seq } })
    .sort({ seq: -1 })
    .limit(most)
    .lean<SealedEvent[]>();
  last.reverse();
  return { events: [...first, ...last], leftOut: (last[0]?.seq ?? before.seq + 1) - before.seq - 1 };
}

/** Which events are looked for, whatever they are about. */
export interface WantedEvents {
  /** Kinds of subjects: those that have an index for it. */
  subjects: readonly string[];
  kinds: readonly EventKind[];
  actorId?: string;
  /** Facts that an event must have. */
  facts?: Facts;
  from: Date | null;
  /** The first instant that is too late. */
  until: Date | null;
}
/** Events of these kinds, newest first, from before the one of that id on. */
export async function eventsOfKinds(
  { subjects, kinds, actorId, facts = {}, from, until }: WantedEvents,
  { before, limit }: { before: string | null; limit: number },
): Promise<{ items: (SealedEvent & { id: string })[]; hasMore: boolean }> {
  const at = { ...(from && { $gte: from }), ...(until && { $lt: until }) };
  const wanted: QueryFilter<SealedEvent> = {
    'subject.kind': { $in: [...subjects] },
    kind: { $in: [...kinds] },
    ...(actorId && { actorId }),
    ...Object.fromEntries(Object.entries(facts).map(([name, value]) => [`facts.${name}`, value])),
    ...((from || until) && { at }),
    ...(before && { _id: { $lt: before } }),
  };
  const found = await EventModel.find(wanted)
    .sort({ _id: -1 })
    .limit(limit + 1)
    .lean<(SealedEvent & { _id: Types.ObjectId })[]>();
  return {
    items: found.slice(0, limit).map((event) => ({ ...event, id: String(event._id) })),
    hasMore: found.length > limit,
  };
}

/** What a walk over all history found: `broken` names subjects whose chain does not hold, `astray` whatever else does not fit. */
export interface HistoryTally {
  subjects: number;
  events: number;
  roots: number;
  broken: string[];
  astray: { subject: string; fault: HistoryFault }[];
}
/** Says what is wrong with each subject beside its whole chain, or null; many are asked about at once, so that few queries serve all. */
export type ChainCheck = (chains: readonly Chain[]) => Promise<readonly (HistoryFault | null)[]>;
/** What a walk is told beside. */
export interface Walk {
  onProgress?: (tally: HistoryTally) => void;
  /** Roots that somebody kept outside, to hold ours against. */
  kept?: KeptRoots;
}
/** Chains that are checked at once, and outbox rows that are read at once. */
const [CHAINS, ROWS] = [250, 2_000];
const nameOf = ({ kind, id }: Subject): string => `${kind} ${id}`;
const deedOf = ({ kind, subject, at }: Pick<OutboxRow, 'kind' | 'subject' | 'at'>): string =>
  `${nameOf(subject)} ${kind} ${new Date(at).getTime()}`;

/** Subjects of which the outbox tells something that their history does not; of `kind` alone, for others may keep no history. */
async function cutShort(kind: string): Promise<Set<string>> {
  const cut = new Set<string>();
  const check = async (rows: readonly OutboxRow[]): Promise<void> => {
    const ids = [...new Set(rows.map(({ subject }) => subject.id))];
    const events = await EventModel.collection
      .find<SealedEvent>({ 'subject.kind': kind, 'subject.id': { $in: ids } })
      .project<Pick<SealedEvent, 'kind' | 'subject' | 'at'>>({ kind: 1, subject: 1, at: 1 })
      .toArray();
    const done = new Set(events.map(deedOf));
    for (const row of rows) if (!done.has(deedOf(row))) cut.add(nameOf(row.subject));
  };
  const rows = OutboxModel.collection.find<OutboxRow>({ 'subject.kind': kind }).batchSize(ROWS);
  while (await rows.hasNext()) await check(rows.readBufferedDocuments());
  return cut;
}

/** Checks every chain, its roots and the outbox, asks `check` of the whole ones, and calls back with what was found so far. */
export async function verifyHistory(
  check: ChainCheck = async (whole) => whole.map(() => null),
  { onProgress = () => undefined, kept = [] }: Walk = {},
): Promise<HistoryTally> {
  const roots = await allRoots();
  const audit = new RootAudit(roots);
  const tally: HistoryTally = { subjects: 0, events: 0, roots: roots.length, broken: [], astray: [] };
  let whole: Walked[] = [];
  const checkAll = async (): Promise<void> => {
    const faults = await check(whole.map(({ chain }) => chain));
    for (const [i, { subject }] of whole.entries()) {
      const fault = faults[i];
      if (fault) tally.astray.push({ subject: nameOf(subject), fault });
    }
    whole = [];
    onProgress(tally);
  };
  for await (const walked of walkHistory()) {
    const { subject, chain } = walked;
    const fault = audit.faultOf(walked);
    if (fault) tally.astray.push({ subject: nameOf(subject), fault });
    if (chain.length === 0) continue;
    tally.subjects += 1;
    tally.events += chain.length;
    if (isWhole(chain)) whole.push(walked);
    else tally.broken.push(nameOf(subject));
    if (whole.length >= CHAINS) await checkAll();
  }
  await checkAll();
  for (const subject of await cutShort('case')) tally.astray.push({ subject, fault: 'historyCut' });
  tally.astray.push(...audit.rootFaults(kept));
  return tally;
}
/** Which of these subjects have no history at all. */
export async function withoutHistory(kind: string, ids: readonly string[]): Promise<string[]> {
  const begun = await EventModel.collection
    .find<SealedEvent>({ 'subject.kind': kind, 'subject.id': { $in: [...ids] }, seq: 1 })
    .project<{ subject: Subject }>({ _id: 0, 'subject.kind': 1, 'subject.id': 1 })
    .toArray();
  const known = new Set(begun.map(({ subject }) => subject.id));
  return ids.filter((id) => !known.has(id));
}
