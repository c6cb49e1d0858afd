import { now, today } from '#server/platform/clock.ts';
import { walkHistory } from '../history.walk.ts';
import { allRoots, type HistoryLeaf, type HistoryRoot, LeafModel, RootModel } from '../root.model.ts';
import { addLeaf, beginRoot, sealRoot } from '../root.seal.ts';

/** Leaves that are written at once. */
const BATCH = 1_000;

/**
 * Makes the root of today's night, once; null where it is there. Called under a lease. Leaves are written first and the root last:
 * those of a night that never got its root count for nothing and are swept by the next.
 */
export async function makeNightlyRoot(): Promise<HistoryRoot | null> {
  const night = today();
  const roots = await allRoots();
  if (roots.some(({ _id }) => _id >= night)) return null;
  await LeafModel.deleteMany({ night: { $nin: roots.map(({ _id }) => _id) } });

  const prev = roots.at(-1)?.hash ?? null;
  const hash = beginRoot(prev);
  let [subjects, changed] = [0, 0];
  let fresh: HistoryLeaf[] = [];
  const write = async (): Promise<void> => {
    if (fresh.length > 0) await LeafModel.insertMany(fresh, { lean: true });
    changed += fresh.length;
    fresh = [];
  };
  for await (const { subject, chain, leaves } of walkHistory()) {
    subjects += 1;
    const last = chain.at(-1);
    if (!last || last.seq <= (leaves.at(-1)?.seq ?? 0)) continue;
    const leaf = { subject, seq: last.seq, mac: last.mac, night };
    addLeaf(hash, leaf);
    fresh.push(leaf);
    if (fresh.length >= BATCH) await write();
  }
  await write();
  const root = sealRoot({ _id: night, madeAt: now(), subjects, changed, hash: hash.digest('hex'), prev });
  await RootModel.create(root);
  return root;
}
