import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  sign,
  verify,
  type KeyObject,
} from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { config } from '#platform';

/** A signed head: how many rows were sealed, and the root over them. */
export interface SealedHead {
  readonly size: number;
  readonly root: Buffer;
  /** ISO 8601, UTC, milliseconds. */
  readonly at: string;
  readonly keyId: string;
}

const keyFile = (folder: string) => join(folder, 'journal-seal.pem');

/** The private key (Ed25519, RFC 8032) by which this installation seals its journal; made on first use, readable by its user only. */
export function sealKey(): KeyObject {
  const file = keyFile(config().KEYS_DIR);
  if (!existsSync(file)) makeKey(file);
  return createPrivateKey(readFileSync(file));
}

function makeKey(file: string): void {
  mkdirSync(config().KEYS_DIR, { recursive: true, mode: 0o700 });
  const { privateKey } = generateKeyPairSync('ed25519');
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 });
  try {
    // Two workers may start at once: the first link wins, whole.
    linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    unlinkSync(draft);
  }
}

/** The public half of the key in this folder; undefined when nothing was ever sealed here. */
export const sealPublicKey = (folder = config().KEYS_DIR): KeyObject | undefined => {
  const file = keyFile(folder);
  return existsSync(file) ? createPublicKey(readFileSync(file)) : undefined;
};

/** Names a key: the first half of the SHA-256 of its SubjectPublicKeyInfo. */
export const keyIdOf = (key: KeyObject): string => {
  const spki = (key.type === 'private' ? createPublicKey(key) : key).export({ type: 'spki', format: 'der' });
  return createHash('sha256').update(spki).digest('hex').slice(0, 32);
};

/** What is signed of a head. */
export const headBytes = ({ size, root, at, keyId }: SealedHead): Buffer =>
  Buffer.from(`aprite journal head v1\n${size}\n${root.toString('hex')}\n${at}\n${keyId}\n`);

export const signHead = (head: SealedHead, key: KeyObject): Buffer => sign(null, headBytes(head), key);

export const headIsGenuine = (head: SealedHead, signature: Buffer, publicKey: KeyObject): boolean =>
  head.keyId === keyIdOf(publicKey) && verify(null, headBytes(head), publicKey, signature);
