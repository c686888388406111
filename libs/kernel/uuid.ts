import { randomBytes } from 'node:crypto';

/** UUID v7 (RFC 9562 §5.7): sorts by time, so indexes stay compact. Ids are for identity; order comes from `seq` or numbers. */
export function v7(at = new Date()): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(at.getTime(), 0, 6);
  bytes[6] = (bytes[6]! & 0x0f) | 0x70;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
