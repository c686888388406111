import fc from 'fast-check';
import {
  consistencyProof,
  EMPTY_ROOT,
  Frontier,
  inclusionProof,
  leafHash,
  provesConsistency,
  provesInclusion,
  rootOf,
} from './merkle.ts';

const leavesOf = (count: number) => Array.from({ length: count }, (_, i) => leafHash(Buffer.from(`row ${i}`)));
const size = fc.integer({ min: 1, max: 130 });
/** A tree size and a number below it. */
const sized = size.chain((n) => fc.tuple(fc.constant(n), fc.integer({ min: 0, max: n - 1 })));
const flipped = (hash: Buffer) => Buffer.from(hash.map((byte, i) => (i === 7 ? byte ^ 1 : byte)));

describe('The Merkle tree of RFC 6962', () => {
  test('has the published roots', () => {
    // The test vectors of the certificate-transparency reference implementation.
    const inputs = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'];
    const leaves = inputs.map((hex) => leafHash(Buffer.from(hex, 'hex')));
    const root = (n: number) => rootOf(leaves.slice(0, n)).toString('hex');
    expect(EMPTY_ROOT.toString('hex')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
    expect(root(1)).toBe('6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d');
    expect(root(2)).toBe('fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125');
    expect(root(3)).toBe('aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77');
    expect(root(8)).toBe('5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328');
  });

  test('grows by its peaks to the same root, put down and taken up anywhere', () => {
    fc.assert(
      fc.property(sized, ([n, pause]) => {
        const leaves = leavesOf(n);
        let tree = Frontier.empty();
        for (const [i, leaf] of leaves.entries()) {
          if (i === pause) tree = Frontier.of(tree.size, tree.bytes());
          tree.append(leaf);
        }
        expect(tree.root()).toEqual(rootOf(leaves));
      }),
    );
    expect(() => Frontier.of(3, Buffer.alloc(32))).toThrow('do not fit');
  });

  test('proves every leaf, and no other leaf, place, size or root', () => {
    fc.assert(
      fc.property(sized, ([n, index]) => {
        const leaves = leavesOf(n);
        const claim = {
          leaf: leaves[index]!,
          index,
          size: n,
          proof: inclusionProof(leaves, index),
          root: rootOf(leaves),
        };
        expect(provesInclusion(claim)).toBe(true);
        expect(provesInclusion({ ...claim, leaf: flipped(claim.leaf) })).toBe(false);
        expect(provesInclusion({ ...claim, root: flipped(claim.root) })).toBe(false);
        expect(provesInclusion({ ...claim, proof: [...claim.proof, claim.root] })).toBe(false);
        if (n > 1) {
          expect(provesInclusion({ ...claim, index: (index + 1) % n })).toBe(false);
          expect(provesInclusion({ ...claim, proof: claim.proof.slice(1) })).toBe(false);
        }
      }),
    );
    expect(() => inclusionProof(leavesOf(3), 3)).toThrow(RangeError);
  });

  test('proves that a later tree only added, and refuses one that rewrote', () => {
    fc.assert(
      fc.property(sized, ([n, before]) => {
        const leaves = leavesOf(n);
        const earlier = { size: before + 1, root: rootOf(leaves, 0, before + 1) };
        const later = { size: n, root: rootOf(leaves) };
        expect(provesConsistency(earlier, later, consistencyProof(leaves, earlier.size))).toBe(true);
        const rewritten = leaves.map((leaf, i) => (i === before ? flipped(leaf) : leaf));
        const forged = { size: n, root: rootOf(rewritten) };
        expect(provesConsistency(earlier, forged, consistencyProof(rewritten, earlier.size))).toBe(false);
      }),
    );
    expect(() => consistencyProof(leavesOf(3), 0)).toThrow(RangeError);
  });
});
