import type { Hash } from 'node:crypto';
import type { HistoryFault } from './history.faults.ts';
import type { Walked } from './history.walk.ts';
import type { HistoryRoot } from './root.model.ts';
import { addLeaf, beginRoot, isRootSealed } from './root.seal.ts';

/** The nights of kept roots with their hashes, as somebody outside has them. */
export type KeptRoots = readonly { night: string; hash: string }[];

/** Holds all nightly roots against their leaves, and the leaves against the chains, while the walk goes by. */
export class RootAudit {
  readonly #roots: readonly HistoryRoot[];
  readonly #hashes: ReadonlyMap<string, Hash>;

  constructor(roots: readonly HistoryRoot[]) {
    this.#roots = roots;
    this.#hashes = new Map(roots.map(({ _id, prev }) => [_id, beginRoot(prev)]));
  }
  /** What is wrong with a subject for the roots, or null. Leaves of a night without a root count for nothing. */
  faultOf({ chain, leaves }: Walked): HistoryFault | null {
    let fault: HistoryFault | null = null;
    for (const leaf of leaves) {
      const hash = this.#hashes.get(leaf.night);
      if (!hash) continue;
      addLeaf(hash, leaf);
      const event = chain[leaf.seq - 1];
      if (!event) fault ??= 'historyGone';
      else if (event.mac !== leaf.mac) fault ??= 'chainRewritten';
    }
    return fault;
  }
  /** What is wrong with the roots themselves, once all subjects went by. */
  rootFaults(kept: KeptRoots): { subject: string; fault: HistoryFault }[] {
    const named = (fault: HistoryFault, night: string) => ({ subject: `root ${night}`, fault });
    const own = this.#roots.flatMap((root, i) => {
      if (!isRootSealed(root, this.#roots[i - 1])) return [named('rootForged', root._id)];
      return this.#hashes.get(root._id)?.digest('hex') === root.hash ? [] : [named('rootUnlike', root._id)];
    });
    const byNight = new Map(this.#roots.map(({ _id, hash }) => [String(_id), hash]));
    return [
      ...own,
      ...kept.flatMap(({ night, hash }) => (byNight.get(night) === hash ? [] : [named('rootNotKept', night)])),
    ];
  }
}
