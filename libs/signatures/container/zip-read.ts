import { finding, type FindingCode } from '../report/findings.ts';
import type { Finding } from '../report/types.ts';
import type { Source } from './source.ts';
import { ZipError, type ZipEntry } from './zip-entry.ts';
import { decodeName } from './zip-text.ts';
import { judgeNames } from './zip-names.ts';

export interface ZipDirectory {
  entries: ZipEntry[];
  comment: string;
  /** Where the directory starts: what is added goes here. */
  directoryOffset: number;
  findings: Finding[];
}

export interface ZipLimits {
  entries: number;
  total: number;
  /** Most times that content may be larger than its compressed form, beyond `ratioFrom` bytes. */
  ratio: number;
  ratioFrom: number;
}
export const zipLimits: ZipLimits = { entries: 10_000, total: 16 * 2 ** 30, ratio: 100, ratioFrom: 32 * 2 ** 20 };

const EOCD = 0x06054b50;
const EOCD64_LOCATOR = 0x07064b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const DESCRIPTOR = 0x08074b50;
const MOST_DIRECTORY = 64 * 2 ** 20;

/**
 * Reads a ZIP directory and holds it against the local headers (APPNOTE 6.3): every byte of the file must belong to one
 * member, the directory or its end, so that no reader can see another content than this one.
 */
export async function readZip(source: Source, limits = zipLimits): Promise<ZipDirectory> {
  const findings: Finding[] = [];
  const note = (code: FindingCode, detail?: string): void => void findings.push(finding(code, detail));
  const end = await readEnd(source, note);
  if (end.count > limits.entries) throw new ZipError('container-too-large', `${end.count} entries`);
  if (end.size > MOST_DIRECTORY || end.offset + end.size > source.size) throw new ZipError('container-broken');
  if (end.offset + end.size !== end.at) note('container-gap');
  const directory = await source.read(end.offset, end.size);
  const entries: ZipEntry[] = [];
  let total = 0;
  let at = 0;
  for (let i = 0; i < end.count; i++) {
    if (at + 46 > directory.length || directory.readUInt32LE(at) !== CENTRAL) throw new ZipError('container-broken');
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((o) => directory.readUInt16LE(at + o)) as [
      number,
      number,
      number,
    ];
    const next = at + 46 + nameLength + extraLength + commentLength;
    if (next > directory.length) throw new ZipError('container-broken');
    const entry = await readEntry(source, directory.subarray(at, next), note);
    total += entry.size;
    const isBomb = entry.size > limits.ratioFrom && entry.size > Math.max(entry.compressedSize, 1) * limits.ratio;
    if (total > limits.total || isBomb) throw new ZipError('container-too-large', entry.name);
    entries.push(entry);
    at = next;
  }
  if (at !== directory.length) note('container-gap');
  judgeLayout(entries, end.offset, note);
  judgeNames(entries, note);
  return { entries, comment: end.comment, directoryOffset: end.offset, findings };
}

type Note = (code: FindingCode, detail?: string) => void;

async function readEnd(source: Source, note: Note) {
  const length = Math.min(source.size, 65_557);
  const tail = await source.read(source.size - length, length);
  let at = -1;
  for (let i = tail.length - 22; i >= 0; i--) {
    if (tail.readUInt32LE(i) !== EOCD) continue;
    if (at < 0) at = i;
    if (i + 22 + tail.readUInt16LE(i + 20) === tail.length) {
      at = i;
      break;
    }
  }
  if (at < 0) throw new ZipError('container-broken');
  const commentEnd = at + 22 + tail.readUInt16LE(at + 20);
  if (commentEnd !== tail.length) note('container-trailing');
  const [disk, startDisk, here] = [4, 6, 8].map((o) => tail.readUInt16LE(at + o)) as [number, number, number];
  const end = {
    count: tail.readUInt16LE(at + 10),
    size: tail.readUInt32LE(at + 12),
    offset: tail.readUInt32LE(at + 16),
    at: source.size - length + at,
    comment: tail.toString('utf8', at + 22, Math.min(commentEnd, tail.length)),
  };
  if (disk !== 0 || startDisk !== 0 || here !== end.count) throw new ZipError('container-broken', 'several disks');
  if (end.count !== 0xffff && end.size !== 0xffffffff && end.offset !== 0xffffffff) return end;
  const locator = await source.read(end.at - 20, 20);
  if (locator.length < 20 || locator.readUInt32LE(0) !== EOCD64_LOCATOR) return end;
  const at64 = Number(locator.readBigUInt64LE(8));
  const record = await source.read(at64, 56);
  if (record.length < 56 || record.readUInt32LE(0) !== 0x06064b50) throw new ZipError('container-broken');
  const [count, size, offset] = [32, 40, 48].map((o) => Number(record.readBigUInt64LE(o))) as [number, number, number];
  return { ...end, count, size, offset, at: at64 };
}

async function readEntry(source: Source, head: Buffer, note: Note): Promise<ZipEntry> {
  const flags = head.readUInt16LE(8);
  const method = head.readUInt16LE(10);
  const nameLength = head.readUInt16LE(28);
  const extraLength = head.readUInt16LE(30);
  const rawName = head.subarray(46, 46 + nameLength);
  const extra = head.subarray(46 + nameLength, 46 + nameLength + extraLength);
  const decoded = decodeName(rawName, flags, extra);
  const name = decoded ?? rawName.toString('utf8');
  if (decoded === undefined) note('container-name', name);
  const sizes = {
    size: head.readUInt32LE(24),
    compressedSize: head.readUInt32LE(20),
    headerOffset: head.readUInt32LE(42),
  };
  readZip64(extra, sizes);
  if (flags & 0x2041) throw new ZipError('container-encrypted', name);
  if (method !== 0 && method !== 8) throw new ZipError('container-method', name);
  const isUnix = head.readUInt16LE(4) >> 8 === 3;
  if (isUnix && ((head.readUInt32LE(38) >>> 16) & 0xf000) === 0xa000) note('container-link', name);
  const local = await source.read(sizes.headerOffset, 30 + nameLength);
  if (local.length < 30 || local.readUInt32LE(0) !== LOCAL) throw new ZipError('container-broken', name);
  const crc = head.readUInt32LE(16);
  const localName = local.subarray(30, 30 + local.readUInt16LE(26));
  const dataOffset = sizes.headerOffset + 30 + local.readUInt16LE(26) + local.readUInt16LE(28);
  const isDeferred = (flags & 8) !== 0;
  const stated = [14, 18, 22].map((o) => local.readUInt32LE(o)) as [number, number, number];
  const fits = ([value, wanted]: [number, number]): boolean =>
    value === wanted || value === 0xffffffff || (isDeferred && value === 0);
  const isSame =
    localName.equals(rawName) &&
    local.readUInt16LE(8) === method &&
    (
      [
        [stated[0], crc],
        [stated[1], sizes.compressedSize],
        [stated[2], sizes.size],
      ] as [number, number][]
    ).every(fits);
  if (!isSame) note('container-mismatch', name);
  if (method === 0 && sizes.size !== sizes.compressedSize) note('container-mismatch', name);
  const dataEnd = dataOffset + sizes.compressedSize;
  const end = isDeferred ? dataEnd + (await descriptorLength(source, dataEnd, crc)) : dataEnd;
  const commentStart = 46 + nameLength + extraLength;
  return {
    name,
    method,
    crc,
    ...sizes,
    dataOffset,
    end,
    isFolder: name.endsWith('/') && sizes.size === 0,
    comment: head.toString('utf8', commentStart),
    record: head,
  };
}

/** ZIP64 extended information: only the fields that overflowed, in order (APPNOTE 4.5.3). */
function readZip64(extra: Buffer, sizes: { size: number; compressedSize: number; headerOffset: number }): void {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue;
    let field = at + 4;
    for (const key of ['size', 'compressedSize', 'headerOffset'] as const) {
      if (sizes[key] !== 0xffffffff || field + 8 > extra.length) continue;
      sizes[key] = Number(extra.readBigUInt64LE(field));
      field += 8;
    }
  }
}

async function descriptorLength(source: Source, at: number, crc: number): Promise<number> {
  const bytes = await source.read(at, 24);
  if (bytes.length < 12) return 0;
  const signed = bytes.readUInt32LE(0) === DESCRIPTOR;
  const skip = signed ? 4 : 0;
  if (bytes.readUInt32LE(skip) !== crc) return 0;
  const next = (offset: number): boolean =>
    offset + 4 <= bytes.length && [LOCAL, CENTRAL].includes(bytes.readUInt32LE(offset));
  return next(skip + 20) && !next(skip + 12) ? skip + 20 : skip + 12;
}

/** Members follow each other without gap or overlap from byte 0 to the directory. */
function judgeLayout(entries: ZipEntry[], directoryOffset: number, note: Note): void {
  let at = 0;
  for (const { headerOffset, end, name } of entries.toSorted((a, b) => a.headerOffset - b.headerOffset)) {
    if (headerOffset > at) note(at === 0 ? 'container-trailing' : 'container-gap', name);
    if (headerOffset < at) note('container-mismatch', name);
    at = end;
  }
  if (at !== directoryOffset) note('container-gap');
}
