import { crc32, deflateRawSync } from 'node:zlib';
import type { Source } from './source.ts';
import type { ZipEntry } from './zip-entry.ts';

/** A member to be written: new content, or a member of another container copied as it is stored there. */
export type Member = NewMember | { copied: Uint8Array; record: Uint8Array };

export interface NewMember {
  name: string;
  content: Uint8Array;
  stored?: boolean;
}

/** 1 January 1980: the contents decide, not the moment of packing. */
const DATE = 0x21;

export const copyOf = async (source: Source, { headerOffset, end, record }: ZipEntry): Promise<Member> => ({
  copied: await source.read(headerOffset, end - headerOffset),
  record,
});

/** Writes ZIP members in order; `mimetype` belongs first and stored (EN 319 162-1 §A.1). */
export function writeZip(members: Member[], comment = ''): Buffer {
  const parts: Uint8Array[] = [];
  const records: Uint8Array[] = [];
  let at = 0;
  for (const member of members) {
    const { local, record } =
      'copied' in member ? { local: member.copied, record: Buffer.from(member.record) } : newMember(member);
    record.writeUInt32LE(at, 42);
    parts.push(local);
    records.push(record);
    at += local.length;
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
  return Buffer.concat([...parts, directory, end, note]);
}

function newMember({ name, content, stored }: NewMember): { local: Buffer; record: Buffer } {
  const rawName = Buffer.from(name, 'utf8');
  const packed = stored ? content : deflateRawSync(content);
  const isStored = stored || packed.length >= content.length;
  const body = isStored ? content : packed;
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(20, 0);
  // Bit 11: the name is UTF-8. Plain names leave it clear, as the mimetype must be found by simple readers.
  fields.writeUInt16LE(/^[ -~]*$/.test(name) ? 0 : 0x800, 2);
  fields.writeUInt16LE(isStored ? 0 : 8, 4);
  fields.writeUInt16LE(DATE, 8);
  fields.writeUInt32LE(crc32(content), 10);
  fields.writeUInt32LE(body.length, 14);
  fields.writeUInt32LE(content.length, 18);
  fields.writeUInt16LE(rawName.length, 22);
  return {
    local: Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), fields, rawName, body]),
    record: Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\u0000', 'latin1'), fields, Buffer.alloc(14), rawName]),
  };
}
