import { crc32, deflateRawSync } from 'node:zlib';
import { piecesOf, type Source } from './source.ts';
import type { ZipEntry } from './zip-entry.ts';

/** A member to be written: new content, a large file as it is, or a member of another container copied as it is stored there. */
export type Member = NewMember | LargeMember | { copied: Uint8Array; record: Uint8Array };

export interface NewMember {
  name: string;
  content: Uint8Array;
  stored?: boolean;
}

/** Written in pieces, not compressed. */
export interface LargeMember {
  name: string;
  source: Source;
  crc: number;
}

/** 1 January 1980: the contents decide, not the moment of packing. */
const DATE = 0x21;
/** Without the extensions of ZIP64. */
const MOST_BYTES = 2 ** 32 - 1;

export const copyOf = async (
  source: Source,
  { headerOffset, end, record }: ZipEntry,
): Promise<Exclude<Member, LargeMember>> => ({
  copied: await source.read(headerOffset, end - headerOffset),
  record,
});

/** A container in memory; its members in order, `mimetype` first and stored (EN 319 162-1 §A.1). */
export const writeZip = (members: Exclude<Member, LargeMember>[], comment = ''): Buffer =>
  Buffer.concat([...partsOf(members, comment)] as Uint8Array[]);

/** The same in pieces, with members of any size up to 4 GB in all. @throws RangeError beyond */
export async function* zipInPieces(members: Member[], comment = ''): AsyncGenerator<Uint8Array> {
  for (const part of partsOf(members, comment)) {
    if (part instanceof Uint8Array) yield part;
    else yield* piecesOf(part, 0, part.size);
  }
}

function* partsOf(members: Member[], comment: string): Generator<Uint8Array | Source> {
  const records: Uint8Array[] = [];
  let at = 0;
  for (const member of members) {
    const { parts, record } = packed(member);
    const length = parts.reduce((sum, part) => sum + (part instanceof Uint8Array ? part.length : part.size), 0);
    if (at + length > MOST_BYTES) throw new RangeError('the container would be larger than 4 GB');
    record.writeUInt32LE(at, 42);
    records.push(record);
    yield* parts;
    at += length;
  }
  const directory = Buffer.concat(records);
  const end = Buffer.alloc(22);
  const note = Buffer.from(comment, 'utf8');
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(members.length, 8);
  end.writeUInt16LE(members.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  end.writeUInt16LE(note.length, 20);
  yield* [directory, end, note];
}

function packed(member: Member): { parts: (Uint8Array | Source)[]; record: Buffer } {
  if ('copied' in member) return { parts: [member.copied], record: Buffer.from(member.record) };
  if ('source' in member) {
    const { name, source, crc } = member;
    const { local, record } = headers(name, { method: 0, crc, packedSize: source.size, size: source.size });
    return { parts: [local, source], record };
  }
  const { name, content, stored } = member;
  const deflated = stored ? content : deflateRawSync(content);
  const isStored = stored || deflated.length >= content.length;
  const body = isStored ? content : deflated;
  const sizes = { packedSize: body.length, size: content.length };
  const { local, record } = headers(name, { method: isStored ? 0 : 8, crc: crc32(content), ...sizes });
  return { parts: [local, body], record };
}

function headers(
  name: string,
  { method, crc, packedSize, size }: { method: 0 | 8; crc: number; packedSize: number; size: number },
): { local: Buffer; record: Buffer } {
  if (size > MOST_BYTES) throw new RangeError(`${name} is larger than 4 GB`);
  const rawName = Buffer.from(name, 'utf8');
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(20, 0);
  // Bit 11: the name is UTF-8. Plain names leave it clear, as the mimetype must be found by simple readers.
  fields.writeUInt16LE(/^[ -~]*$/.test(name) ? 0 : 0x800, 2);
  fields.writeUInt16LE(method, 4);
  fields.writeUInt16LE(DATE, 8);
  fields.writeUInt32LE(crc, 10);
  fields.writeUInt32LE(packedSize, 14);
  fields.writeUInt32LE(size, 18);
  fields.writeUInt16LE(rawName.length, 22);
  return {
    local: Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), fields, rawName]),
    record: Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\u0000', 'latin1'), fields, Buffer.alloc(14), rawName]),
  };
}
