import { createHash, type Hash } from 'node:crypto';
import { currentKey, hexMacOf } from '#server/platform/secrets.ts';
import type { HistoryLeaf, HistoryRoot } from './root.model.ts';

/** Begins the hash of a night: over the root before it, and then over the night's leaves in order. */
export const beginRoot = (prev: string | null): Hash => createHash('sha256').update(`${prev ?? ''}\n`);
/** Takes a leaf into the hash of its night; leaves come in the order of (kind, id). */
export const addLeaf = (hash: Hash, { subject: { kind, id }, seq, mac }: Omit<HistoryLeaf, 'night'>): Hash =>
  hash.update(`${JSON.stringify([kind, id, seq, mac])}\n`);

const macOfRoot = ({ _id, madeAt, subjects, changed, hash, prev, keyId }: Omit<HistoryRoot, 'mac'>): string =>
  hexMacOf('history', keyId, JSON.stringify(['root', _id, madeAt.toISOString(), subjects, changed, hash, prev]));
/** Seals a root under the current key of the history. */
export function sealRoot(root: Omit<HistoryRoot, 'mac' | 'keyId'>): HistoryRoot {
  const keyed = { ...root, keyId: currentKey('history') };
  return { ...keyed, mac: macOfRoot(keyed) };
}
/** Whether a root is as it was sealed and follows the one before it; one of a strange shape does not. */
export function isRootSealed(root: HistoryRoot, before: HistoryRoot | undefined): boolean {
  try {
    return root.prev === (before?.hash ?? null) && root.mac === macOfRoot(root);
  } catch {
    return false;
  }
}
