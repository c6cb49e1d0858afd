import { type ClientSession, Types } from 'mongoose';
import { EMPTY_TREE, grown, rootOf, type TreeEdge } from '#server/platform/merkle.ts';
import { type Transaction, transaction } from '#server/platform/transaction.ts';
import { councilEvent } from '../council.ts';
import { type Petition, PetitionModel, type PetitionTally } from '../petition.model.ts';
import { removalLeaf, signatureLeaf } from '../signature.leaf.ts';
import {
  type PetitionSignature,
  type PetitionWindow,
  RemovalModel,
  SignatureModel,
  type SignatureRemoval,
  WindowModel,
} from '../signature.model.ts';
import { holdSuspicious } from '../suspicion.ts';
import { SYSTEM } from '../system-actor.ts';
import { bytesOf, packedIds, placesOf } from '../window.places.ts';
import { movePetitionIn } from './move-petition.ts';

/** So many entries are closed in one window at the most. */
const MOST = 5_000;
/** From this part of the threshold on the council prepares for it. */
const NEAR = 0.8;

/** Petitions with entries that wait to be sealed. */
export async function unsealedPetitions(): Promise<Types.ObjectId[]> {
  const [signed, removed] = await Promise.all([
    SignatureModel.distinct('petitionId', { window: null }),
    RemovalModel.distinct('petitionId', { window: null }),
  ]);
  return [...new Map([...signed, ...removed].map((id) => [String(id), id])).values()];
}

/** What waits, in the order in which it is going to stand in the list. */
interface Waiting {
  signatures: PetitionSignature[];
  /** Of signatures that are sealed already, or in this very window. */
  removals: (SignatureRemoval & { of: PetitionSignature; place: number })[];
  /** How many signatures were looked at: those that wait for a moderator from now on among them. */
  looked: number;
  remember: (windows: number) => void;
}
async function waitingOf(petition: Petition, from: number, session: ClientSession): Promise<Waiting> {
  const waiting = { petitionId: petition._id, window: null };
  const come = await SignatureModel.find(waiting)
    .sort({ _id: 1 })
    .limit(MOST)
    .session(session)
    .lean<PetitionSignature[]>();
  const { passed: signatures, remember } = await holdSuspicious(petition, come, session);
  const asked = await RemovalModel.find(waiting)
    .sort({ _id: 1 })
    .limit(MOST)
    .session(session)
    .lean<SignatureRemoval[]>();
  const places = new Map(signatures.map(({ _id }, i) => [String(_id), from + i + 1]));
  const known = new Map(signatures.map((one) => [String(one._id), one]));
  const ids = asked.flatMap(({ signatureId }) => (known.has(String(signatureId)) ? [] : [signatureId]));
  const earlier = await SignatureModel.find({ _id: { $in: ids } })
    .session(session)
    .lean<PetitionSignature[]>();
  for (const one of earlier) known.set(String(one._id), one);
  for (const [id, place] of await placesOf(earlier, session)) places.set(id, place);
  const removals = asked.flatMap((removal) => {
    const id = String(removal.signatureId);
    const [of, place] = [known.get(id), places.get(id)];
    return of && place ? [{ ...removal, of, place }] : [];
  });
  return { signatures, removals, looked: come.length, remember };
}
function tallied(
  tally: PetitionTally,
  { signatures, removals }: Pick<Waiting, 'signatures' | 'removals'>,
): PetitionTally {
  const after = { ...tally, removed: tally.removed + removals.length };
  for (const { method } of signatures) after[method] += 1;
  for (const { of } of removals) after[of.method] -= 1;
  return after;
}

/** Keeps the new count; the window that brings four fifths of the threshold tells the council, the one that brings all of it declares it. */
async function countIn(
  tx: Transaction,
  petition: Petition,
  counted: Pick<Petition, 'tally' | 'windows'>,
): Promise<void> {
  const { _id, status, threshold, nearedAt } = petition;
  const count = counted.tally.eid + counted.tally.sms;
  if (status === 'collecting' && threshold !== null && count >= threshold) {
    await movePetitionIn(tx, SYSTEM, petition, { verb: 'declare' }, counted);
    return tx.record([councilEvent(petition, 'petition.council-all')]);
  }
  const isNear = status === 'collecting' && threshold !== null && nearedAt === null && count >= threshold * NEAR;
  const changes = { ...counted, ...(isNear && { nearedAt: tx.at }) };
  await PetitionModel.updateOne({ _id }, { $set: changes }, { session: tx.session });
  if (isNear) await tx.record([councilEvent(petition, 'petition.council-near')]);
}

/** What one round of the sealer did: how many rows it looked at, and what to do once that is committed. */
interface Round {
  looked: number;
  committed: () => void;
}
/** Closes a window of what waits, save for what has to wait for a moderator. */
async function sealIn(tx: Transaction, petitionId: Types.ObjectId): Promise<Round> {
  const { session, at } = tx;
  const petition = await PetitionModel.findById(petitionId).session(session).lean<Petition>();
  if (petition?.number == null) throw new Error('a signature names no petition');
  const { number } = petition;
  const last = await WindowModel.findOne({ petitionId, n: petition.windows })
    .select('size peaks')
    .session(session)
    .lean<PetitionWindow>();
  const edge: TreeEdge = last ? { size: last.size, peaks: last.peaks.map(bytesOf) } : EMPTY_TREE;
  const waiting = await waitingOf(petition, edge.size, session);
  const { signatures, removals, remember } = waiting;
  const looked = waiting.looked + removals.length;
  if (signatures.length + removals.length === 0) return { looked, committed: () => remember(petition.windows) };

  const n = petition.windows + 1;
  const leaves = [
    ...signatures.map((signature) => signatureLeaf(number, signature)),
    ...removals.map((removal) => removalLeaf(number, removal.place, removal.reason, removal.at)),
  ];
  const tree = grown(edge, leaves);
  const tally = tallied(petition.tally, waiting);
  const window: Omit<PetitionWindow, '_id'> = {
    petitionId,
    number,
    n,
    from: edge.size,
    signed: signatures.length,
    ids: packedIds([...signatures, ...removals].map(({ _id }) => _id)),
    leaves: Buffer.concat(leaves),
    size: tree.size,
    peaks: tree.peaks.map(bytesOf),
    root: rootOf(tree),
    tally,
    at,
  };
  // The unique index over (petition, n) lets one of two sealers win.
  await WindowModel.collection.insertOne({ _id: new Types.ObjectId(), ...window }, { session });
  const inWindow = { $set: { window: n } };
  if (signatures.length > 0)
    await SignatureModel.updateMany({ _id: { $in: signatures.map(({ _id }) => _id) } }, inWindow, { session });
  if (removals.length > 0)
    await RemovalModel.updateMany({ _id: { $in: removals.map(({ _id }) => _id) } }, inWindow, { session });
  await countIn(tx, petition, { tally, windows: n });
  return { looked, committed: () => remember(n) };
}

/**
 * Seals what waits of a petition into its next window, and declares the threshold, once, in the transaction of the window that
 * reaches it. Answers true where more may wait. Whoever else seals the same at this moment loses, and finds it done.
 */
export async function sealWindow(petitionId: Types.ObjectId): Promise<boolean> {
  const { looked, committed } = await transaction((tx) => sealIn(tx, petitionId));
  committed();
  return looked >= MOST;
}
