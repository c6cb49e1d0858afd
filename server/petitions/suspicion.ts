import type { ClientSession, Types } from 'mongoose';
import { SUSPICIONS, type Suspicion } from '#shared/domain/petition.ts';
import { type Burst, burstWith, isForgotten, NO_BURST, SUSPICION_REACH_MS } from '#shared/domain/petition-suspicion.ts';
import type { Petition } from './petition.model.ts';
import { type PetitionSignature, SignatureModel } from './signature.model.ts';
import { idsSince } from './signature.sources.ts';

/** Bursts by their kind and hash. */
interface Bursts {
  get(key: string): Burst | undefined;
  set(key: string, burst: Burst): unknown;
}
/** What the sealing process remembers of a petition: its bursts, as they were when so many windows were sealed. */
interface Memory {
  windows: number;
  bursts: Map<string, Burst>;
  /** From so many bursts on it is tidied. */
  tidyAt: number;
}
/** Petitions that are remembered at once, and bursts that need no tidying; what is forgotten is read again. */
const [MOST_PETITIONS, FEW_BURSTS] = [200, 1_000];
const remembered = new Map<string, Memory>();

type Signed = Pick<PetitionSignature, 'at' | 'network' | 'range'>;
/** Counts a signature into what is remembered; answers why it has to wait. */
const count = (bursts: Bursts, signed: Signed): Suspicion[] =>
  SUSPICIONS.filter((kind) => {
    const hash = signed[kind];
    if (hash === null) return false;
    const key = `${kind} ${hash}`;
    const { burst, isHeld } = burstWith(kind, bursts.get(key) ?? NO_BURST, signed.at.getTime());
    bursts.set(key, burst);
    return isHeld;
  });
/** Reads the last day anew: all that was looked at before, whatever became of it. */
async function recall({ _id: petitionId, windows }: Sealed, session: ClientSession): Promise<Memory> {
  const bursts = new Map<string, Burst>();
  const known = await SignatureModel.find({
    _id: { $gte: idsSince(SUSPICION_REACH_MS) },
    petitionId,
    method: 'sms',
    $or: [{ window: { $ne: null } }, { 'held.0': { $exists: true } }],
  })
    .sort({ _id: 1 })
    .select('at network range')
    .session(session)
    .lean<Signed[]>();
  for (const signed of known) count(bursts, signed);
  return { windows, bursts, tidyAt: FEW_BURSTS };
}
/** Takes out what says nothing any more of what comes from that instant on, now and then. */
function tidy(memory: Memory, at: number): void {
  if (memory.bursts.size < memory.tidyAt) return;
  for (const [key, burst] of memory.bursts) if (isForgotten(burst, at)) memory.bursts.delete(key);
  memory.tidyAt = 2 * memory.bursts.size + FEW_BURSTS;
}
/** Makes these wait, those of the same reasons together. */
async function hold(waiting: ReadonlyMap<PetitionSignature, Suspicion[]>, session: ClientSession): Promise<void> {
  const alike = new Map<string, { held: Suspicion[]; ids: Types.ObjectId[] }>();
  for (const [{ _id }, held] of waiting) {
    const those = alike.get(held.join()) ?? { held, ids: [] };
    alike.set(held.join(), those);
    those.ids.push(_id);
  }
  for (const { held, ids } of alike.values())
    await SignatureModel.updateMany({ _id: { $in: ids } }, { $set: { window: 0, held } }, { session });
}

type Sealed = Pick<Petition, '_id' | 'windows'>;
/** What may be sealed, and what to remember, with the number of windows that are sealed then, once all of it is committed. */
interface Looked {
  passed: PetitionSignature[];
  remember: (windows: number) => void;
}
/**
 * Holds back, in the sealer's transaction, the rows that came in a burst by SMS: they wait for a moderator instead of being sealed. One
 * that a moderator let go, or that was struck meanwhile, waits no second time; electronic identification never waits.
 */
export async function holdSuspicious(
  petition: Sealed,
  rows: readonly PetitionSignature[],
  session: ClientSession,
): Promise<Looked> {
  const id = String(petition._id);
  const before = remembered.get(id);
  // Where somebody else has sealed a window meanwhile, there are signatures that this process did not count.
  const memory = before?.windows === petition.windows ? before : await recall(petition, session);
  const fresh = new Map<string, Burst>();
  const bursts = {
    get: (key: string) => fresh.get(key) ?? memory.bursts.get(key),
    set: (key: string, burst: Burst) => fresh.set(key, burst),
  };
  const waiting = new Map<PetitionSignature, Suspicion[]>();
  for (const row of rows) {
    if (row.method !== 'sms' || row.held.length > 0 || row.keys === undefined) continue;
    const held = count(bursts, row);
    if (held.length > 0) waiting.set(row, held);
  }
  await hold(waiting, session);
  const last = rows.at(-1)?.at.getTime() ?? 0;
  return {
    passed: rows.filter((row) => !waiting.has(row)),
    remember(windows) {
      for (const [key, burst] of fresh) memory.bursts.set(key, burst);
      tidy(memory, last);
      if (remembered.size >= MOST_PETITIONS) remembered.clear();
      remembered.set(id, { ...memory, windows });
    },
  };
}
