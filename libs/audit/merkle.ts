import { createHash } from 'node:crypto';

/**
 * Merkle tree of RFC 6962 §2.1 over SHA-256: a leaf is hashed with the prefix 0x00, a node with 0x01, and a tree of n leaves
 * splits at the largest power of two below n. Pure; knows nothing of the journal.
 */
const sha256 = (...parts: Uint8Array[]): Buffer => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};

const LEAF = Uint8Array.of(0);
const NODE = Uint8Array.of(1);

export const leafHash = (bytes: Uint8Array): Buffer => sha256(LEAF, bytes);
const nodeHash = (left: Uint8Array, right: Uint8Array): Buffer => sha256(NODE, left, right);

/** MTH of the empty list (RFC 6962 §2.1). */
export const EMPTY_ROOT = sha256();

/** The largest power of two strictly below n (n > 1). */
function splitOf(n: number): number {
  let split = 1;
  while (split * 2 < n) split *= 2;
  return split;
}

/** MTH(D[n]): the root over leaf hashes. */
export function rootOf(leaves: readonly Uint8Array[], from = 0, to = leaves.length): Buffer {
  if (to === from) return EMPTY_ROOT;
  if (to - from === 1) return Buffer.from(leaves[from]!);
  const middle = from + splitOf(to - from);
  return nodeHash(rootOf(leaves, from, middle), rootOf(leaves, middle, to));
}

/** A growing tree: only the roots of its whole subtrees, largest first; appending costs O(log n). */
export class Frontier {
  private constructor(
    public size: number,
    private readonly peaks: Buffer[],
  ) {}

  static empty = () => new Frontier(0, []);

  /** Takes up a tree that was put down with `bytes()`. @throws Error when the bytes do not fit the size */
  static of(size: number, bytes: Uint8Array): Frontier {
    if (bytes.length !== 32 * countOfOnes(size)) throw new Error('The peaks do not fit the size of the tree.');
    const peaks = Array.from({ length: bytes.length / 32 }, (_, i) => Buffer.from(bytes.subarray(i * 32, i * 32 + 32)));
    return new Frontier(size, peaks);
  }

  append(leaf: Uint8Array): void {
    let node: Buffer = Buffer.from(leaf);
    for (let rest = this.size; rest % 2 === 1; rest = (rest - 1) / 2) node = nodeHash(this.peaks.pop()!, node);
    this.peaks.push(node);
    this.size += 1;
  }

  root(): Buffer {
    if (!this.peaks.length) return EMPTY_ROOT;
    return this.peaks.reduceRight((right, left) => nodeHash(left, right));
  }

  bytes = (): Buffer => Buffer.concat(this.peaks);
  copy = (): Frontier => new Frontier(this.size, [...this.peaks]);
}

function countOfOnes(n: number): number {
  let count = 0;
  for (let rest = n; rest > 0; rest = Math.floor(rest / 2)) count += rest % 2;
  return count;
}

/** PATH(m, D[n]): the proof that the leaf of this index is in the tree (RFC 6962 §2.1.1). */
export function inclusionProof(leaves: readonly Uint8Array[], index: number): Buffer[] {
  if (!Number.isInteger(index) || index < 0 || index >= leaves.length) throw new RangeError('No such leaf.');
  const path = (from: number, to: number): Buffer[] => {
    if (to - from === 1) return [];
    const middle = from + splitOf(to - from);
    return index < middle
      ? [...path(from, middle), rootOf(leaves, middle, to)]
      : [...path(middle, to), rootOf(leaves, from, middle)];
  };
  return path(0, leaves.length);
}

/** Whether the proof leads from the leaf to the root of a tree of this size (RFC 9162 §2.1.3.2). */
export function provesInclusion(o: {
  leaf: Uint8Array;
  index: number;
  size: number;
  proof: readonly Uint8Array[];
  root: Uint8Array;
}): boolean {
  if (!Number.isInteger(o.index) || o.index < 0 || o.index >= o.size) return false;
  let [node, last] = [o.index, o.size - 1];
  let hash: Buffer = Buffer.from(o.leaf);
  for (const sibling of o.proof) {
    if (last === 0) return false;
    if (node % 2 === 1 || node === last) {
      hash = nodeHash(sibling, hash);
      while (node % 2 === 0 && node !== 0) [node, last] = [node / 2, Math.floor(last / 2)];
    } else {
      hash = nodeHash(hash, sibling);
    }
    [node, last] = [Math.floor(node / 2), Math.floor(last / 2)];
  }
  return last === 0 && hash.equals(o.root);
}

/** PROOF(m, D[n]): that the tree of the first `size` leaves is the beginning of this one (RFC 6962 §2.1.2). */
export function consistencyProof(leaves: readonly Uint8Array[], size: number): Buffer[] {
  if (!Number.isInteger(size) || size < 1 || size > leaves.length) throw new RangeError('No such earlier tree.');
  const part = (m: number, from: number, to: number, isWhole: boolean): Buffer[] => {
    if (m === to - from) return isWhole ? [] : [rootOf(leaves, from, to)];
    const split = splitOf(to - from);
    return m <= split
      ? [...part(m, from, from + split, isWhole), rootOf(leaves, from + split, to)]
      : [...part(m - split, from + split, to, false), rootOf(leaves, from, from + split)];
  };
  return part(size, 0, leaves.length, true);
}

interface Head {
  readonly size: number;
  readonly root: Uint8Array;
}

/** Whether the proof shows that `later` only added leaves behind `earlier` (RFC 9162 §2.1.4.2). */
export function provesConsistency(earlier: Head, later: Head, proof: readonly Uint8Array[]): boolean {
  if (earlier.size < 1 || earlier.size > later.size) return false;
  if (earlier.size === later.size) return proof.length === 0 && Buffer.from(earlier.root).equals(later.root);
  const isPowerOfTwo = countOfOnes(earlier.size) === 1;
  const path = isPowerOfTwo ? [earlier.root, ...proof] : [...proof];
  if (!path.length) return false;
  let [node, last] = [earlier.size - 1, later.size - 1];
  while (node % 2 === 1) [node, last] = [Math.floor(node / 2), Math.floor(last / 2)];
  let [first, second]: [Buffer, Buffer] = [Buffer.from(path[0]!), Buffer.from(path[0]!)];
  for (const hash of path.slice(1)) {
    if (last === 0) return false;
    if (node % 2 === 1 || node === last) {
      [first, second] = [nodeHash(hash, first), nodeHash(hash, second)];
      while (node % 2 === 0 && node !== 0) [node, last] = [node / 2, Math.floor(last / 2)];
    } else {
      second = nodeHash(second, hash);
    }
    [node, last] = [Math.floor(node / 2), Math.floor(last / 2)];
  }
  return last === 0 && first.equals(earlier.root) && second.equals(later.root);
}
