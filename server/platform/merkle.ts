import { createHash } from 'node:crypto';

/** SHA-256, as RFC 6962 (section 2.1) has it: leaves and nodes begin with different bytes, so that neither can pass for the other. */
const HASH_BYTES = 32;
const [LEAF, NODE] = [Buffer.of(0), Buffer.of(1)];
const hash = (...parts: readonly Uint8Array[]): Buffer => {
  const made = createHash('sha256');
  for (const part of parts) made.update(part);
  return made.digest();
};
/** The hash of an entry of the log. */
export const leafHash = (entry: string): Buffer => hash(LEAF, Buffer.from(entry, 'utf8'));
const nodeHash = (left: Uint8Array, right: Uint8Array): Buffer => hash(NODE, left, right);

/** The right edge of a tree of so many leaves: the roots of its whole subtrees, the largest first. All that is needed to add to it. */
export interface TreeEdge {
  size: number;
  peaks: readonly Uint8Array[];
}
export const EMPTY_TREE: TreeEdge = { size: 0, peaks: [] };

/** The edge after some more leaves. */
export function grown({ size, peaks }: TreeEdge, leaves: readonly Uint8Array[]): TreeEdge {
  const edge = [...peaks];
  let count = size;
  for (const leaf of leaves) {
    let node = leaf;
    // A tree of an even number of equal subtrees joins them: as many times as the count ends in ones.
    for (let bits = count; bits % 2 === 1; bits = Math.floor(bits / 2)) node = nodeHash(edge.pop() as Uint8Array, node);
    edge.push(node);
    count += 1;
  }
  return { size: count, peaks: edge };
}
/** The root of a tree by its edge (RFC 6962: of an empty one the hash of nothing). */
export const rootOf = ({ peaks }: TreeEdge): Buffer =>
  peaks.length === 0
    ? hash()
    : Buffer.from(
        peaks.slice(0, -1).reduceRight<Uint8Array>((right, left) => nodeHash(left, right), peaks.at(-1) as Uint8Array),
      );

/** The largest power of two below a count that is over one. */
const splitOf = (count: number): number => 2 ** (Math.ceil(Math.log2(count)) - 1);
const rootOver = (leaves: Buffer, from: number, to: number): Buffer => {
  const count = to - from;
  if (count === 1) return leaves.subarray(from * HASH_BYTES, to * HASH_BYTES);
  const middle = from + splitOf(count);
  return nodeHash(rootOver(leaves, from, middle), rootOver(leaves, middle, to));
};
/** The audit path of one leaf (RFC 6962, section 2.1.1), the nearest node first; `leaves` are all hashes side by side. */
export function auditPath(leaves: Buffer, index: number): Buffer[] {
  const path = (from: number, to: number): Buffer[] => {
    if (to - from === 1) return [];
    const middle = from + splitOf(to - from);
    return index < middle
      ? [...path(from, middle), rootOver(leaves, middle, to)]
      : [...path(middle, to), rootOver(leaves, from, middle)];
  };
  return path(0, leaves.length / HASH_BYTES);
}
