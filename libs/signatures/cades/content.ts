import type { DigestName } from '../crypto/algorithms.ts';
import { digestOf } from '../crypto/verify.ts';

/** Content that is not in the structure: its digests, and its bytes for the time stamps that are over more than it. */
export interface DetachedContent {
  digest(name: DigestName): Promise<Uint8Array>;
  pieces(): AsyncIterable<Uint8Array>;
}

export const detached = (bytes: Uint8Array): DetachedContent => ({
  digest: async (name) => digestOf(name, bytes),
  pieces: async function* () {
    yield bytes;
  },
});
