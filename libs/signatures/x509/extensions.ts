import * as der from '../asn1/der.ts';
import { OID } from '../asn1/oids.ts';

export type KeyUse =
  | 'digitalSignature'
  | 'nonRepudiation'
  | 'keyEncipherment'
  | 'dataEncipherment'
  | 'keyAgreement'
  | 'keyCertSign'
  | 'cRLSign';
const uses: KeyUse[] = [
  'digitalSignature',
  'nonRepudiation',
  'keyEncipherment',
  'dataEncipherment',
  'keyAgreement',
  'keyCertSign',
  'cRLSign',
];

/** The certificate extensions (RFC 5280 §4.2, EN 319 412-5) that signatures depend on. */
export interface Extensions {
  ca?: boolean;
  pathLength?: number;
  keyUsage?: Set<KeyUse>;
  extendedKeyUsage?: string[];
  extendedKeyUsageCritical?: boolean;
  subjectKeyId?: Uint8Array;
  authorityKeyId?: Uint8Array;
  policies: string[];
  qc: QcStatements;
  ocspUrls: string[];
  issuerUrls: string[];
  crlUrls: string[];
  /** id-pkix-ocsp-nocheck (RFC 6960 §4.2.2.2.1). */
  noCheck: boolean;
  nameConstraints?: Uint8Array;
  /** Critical extensions that nothing here understands: the path must not be used (RFC 5280 §4.2). */
  unknownCritical: string[];
}

/** EN 319 412-5 §4: what the issuer states about the certificate. */
export interface QcStatements {
  compliant: boolean;
  onDevice: boolean;
  types: ('esign' | 'eseal' | 'web')[];
}

const qcTypes: Record<string, 'esign' | 'eseal' | 'web'> = {
  '0.4.0.1862.1.6.1': 'esign',
  '0.4.0.1862.1.6.2': 'eseal',
  '0.4.0.1862.1.6.3': 'web',
};

export function readExtensions(list: der.Asn1 | undefined): Extensions {
  const found: Extensions = {
    policies: [],
    qc: { compliant: false, onDevice: false, types: [] },
    ocspUrls: [],
    issuerUrls: [],
    crlUrls: [],
    noCheck: false,
    unknownCritical: [],
  };
  if (!list) return found;
  const seen = new Set<string>();
  for (const extension of der.sequenceOf(der.childrenOf(list)[0])) {
    const fields = der.sequenceOf(extension);
    const id = der.readOid(fields[0]);
    if (seen.has(id)) throw new der.Asn1Error('extension occurs twice');
    seen.add(id);
    const critical = fields.length === 3 && der.readBoolean(fields[1]);
    const matters = critical || constraining.has(id);
    if (!isUnderstood(found, id, fields.at(-1), critical) && matters) found.unknownCritical.push(id);
  }
  return found;
}

/** What limits the use of a certificate must be understood whether it is marked critical or not. */
const constraining = new Set<string>([OID.basicConstraints, OID.keyUsage, OID.extendedKeyUsage, OID.nameConstraints]);

/** One that is written wrongly is one that nobody understands. */
function isUnderstood(to: Extensions, id: string, value: der.Asn1 | undefined, critical: boolean): boolean {
  try {
    return readExtension(to, id, der.readWhole(der.readOctets(value)), critical);
  } catch (error) {
    if (!(error instanceof der.Asn1Error)) throw error;
    return false;
  }
}

function readExtension(to: Extensions, id: string, value: der.Asn1, critical: boolean): boolean {
  switch (id) {
    case OID.basicConstraints: {
      const [ca, length] = der.sequenceOf(value);
      to.ca = ca?.tag === 0x01 ? der.readBoolean(ca) : false;
      if (length) to.pathLength = Number(der.readInteger(length));
      return true;
    }
    case OID.keyUsage:
      to.keyUsage = new Set([...der.readBitNumbers(value)].flatMap((bit) => uses[bit] ?? []));
      return true;
    case OID.extendedKeyUsage:
      to.extendedKeyUsage = der.sequenceOf(value).map(der.readOid);
      to.extendedKeyUsageCritical = critical;
      return true;
    case OID.subjectKeyIdentifier:
      to.subjectKeyId = der.readOctets(value);
      return true;
    case OID.authorityKeyIdentifier: {
      const keyId = der.sequenceOf(value).find(({ tag }) => tag === 0x80);
      if (keyId) to.authorityKeyId = der.bodyOf(keyId);
      return true;
    }
    case OID.certificatePolicies:
      to.policies = der.sequenceOf(value).map((policy) => der.readOid(der.sequenceOf(policy)[0]));
      return true;
    case OID.nameConstraints:
      to.nameConstraints = der.rawOf(value);
      return true;
    case OID.authorityInfoAccess:
      for (const access of der.sequenceOf(value)) {
        const [method, location] = der.sequenceOf(access);
        if (location?.tag !== 0x86) continue;
        const url = Buffer.from(der.bodyOf(location)).toString('latin1');
        if (der.readOid(method) === OID.ocsp) to.ocspUrls.push(url);
        else if (der.readOid(method) === OID.caIssuers) to.issuerUrls.push(url);
      }
      return true;
    case OID.crlDistributionPoints:
      to.crlUrls = der.sequenceOf(value).flatMap(urlsOfPoint);
      return true;
    case OID.ocspNoCheck:
      to.noCheck = true;
      return true;
    case OID.qcStatements:
      to.qc = readQcStatements(value);
      return true;
    // Read elsewhere or without weight for signatures: policy constraints and mappings, alternative names.
    case '2.5.29.17':
    case '2.5.29.18':
    case '2.5.29.33':
    case '2.5.29.36':
    case '2.5.29.54':
      return true;
    default:
      return false;
  }
}

function urlsOfPoint(point: der.Asn1): string[] {
  const name = der.sequenceOf(point).find(({ tag }) => tag === der.contextTag(0));
  const full = name && der.childrenOf(name).find(({ tag }) => tag === der.contextTag(0));
  if (!full) return [];
  return der
    .childrenOf(full)
    .filter(({ tag }) => tag === 0x86)
    .map((url) => Buffer.from(der.bodyOf(url)).toString('latin1'));
}

function readQcStatements(value: der.Asn1): QcStatements {
  const qc: QcStatements = { compliant: false, onDevice: false, types: [] };
  for (const statement of der.sequenceOf(value)) {
    const [id, info] = der.sequenceOf(statement);
    const name = der.readOid(id);
    if (name === '0.4.0.1862.1.1') qc.compliant = true;
    else if (name === '0.4.0.1862.1.4') qc.onDevice = true;
    else if (name === '0.4.0.1862.1.6' && info) {
      qc.types = der.sequenceOf(info).flatMap((type) => qcTypes[der.readOid(type)] ?? []);
    }
  }
  return qc;
}
