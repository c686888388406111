import { createCipheriv, createDecipheriv, createHash } from 'node:crypto';
import { rc4 } from './rc4.ts';
import { isDict, isString, nameOf, type PdfDict, type PdfValue } from './values.ts';

const PADDING = Buffer.from('28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a', 'hex');

type Method = 'rc4' | 'aes-128' | 'aes-256' | 'none';

/** What opens a document that asks for no password, only limits what may be done with it. */
export interface FileKey {
  key: Buffer;
  streams: Method;
  strings: Method;
  hasPlainMetadata: boolean;
  /** Forms may be filled in and signed (table 22, bits 6 and 9). */
  maySign: boolean;
}

/**
 * The file key of the standard security handler for the empty user password (ISO 32000-2 §7.6.4). Undefined when the
 * document wants a password or another handler.
 */
export function fileKeyOf(encrypt: PdfDict, id: PdfValue): FileKey | undefined {
  const [version, revision] = [encrypt.get('V') ?? 0, encrypt.get('R')];
  if (nameOf(encrypt.get('Filter')) !== 'Standard' || typeof revision !== 'number') return undefined;
  const hasPlainMetadata = encrypt.get('EncryptMetadata') === false;
  const key = revision >= 5 ? newKey(encrypt, revision) : oldKey(encrypt, revision, id, hasPlainMetadata);
  if (!key) return undefined;
  const method = (filter: string): Method => (version === 4 || version === 5 ? methodOf(encrypt, filter) : 'rc4');
  const maySign = revision < 3 || (Number(encrypt.get('P')) & 0x120) !== 0;
  return { key, streams: method('StmF'), strings: method('StrF'), hasPlainMetadata, maySign };
}

function methodOf(encrypt: PdfDict, use: string): Method {
  const filters = encrypt.get('CF');
  const filter = isDict(filters) ? filters.get(nameOf(encrypt.get(use)) ?? 'Identity') : undefined;
  const name = isDict(filter) ? nameOf(filter.get('CFM')) : undefined;
  return name === 'V2' ? 'rc4' : name === 'AESV2' ? 'aes-128' : name === 'AESV3' ? 'aes-256' : 'none';
}

const md5 = (...parts: Uint8Array[]): Buffer => createHash('md5').update(Buffer.concat(parts)).digest();
const bytesOf = (value: PdfValue | undefined, length: number): Buffer =>
  Buffer.concat([isString(value) ? value.bytes : Buffer.alloc(0), Buffer.alloc(length)]).subarray(0, length);

/** Algorithms 2, 4 and 5 (revisions 2 to 4). */
function oldKey(encrypt: PdfDict, revision: number, id: PdfValue, hasPlainMetadata: boolean): Buffer | undefined {
  const permissions = Buffer.alloc(4);
  permissions.writeInt32LE(Number(encrypt.get('P')) | 0);
  const first = Array.isArray(id) && isString(id[0]) ? id[0].bytes : Buffer.alloc(0);
  const bits = encrypt.get('Length');
  const length =
    revision === 2 ? 5 : typeof bits === 'number' && bits >= 40 && bits <= 128 ? bits >> 3 : revision === 4 ? 16 : 5;
  const marks = revision >= 4 && hasPlainMetadata ? [Buffer.alloc(4, 0xff)] : [];
  let key = md5(PADDING, bytesOf(encrypt.get('O'), 32), permissions, first, ...marks);
  if (revision >= 3) for (let i = 0; i < 50; i++) key = md5(key.subarray(0, length));
  key = key.subarray(0, length);
  const stated = bytesOf(encrypt.get('U'), 32);
  if (revision === 2) return rc4(key, PADDING).equals(stated) ? key : undefined;
  let check = rc4(key, md5(PADDING, first));
  for (let i = 1; i < 20; i++)
    check = rc4(
      key.map((octet) => octet ^ i),
      check,
    );
  return check.equals(stated.subarray(0, 16)) ? key : undefined;
}

/** Algorithm 2.A (revisions 5 and 6). */
function newKey(encrypt: PdfDict, revision: number): Buffer | undefined {
  const stated = bytesOf(encrypt.get('U'), 48);
  const hash = (salt: Buffer): Buffer =>
    revision === 5 ? createHash('sha256').update(salt).digest() : hardenedHash(salt);
  if (!hash(stated.subarray(32, 40)).equals(stated.subarray(0, 32))) return undefined;
  const decipher = createDecipheriv('aes-256-cbc', hash(stated.subarray(40, 48)), Buffer.alloc(16)).setAutoPadding(
    false,
  );
  return Buffer.concat([decipher.update(bytesOf(encrypt.get('UE'), 32)), decipher.final()]);
}

/** Algorithm 2.B with the empty password. */
function hardenedHash(salt: Buffer): Buffer {
  let key = createHash('sha256').update(salt).digest();
  for (let round = 0, last = 0; round < 64 || last > round - 32; round++) {
    const cipher = createCipheriv('aes-128-cbc', key.subarray(0, 16), key.subarray(16, 32)).setAutoPadding(false);
    const encrypted = cipher.update(Buffer.concat(Array.from({ length: 64 }, () => key)));
    const remainder = encrypted.subarray(0, 16).reduce((sum, octet) => sum + octet, 0) % 3;
    key = createHash(['sha256', 'sha384', 'sha512'][remainder]!).update(encrypted).digest();
    last = encrypted.at(-1)!;
  }
  return key.subarray(0, 32);
}
