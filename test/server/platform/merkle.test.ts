import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { auditPath, EMPTY_TREE, grown, leafHash, rootOf } from '#server/platform/merkle.ts';

const sha = (...parts: Uint8Array[]): Buffer => createHash('sha256').update(Buffer.concat(parts)).digest();
/** The tree as RFC 6962, section 2.1 defines it, word for word. */
function treeHash(leaves: readonly Buffer[]): Buffer {
  if (leaves.length === 0) return sha();
  if (leaves.length === 1) return leaves[0] as Buffer;
  let k = 1;
  while (k * 2 < leaves.length) k *= 2;
  return sha(Buffer.of(1), treeHash(leaves.slice(0, k)), treeHash(leaves.slice(k)));
}
/** Whether a path leads from a leaf to a root (RFC 9162, section 2.1.3.2). */
function leads(
  path: readonly Buffer[],
  { leaf, index, size, root }: { leaf: Buffer; index: number; size: number; root: Buffer },
): boolean {
  let [fn, sn, r] = [index, size - 1, leaf];
  for (const p of path) {
    if (sn === 0) return false;
    if (fn % 2 === 1 || fn === sn) {
      r = sha(Buffer.of(1), p, r);
      while (fn % 2 === 0 && fn !== 0) [fn, sn] = [fn >> 1, sn >> 1];
    } else r = sha(Buffer.of(1), r, p);
    [fn, sn] = [fn >> 1, sn >> 1];
  }
  return sn === 0 && r.equals(root);
}
const leavesOf = (count: number): Buffer[] => Array.from({ length: count }, (_, i) => leafHash(`entry ${i}`));

describe('the tree of a public list', () => {
  it('has the roots of RFC 6962 known from its first implementation', () => {
    const roots = [
      'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
      '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
      'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
      'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ];
    const entries = ['', '\u0000', '\u0010', ' !'];
    for (const [count, root] of roots.entries()) {
      const edge = grown(EMPTY_TREE, entries.slice(0, count).map(leafHash));
      assert.equal(rootOf(edge).toString('hex'), root, `${count} leaves`);
    }
  });
  it('grows in any portions to the same root as all at once', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 8 }), (portions) => {
        let edge = EMPTY_TREE;
        let from = 0;
        const all = leavesOf(portions.reduce((sum, n) => sum + n, 0));
        for (const n of portions) {
          edge = grown(edge, all.slice(from, from + n));
          from += n;
        }
        assert.equal(edge.size, all.length);
        assert.deepEqual(rootOf(edge), treeHash(all));
      }),
    );
  });
  it('proves each leaf of trees of every size up to 70', () => {
    for (let size = 1; size <= 70; size += 1) {
      const leaves = leavesOf(size);
      const [bytes, root] = [Buffer.concat(leaves), treeHash(leaves)];
      for (const [index, leaf] of leaves.entries()) {
        const path = auditPath(bytes, index);
        assert.ok(leads(path, { leaf, index, size, root }), `${index} of ${size}`);
        assert.ok(!leads(path, { leaf: leafHash('another'), index, size, root }));
      }
    }
  });
});
