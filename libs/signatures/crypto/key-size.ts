import type { KeyObject } from 'node:crypto';
import { fieldSizeOf } from './verify.ts';

const known = new WeakMap<KeyObject, number>();

/** Strength of a public key in bits as policies count it. */
export function keyBitsOf(key: KeyObject): number {
  const former = known.get(key);
  if (former !== undefined) return former;
  const bits = bitsOf(key);
  known.set(key, bits);
  return bits;
}

function bitsOf(key: KeyObject): number {
  const { modulusLength } = key.asymmetricKeyDetails ?? {};
  if (modulusLength !== undefined) return modulusLength;
  if (key.asymmetricKeyType === 'ec') return fieldSizeOf(key) === 66 ? 521 : fieldSizeOf(key) * 8;
  return 256;
}
