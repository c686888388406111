import * as der from '../asn1/der.ts';
import { OID } from '../asn1/oids.ts';
import {
  readDigestAlgorithm,
  readSignatureAlgorithm,
  type DigestName,
  type SignatureAlgorithm,
} from '../crypto/algorithms.ts';

/** CMS SignedData (RFC 5652 §5). */
export interface SignedData {
  version: number;
  contentType: string;
  content?: Uint8Array;
  certificates: Uint8Array[];
  crls: Uint8Array[];
  /** OCSP responses among the revocation information (RFC 5940). */
  ocsps: Uint8Array[];
  signers: SignerInfo[];
  isDer: boolean;
  /** As encoded: archive time stamps are over these. */
  raw: {
    contentType: Uint8Array;
    encapsulated: Uint8Array;
    /** The fields certificates and crls whole, as far as they are there. */
    sets: Uint8Array[];
    certificates: Uint8Array[];
    revocation: Uint8Array[];
  };
}

export interface SignerInfo {
  version: number;
  issuerSerial?: { issuer: Uint8Array; serial: bigint };
  keyId?: Uint8Array;
  digestAlgorithm: DigestName | undefined;
  signatureAlgorithm: SignatureAlgorithm | undefined;
  /** The attributes as SET OF, the bytes that are signed. */
  signedBytes?: Uint8Array;
  signed: Attributes;
  unsigned: Attributes;
  /** Each unsigned attribute as encoded, in order: archive time stamps hash them. */
  unsignedRaw: Uint8Array[];
  signature: Uint8Array;
  raw: der.Asn1;
}

/** Attribute values by type; one entry per occurrence of the attribute. */
export type Attributes = Map<string, der.Asn1[][]>;

const OCSP_RESPONSE = '1.3.6.1.5.5.7.16.2';

/** Reads the SignedData in `bytes`; only zero octets may follow it when `padded` (the hole of a PDF signature). */
export function readSignedData(bytes: Uint8Array, { padded = false } = {}): SignedData {
  const whole = der.readElement(bytes);
  const rest = bytes.subarray(whole.end);
  if (rest.length > 0 && !(padded && der.sameBytes(rest, new Uint8Array(rest.length))))
    throw new der.Asn1Error('trailing bytes');
  const [type, wrapped] = der.sequenceOf(whole);
  if (der.readOid(type) !== OID.signedData) throw new der.Asn1Error('not SignedData');
  const fields = der.sequenceOf(der.childrenOf(der.expect(wrapped, der.contextTag(0)))[0]);
  const [version, , encapsulated, ...optional] = fields;
  const [contentType, content] = der.sequenceOf(encapsulated);
  const certificates = optional.find(({ tag }) => tag === der.contextTag(0));
  const revocation = optional.find(({ tag }) => tag === der.contextTag(1));
  const infos = revocation ? der.childrenOf(revocation) : [];
  const data: SignedData = {
    version: Number(der.readInteger(version)),
    contentType: der.readOid(contentType),
    certificates: certificates
      ? der
          .childrenOf(certificates)
          .filter(({ tag }) => tag === 0x30)
          .map(der.rawOf)
      : [],
    crls: infos.filter(({ tag }) => tag === 0x30).map(der.rawOf),
    ocsps: infos.filter(({ tag }) => tag === der.contextTag(1)).flatMap(ocspOf),
    signers: der.setOf(optional.at(-1)).map(readSignerInfo),
    isDer: isDer(whole),
    raw: {
      contentType: der.rawOf(contentType!),
      encapsulated: der.rawOf(encapsulated!),
      sets: [certificates, revocation].flatMap((set) => (set ? [der.rawOf(set)] : [])),
      certificates: certificates ? der.childrenOf(certificates).map(der.rawOf) : [],
      revocation: infos.map(der.rawOf),
    },
  };
  const [inner] = content ? der.childrenOf(der.expect(content, der.contextTag(0))) : [];
  // PKCS #7 let the content be of any type; what is signed is its value without tag and length (RFC 5652 §5.2.1).
  if (inner) data.content = inner.tag === 0x04 || inner.tag === 0x24 ? der.readOctets(inner) : der.bodyOf(inner);
  return data;
}

/** What cannot be gone through is not DER as far as we can tell. */
function isDer(whole: der.Asn1): boolean {
  try {
    return der.isDer(whole);
  } catch {
    return false;
  }
}

function ocspOf(other: der.Asn1): Uint8Array[] {
  const [format, value] = der.childrenOf(other);
  return value && der.readOid(format) === OCSP_RESPONSE ? [der.rawOf(value)] : [];
}

export function readSignerInfo(info: der.Asn1): SignerInfo {
  const fields = der.sequenceOf(info);
  const [version, sid, digestAlgorithm] = fields;
  let next = 3;
  const signed = fields[next]?.tag === der.contextTag(0) ? fields[next++] : undefined;
  const algorithm = fields[next++];
  const signature = fields[next++];
  const unsigned = fields[next]?.tag === der.contextTag(1) ? fields[next++] : undefined;
  if (next !== fields.length || !sid) throw new der.Asn1Error('bad SignerInfo');
  const read: SignerInfo = {
    version: Number(der.readInteger(version)),
    digestAlgorithm: readDigestAlgorithm(digestAlgorithm),
    signatureAlgorithm: readSignatureAlgorithm(algorithm),
    signed: readAttributes(signed),
    unsigned: readAttributes(unsigned),
    unsignedRaw: unsigned ? der.childrenOf(unsigned).map(der.rawOf) : [],
    signature: der.readOctets(signature),
    raw: info,
  };
  if (sid.tag === 0x30) {
    const [issuer, serial] = der.sequenceOf(sid);
    read.issuerSerial = { issuer: der.rawOf(der.expect(issuer, 0x30)), serial: der.readInteger(serial) };
  } else read.keyId = der.bodyOf(der.expect(sid, 0x80));
  if (signed) {
    const bytes = Uint8Array.from(der.rawOf(signed));
    bytes[0] = 0x31;
    read.signedBytes = bytes;
  }
  // An algorithm identifier without digest (plain rsaEncryption) takes the one of the message (RFC 3370 §3.2).
  const found = read.signatureAlgorithm;
  if (found && !found.digest && read.digestAlgorithm)
    read.signatureAlgorithm = { ...found, digest: read.digestAlgorithm };
  return read;
}

function readAttributes(set: der.Asn1 | undefined): Attributes {
  const attributes: Attributes = new Map();
  for (const attribute of set ? der.childrenOf(set) : []) {
    const [type, values] = der.sequenceOf(attribute);
    const id = der.readOid(type);
    attributes.set(id, [...(attributes.get(id) ?? []), der.setOf(values)]);
  }
  return attributes;
}

/** The single value of an attribute that may occur once with one value; undefined when absent or multiple. */
export function singleValue(attributes: Attributes, type: string): der.Asn1 | undefined {
  const occurrences = attributes.get(type);
  return occurrences?.length === 1 && occurrences[0]!.length === 1 ? occurrences[0]![0] : undefined;
}
