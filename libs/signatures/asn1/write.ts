/** Writing DER (X.690 §10–11): each function returns one complete element. */
export function tlv(tag: number, ...parts: Uint8Array[]): Buffer {
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  const head =
    length < 0x80
      ? [tag, length]
      : length < 0x100
        ? [tag, 0x81, length]
        : length < 0x10000
          ? [tag, 0x82, length >> 8, length & 0xff]
          : length < 0x1000000
            ? [tag, 0x83, length >> 16, (length >> 8) & 0xff, length & 0xff]
            : [tag, 0x84, length >>> 24, (length >> 16) & 0xff, (length >> 8) & 0xff, length & 0xff];
  return Buffer.concat([Buffer.from(head), ...parts]);
}

export const sequence = (...parts: Uint8Array[]): Buffer => tlv(0x30, ...parts);
export const octets = (bytes: Uint8Array): Buffer => tlv(0x04, bytes);
export const bits = (bytes: Uint8Array, unused = 0): Buffer => tlv(0x03, Buffer.from([unused]), bytes);
export const nothing = (): Buffer => Buffer.from([0x05, 0x00]);
export const boolean = (value: boolean): Buffer => Buffer.from([0x01, 0x01, value ? 0xff : 0x00]);
export const utf8 = (text: string): Buffer => tlv(0x0c, Buffer.from(text, 'utf8'));
export const printable = (text: string): Buffer => tlv(0x13, Buffer.from(text, 'latin1'));
export const ia5 = (text: string): Buffer => tlv(0x16, Buffer.from(text, 'latin1'));
/** Explicitly tagged [n]. */
export const explicit = (n: number, ...parts: Uint8Array[]): Buffer => tlv(0xa0 | n, ...parts);
/** Implicitly tagged primitive [n]. */
export const implicit = (n: number, body: Uint8Array): Buffer => tlv(0x80 | n, body);

/** SET OF, its members in ascending order of their encodings. */
export const setOf = (...parts: Uint8Array[]): Buffer => tlv(0x31, ...parts.toSorted((a, b) => Buffer.compare(a, b)));

export function integer(value: bigint | number): Buffer {
  let hex = BigInt(value).toString(16);
  if (hex.startsWith('-')) throw new RangeError('negative integers are not written');
  if (hex.length % 2) hex = `0${hex}`;
  if (Number.parseInt(hex.slice(0, 2), 16) >= 0x80) hex = `00${hex}`;
  return tlv(0x02, Buffer.from(hex, 'hex'));
}

/** An INTEGER from unsigned big-endian bytes. */
export const unsigned = (bytes: Uint8Array): Buffer =>
  integer(BigInt(`0x${Buffer.from(bytes).toString('hex') || '0'}`));

const encodedOids = new Map<string, Buffer>();

/** OBJECT IDENTIFIER; the few dozen in use are encoded once. */
export function oid(dotted: string): Buffer {
  const known = encodedOids.get(dotted);
  if (known) return known;
  const encoded = encodeOid(dotted);
  if (encodedOids.size < 1000) encodedOids.set(dotted, encoded);
  return encoded;
}

function encodeOid(dotted: string): Buffer {
  const arcs = dotted.split('.').map(BigInt);
  const values = [arcs[0]! * 40n + arcs[1]!, ...arcs.slice(2)];
  const body: number[] = [];
  for (const value of values) {
    const digits = [Number(value & 0x7fn)];
    for (let rest = value >> 7n; rest > 0n; rest >>= 7n) digits.unshift(Number(rest & 0x7fn) | 0x80);
    body.push(...digits);
  }
  return tlv(0x06, Buffer.from(body));
}

const digits = (time: Date): string => time.toISOString().replaceAll(/[-:T]/g, '').slice(0, 14);

/** UTCTime until 2049, GeneralizedTime after (RFC 5280 §4.1.2.5). */
export function time(at: Date): Buffer {
  const year = at.getUTCFullYear();
  if (year >= 1950 && year < 2050) return tlv(0x17, Buffer.from(`${digits(at).slice(2)}Z`));
  return generalizedTime(at);
}

export const generalizedTime = (at: Date): Buffer => tlv(0x18, Buffer.from(`${digits(at)}Z`));
