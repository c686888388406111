import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import type { FileKey } from './file-key.ts';
import { rc4 } from './rc4.ts';
import { isDict, isName, isStream, isString, PdfError, type PdfDict, type PdfValue } from './values.ts';

/** An object's value in the clear (ISO 32000-2 §7.6.3); streams are deciphered when they are read. */
export function decrypted(value: PdfValue, num: number, gen: number, file: FileKey): PdfValue {
  const change = changeWith(cipher(file, file.strings, num, gen).open);
  if (!isStream(value)) return change(value);
  const dict = change(value.dict) as PdfDict;
  if (!isEncrypted(value.dict, file)) return { ...value, dict };
  const { open } = cipher(file, file.streams, num, gen);
  let data: Uint8Array | undefined;
  return {
    kind: 'stream',
    dict,
    get data() {
      return (data ??= open(value.data));
    },
  };
}

/** The reverse, for what is added to an encrypted document. */
export function encrypted(value: PdfValue, num: number, gen: number, file: FileKey): PdfValue {
  const change = changeWith(cipher(file, file.strings, num, gen).close);
  if (!isStream(value)) return change(value);
  const data = isEncrypted(value.dict, file) ? cipher(file, file.streams, num, gen).close(value.data) : value.data;
  return { kind: 'stream', dict: change(value.dict) as PdfDict, data };
}

/** Every string inside a value; the /Contents of a signature stays as it is (§12.8.1). */
function changeWith(string: (bytes: Uint8Array) => Uint8Array): (value: PdfValue) => PdfValue {
  const walk = (one: PdfValue): PdfValue => {
    if (isString(one)) return { ...one, bytes: string(one.bytes) };
    if (Array.isArray(one)) return one.map(walk);
    if (!isDict(one)) return one;
    return new Map(
      [...one].map(([key, inner]) => [key, key === 'Contents' && one.has('ByteRange') ? inner : walk(inner)]),
    );
  };
  return walk;
}

/** Cross-reference streams never are, metadata and streams with the filter /Crypt may not be. */
function isEncrypted(dict: PdfDict, { hasPlainMetadata }: FileKey): boolean {
  const type = dict.get('Type');
  const filter = dict.get('Filter');
  const isExempt = [filter].flat().some((one) => isName(one, 'Crypt'));
  return !isName(type, 'XRef') && !isExempt && !(hasPlainMetadata && isName(type, 'Metadata'));
}

interface Cipher {
  open: (data: Uint8Array) => Uint8Array;
  close: (data: Uint8Array) => Uint8Array;
}
const same = (data: Uint8Array): Uint8Array => data;

/** Algorithms 1 and 1.A: a key for each object, except with AES-256. */
function cipher({ key }: FileKey, method: FileKey['streams'], num: number, gen: number): Cipher {
  if (method === 'none') return { open: same, close: same };
  if (method === 'aes-256') return aes('aes-256-cbc', key);
  const place = Buffer.from([num, num >> 8, num >> 16, gen, gen >> 8]);
  const salt = Buffer.from(method === 'rc4' ? '' : 'sAlT');
  const digest = createHash('md5').update(key).update(place).update(salt).digest();
  const own = digest.subarray(0, Math.min(16, key.length + 5));
  if (method !== 'rc4') return aes('aes-128-cbc', own);
  return { open: (data) => rc4(own, data), close: (data) => rc4(own, data) };
}

const aes = (name: string, key: Uint8Array): Cipher => ({
  open(data) {
    if (data.length < 32) return new Uint8Array();
    try {
      const decipher = createDecipheriv(name, key, data.subarray(0, 16));
      return Buffer.concat([decipher.update(data.subarray(16)), decipher.final()]);
    } catch {
      throw new PdfError('encrypted data cannot be read');
    }
  },
  close(data) {
    const start = randomBytes(16);
    const encipher = createCipheriv(name, key, start);
    return Buffer.concat([start, encipher.update(data), encipher.final()]);
  },
});
