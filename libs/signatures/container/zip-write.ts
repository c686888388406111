import { crc32, deflateRawSync } from 'node:zlib';

/** A member to be written; `raw` members are copied as they are stored elsewhere. */
export interface NewMember {
  name: string;
  content: Uint8Array;
  stored?: boolean;
}

const HEAD = 30;
/** 1 January 1980: the contents decide, not the moment of packing. */
const DATE = 0x21;

/**
 * Writes ZIP members in order after `before`, the untouched beginning of an existing container with the directory
 * records that belong to it. `mimetype` comes first and stored (EN 319 162-1 §A.1).
 */
export function writeZip(
  members: NewMember[],
  before: { bytes: Uint8Array; records: Uint8Array; count: number } = {
    bytes: Buffer.alloc(0),
    records: Buffer.alloc(0),
    count: 0,
  },
  comment = '',
): Buffer {
  const parts: Uint8Array[] = [before.bytes];
  const records: Uint8Array[] = [before.records];
  let at = before.bytes.length;
  for (const { name, content, stored } of members) {
    const rawName = Buffer.from(name, 'utf8');
    const packed = stored ? content : deflateRawSync(content);
    const isStored = stored || packed.length >= content.length;
    const body = isStored ? content : packed;
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(0x800, 2);
    fields.writeUInt16LE(isStored ? 0 : 8, 4);
    fields.writeUInt16LE(DATE, 8);
    fields.writeUInt32LE(crc32(content), 10);
    fields.writeUInt32LE(body.length, 14);
    fields.writeUInt32LE(content.length, 18);
    fields.writeUInt16LE(rawName.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), fields, rawName]);
    const central = Buffer.alloc(16);
    central.writeUInt32LE(at, 12);
    records.push(
      Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), fields, central.subarray(2, 16), rawName]),
    );
    parts.push(local, body);
    at += HEAD + rawName.length + body.length;
  }
  const directory = Buffer.concat(records);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  const count = before.count + members.length;
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  const note = Buffer.from(comment, 'utf8');
  end.writeUInt16LE(note.length, 20);
  return Buffer.concat([...parts, directory, end, note]);
}
