import * as der from '../asn1/der.ts';
import { OID } from '../asn1/oids.ts';
import { readSignatureAlgorithm, type SignatureAlgorithm } from '../crypto/algorithms.ts';
import { verifySignature } from '../crypto/verify.ts';
import { isKeyUsable, type Certificate } from './certificate.ts';
import { readName, sameName, type Name } from './name.ts';

/** A CRL (RFC 5280 §5), read but not yet believed. */
export interface Crl {
  raw: Uint8Array;
  tbs: Uint8Array;
  issuer: Name;
  thisUpdate: Date;
  nextUpdate?: Date;
  algorithm: SignatureAlgorithm | undefined;
  signature: Uint8Array;
  /** Delta, indirect or partial: such a list says nothing about certificates outside its scope. */
  scope: 'complete' | 'users' | 'authorities' | 'unusable';
  /** When the serial number was revoked; undefined when it is not listed. */
  revokedAt(serialNumber: bigint): Date | undefined;
}

export function readCrl(bytes: Uint8Array): Crl {
  const [tbs, algorithm, signature] = der.sequenceOf(der.readWhole(bytes));
  const fields = der.sequenceOf(tbs);
  if (fields[0]?.tag === 0x02) fields.shift();
  const [, issuer, thisUpdate, ...rest] = fields;
  const isTime = rest[0]?.tag === 0x17 || rest[0]?.tag === 0x18;
  const nextUpdate = isTime ? rest.shift() : undefined;
  const list = rest[0]?.tag === 0x30 ? rest[0] : undefined;
  const extensions = rest.find(({ tag }) => tag === der.contextTag(0));
  let entries: Map<bigint, Date> | undefined;
  const crl: Crl = {
    raw: bytes,
    tbs: der.rawOf(tbs!),
    issuer: readName(issuer),
    thisUpdate: der.readTime(thisUpdate),
    algorithm: readSignatureAlgorithm(algorithm),
    signature: der.readBits(signature),
    scope: scopeOf(extensions),
    revokedAt: (serial) => (entries ??= readEntries(list)).get(serial),
  };
  return nextUpdate ? { ...crl, nextUpdate: der.readTime(nextUpdate) } : crl;
}

function readEntries(list: der.Asn1 | undefined): Map<bigint, Date> {
  const entries = new Map<bigint, Date>();
  for (const entry of list ? der.childrenOf(list) : []) {
    const [serial, at] = der.sequenceOf(entry);
    entries.set(der.readInteger(serial), der.readTime(at));
  }
  return entries;
}

function scopeOf(extensions: der.Asn1 | undefined): Crl['scope'] {
  let scope: Crl['scope'] = 'complete';
  for (const extension of extensions ? der.sequenceOf(der.childrenOf(extensions)[0]) : []) {
    const fields = der.sequenceOf(extension);
    const id = der.readOid(fields[0]);
    const critical = fields.length === 3 && der.readBoolean(fields[1]);
    if (id === OID.deltaCrl) return 'unusable';
    if (id === OID.issuingDistributionPoint) {
      for (const flag of der.sequenceOf(der.readWhole(der.readOctets(fields.at(-1))))) {
        const on = flag.tag !== 0x83 && der.bodyOf(flag)[0] !== 0;
        if (flag.tag === 0x81 && on) scope = 'users';
        else if (flag.tag === 0x82 && on) scope = 'authorities';
        else if (flag.tag === 0x83 || ((flag.tag === 0x84 || flag.tag === 0x85) && on)) return 'unusable';
      }
    } else if (critical) return 'unusable';
  }
  return scope;
}

export type CrlFault = 'other-issuer' | 'scope' | 'broken' | 'unauthorised';

/** Whether the list may speak about `certificate` of `issuer`, and is signed by it. */
export function faultOfCrl(crl: Crl, certificate: Certificate, issuer: Certificate): CrlFault | undefined {
  if (!sameName(crl.issuer, issuer.subject)) return 'other-issuer';
  if (!isListBy(crl, issuer)) return 'broken';
  if (issuer.keyUsage && !issuer.keyUsage.has('cRLSign')) return 'unauthorised';
  const fits = crl.scope === 'complete' || (crl.scope === 'authorities') === (certificate.ca === true);
  return crl.scope === 'unusable' || !fits ? 'scope' : undefined;
}

const verified = new WeakMap<Crl, Map<string, boolean>>();

/** A list is asked about several certificates; its signature is verified once for each key. */
function isListBy(crl: Crl, issuer: Certificate): boolean {
  const known = verified.get(crl) ?? new Map<string, boolean>();
  verified.set(crl, known);
  const former = known.get(issuer.id);
  if (former !== undefined) return former;
  const { algorithm, tbs: data, signature } = crl;
  const answer =
    algorithm !== undefined && isKeyUsable(issuer) && verifySignature({ key: issuer.key, algorithm, data, signature });
  known.set(issuer.id, answer);
  return answer;
}
