import { execFile } from 'node:child_process';
import type { KeyObject } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Signs a digest as cards and remote services do (Node's crypto hashes by itself): RSA PKCS#1 v1.5, ECDSA in DER. */
export async function signDigest(key: KeyObject, digest: Uint8Array, hash: string): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), 'aprite-digest-'));
  try {
    const [keyFile, input, output] = ['key.pem', 'digest', 'value'].map((name) => join(folder, name)) as [
      string,
      string,
      string,
    ];
    await writeFile(keyFile, key.export({ type: 'pkcs8', format: 'pem' }));
    await writeFile(input, digest);
    const option = `digest:${hash.replace('-', '').toLowerCase()}`;
    await run('openssl', ['pkeyutl', '-sign', '-inkey', keyFile, '-in', input, '-out', output, '-pkeyopt', option]);
    return await readFile(output);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** ECDSA-Sig-Value (RFC 3279 §2.2.3) → r‖s, as cards answer it. */
export function rawEcdsa(der: Buffer, size: number): Buffer {
  const rLength = der[3]!;
  const number = (bytes: Buffer) => {
    const plain = bytes.subarray(bytes.findIndex((byte) => byte !== 0));
    return Buffer.concat([Buffer.alloc(size - plain.length), plain]);
  };
  return Buffer.concat([number(der.subarray(4, 4 + rLength)), number(der.subarray(6 + rLength))]);
}
