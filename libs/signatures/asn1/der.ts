import { tlv } from './write.ts';

/**
 * Reading ASN.1 (X.690). Definite lengths are read as DER; indefinite lengths and constructed strings, which older
 * CMS producers write, are read too, and `isDer` tells them apart where a profile demands DER.
 */
export interface Asn1 {
  /** Identifier octet: class, constructed bit and low tag number (high tag numbers occur nowhere in our formats). */
  tag: number;
  buffer: Uint8Array;
  start: number;
  bodyStart: number;
  bodyEnd: number;
  end: number;
}

export class Asn1Error extends Error {}

const INDEFINITE = 0x80;
const DEEPEST = 64;

/** The element that begins at `offset`; what follows it is not looked at. */
export function readElement(buffer: Uint8Array, offset = 0, limit = buffer.length, depth = 0): Asn1 {
  if (depth > DEEPEST) throw new Asn1Error('nested too deeply');
  if (offset + 2 > limit) throw new Asn1Error('truncated');
  const tag = buffer[offset]!;
  if ((tag & 0x1f) === 0x1f) throw new Asn1Error('high tag number');
  const first = buffer[offset + 1]!;
  if (first === INDEFINITE) return readIndefinite(buffer, offset, limit, depth);
  let length = first;
  let bodyStart = offset + 2;
  if (first > INDEFINITE) {
    const octets = first & 0x7f;
    if (octets > 4 || bodyStart + octets > limit) throw new Asn1Error('bad length');
    length = 0;
    for (let i = 0; i < octets; i++) length = length * 256 + buffer[bodyStart + i]!;
    bodyStart += octets;
  }
  const end = bodyStart + length;
  if (end > limit) throw new Asn1Error('truncated');
  return { tag, buffer, start: offset, bodyStart, bodyEnd: end, end };
}

function readIndefinite(buffer: Uint8Array, offset: number, limit: number, depth: number): Asn1 {
  const tag = buffer[offset]!;
  if (!(tag & 0x20)) throw new Asn1Error('indefinite primitive');
  let at = offset + 2;
  for (;;) {
    if (at + 2 > limit) throw new Asn1Error('truncated');
    if (buffer[at] === 0 && buffer[at + 1] === 0) break;
    at = readElement(buffer, at, limit, depth + 1).end;
  }
  return { tag, buffer, start: offset, bodyStart: offset + 2, bodyEnd: at, end: at + 2 };
}

/** The single element that fills `buffer` completely. */
export function readWhole(buffer: Uint8Array): Asn1 {
  const element = readElement(buffer);
  if (element.end !== buffer.length) throw new Asn1Error('trailing bytes');
  return element;
}

export function childrenOf(element: Asn1): Asn1[] {
  if (!(element.tag & 0x20)) throw new Asn1Error('not constructed');
  const children: Asn1[] = [];
  for (let at = element.bodyStart; at < element.bodyEnd;) {
    const child = readElement(element.buffer, at, element.bodyEnd);
    children.push(child);
    at = child.end;
  }
  return children;
}

export const rawOf = (element: Asn1): Uint8Array => element.buffer.subarray(element.start, element.end);
export const bodyOf = (element: Asn1): Uint8Array => element.buffer.subarray(element.bodyStart, element.bodyEnd);
export const contextTag = (n: number, constructed = true): number => 0x80 | (constructed ? 0x20 : 0) | n;

/** Demands a tag; gives the element back so that reads can be chained. */
export function expect(element: Asn1 | undefined, tag: number): Asn1 {
  if (!element || element.tag !== tag) throw new Asn1Error(`expected tag ${tag.toString(16)}`);
  return element;
}

export const sequenceOf = (element: Asn1 | undefined): Asn1[] => childrenOf(expect(element, 0x30));
export const setOf = (element: Asn1 | undefined): Asn1[] => childrenOf(expect(element, 0x31));

export function readOid(element: Asn1 | undefined): string {
  const body = bodyOf(expect(element, 0x06));
  if (body.length === 0 || body[body.length - 1]! & 0x80) throw new Asn1Error('bad object identifier');
  const arcs: string[] = [];
  let value = 0n;
  for (const octet of body) {
    value = (value << 7n) | BigInt(octet & 0x7f);
    if (octet & 0x80) continue;
    if (arcs.length === 0) {
      const root = value < 40n ? 0n : value < 80n ? 1n : 2n;
      arcs.push(String(root), String(value - root * 40n));
    } else arcs.push(String(value));
    value = 0n;
  }
  return arcs.join('.');
}

export function readInteger(element: Asn1 | undefined): bigint {
  const body = bodyOf(expect(element, element?.tag === 0x0a ? 0x0a : 0x02));
  if (body.length === 0) throw new Asn1Error('empty integer');
  const value = BigInt('0x' + Buffer.from(body).toString('hex'));
  return body[0]! & 0x80 ? value - (1n << BigInt(body.length * 8)) : value;
}

/** OCTET STRING, primitive or (BER) built of pieces. */
export function readOctets(element: Asn1 | undefined): Uint8Array {
  if (element?.tag === 0x24) return Buffer.concat(childrenOf(element).map((piece) => readOctets(piece)));
  return bodyOf(expect(element, 0x04));
}

export function readBits(element: Asn1 | undefined): Uint8Array {
  const body = bodyOf(expect(element, 0x03));
  if (body.length === 0 || body[0]! > 7) throw new Asn1Error('bad bit string');
  return body.subarray(1);
}

/** The numbers of the bits that are set, as in KeyUsage. */
export function readBitNumbers(element: Asn1 | undefined): Set<number> {
  const numbers = new Set<number>();
  readBits(element).forEach((octet, i) => {
    for (let bit = 0; bit < 8; bit++) if (octet & (0x80 >> bit)) numbers.add(i * 8 + bit);
  });
  return numbers;
}

export const readBoolean = (element: Asn1 | undefined): boolean => bodyOf(expect(element, 0x01))[0] !== 0;

/** UTCTime or GeneralizedTime, in UTC as RFC 5280 §4.1.2.5 asks or with its difference from it; fractions of a second are kept. */
export function readTime(element: Asn1 | undefined): Date {
  if (!element || (element.tag !== 0x17 && element.tag !== 0x18)) throw new Asn1Error('expected time');
  const text = Buffer.from(bodyOf(element)).toString('latin1');
  const match =
    element.tag === 0x17
      ? /^(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)?()(?:Z|([+-]\d{4}))$/.exec(text)
      : /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)?(?:[.,](\d{1,9}))?(?:Z|([+-]\d{4}))$/.exec(text);
  if (!match) throw new Asn1Error('bad time');
  let year = Number(match[1]);
  if (element.tag === 0x17) year += year < 50 ? 2000 : 1900;
  const [month, day, hour, minute, second] = match.slice(2, 7).map((part) => Number(part ?? 0)) as number[];
  const millis = match[7] ? Math.floor(Number(`0.${match[7]}`) * 1000) : 0;
  const time = new Date(Date.UTC(year, month! - 1, day, hour, minute, second, millis));
  if (Number.isNaN(time.getTime()) || time.getUTCDate() !== day || month! > 12) throw new Asn1Error('bad time');
  const ahead = Number(match[8]?.slice(0, 3) ?? 0) * 60 + Number(match[8] ? `${match[8][0]}${match[8].slice(3)}` : 0);
  return new Date(time.getTime() - ahead * 60_000);
}

const utf8 = new TextDecoder('utf-8');

/** Any of the string types that occur in names. */
export function readText(element: Asn1): string {
  const body = bodyOf(element);
  if (element.tag === 0x0c) return utf8.decode(body);
  if (element.tag === 0x1e) return new TextDecoder('utf-16be').decode(body);
  return Buffer.from(body).toString('latin1');
}

/** True when the whole tree has definite, minimal lengths. */
export function isDer(element: Asn1): boolean {
  const { buffer, start, bodyStart, bodyEnd } = element;
  const octets = bodyStart - start - 2;
  const length = bodyEnd - bodyStart;
  if (buffer[start + 1] === INDEFINITE) return false;
  if (octets > 0 && (length < 0x80 || buffer[start + 2] === 0)) return false;
  if (!(element.tag & 0x20)) return true;
  return element.tag !== 0x24 && childrenOf(element).every(isDer);
}

/** The same value in DER: definite, minimal lengths, strings in one piece, the members of a SET OF in order (X.690 §10–11). */
export function derOf(element: Asn1): Buffer {
  const { tag } = element;
  if (tag === 0x24) return tlv(0x04, readOctets(element));
  if (!(tag & 0x20)) return tlv(tag, bodyOf(element));
  const members = childrenOf(element).map(derOf);
  return tlv(tag, ...(tag === 0x31 ? members.toSorted((a, b) => Buffer.compare(a, b)) : members));
}

export const sameBytes = (a: Uint8Array, b: Uint8Array): boolean => a.length === b.length && Buffer.compare(a, b) === 0;
