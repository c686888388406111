import * as der from '../asn1/der.ts';
import { OID } from '../asn1/oids.ts';
import { examineTimestamp } from '../cms/examine.ts';
import { singleValue, type SignedData, type SignerInfo } from '../cms/signed-data.ts';
import { readDigestAlgorithm, type DigestName } from '../crypto/algorithms.ts';
import { digestOf } from '../crypto/verify.ts';
import type { ExaminedTimestamp } from '../judge/examined.ts';
import { readToken } from '../timestamps/token.ts';
import type { Certificate } from '../x509/certificate.ts';

/**
 * archive-time-stamp-v3 (EN 319 122-1 §5.5.3): over the content type, the digest of the content, the signer's fields as
 * they were signed, and an index of hashes of the certificates, revocation data and unsigned attributes of that moment.
 */
export function archiveTimestamps(
  signer: SignerInfo,
  data: SignedData,
  contentDigest: (name: DigestName) => Uint8Array,
  more: Certificate[],
): ExaminedTimestamp[] {
  const values = (signer.unsigned.get(OID.archiveTimeStampV3) ?? []).flat();
  return values.map((value) => {
    try {
      const bytes = der.rawOf(value);
      const index = hashIndexOf(readToken(bytes).signedData.signers[0]);
      if (!index || !isComplete(index, signer, data)) return { kind: 'archive' as const, fault: 'index' as const };
      const covered = (name: DigestName): Uint8Array =>
        digestOf(name, data.raw.contentType, contentDigest(name), ...signedFields(signer), index.raw);
      return examineTimestamp('archive', bytes, { digest: covered }, { more });
    } catch {
      return { kind: 'archive' as const, fault: 'unreadable' as const };
    }
  });
}

/** version, sid, digestAlgorithm, signedAttrs, signatureAlgorithm and signature, each as encoded. */
export const signedFields = ({ raw }: SignerInfo): Uint8Array[] =>
  der
    .sequenceOf(raw)
    .filter(({ tag }) => tag !== der.contextTag(1))
    .map(der.rawOf);

interface HashIndex {
  raw: Uint8Array;
  digest: DigestName | undefined;
  certificates: Uint8Array[];
  revocation: Uint8Array[];
  unsigned: Uint8Array[];
  /** The first version hashes each unsigned attribute whole, the later ones each of its values with the type. */
  isWhole: boolean;
}

/** ats-hash-index and its two successors: an unsigned attribute of the token's own signer. */
function hashIndexOf(stamper: SignerInfo | undefined): HashIndex | undefined {
  for (const type of [OID.atsHashIndexV3, OID.atsHashIndexV2, OID.atsHashIndex]) {
    const value = stamper && singleValue(stamper.unsigned, type);
    if (!value) continue;
    const fields = der.sequenceOf(value);
    const algorithm = fields.length === 4 ? fields.shift() : undefined;
    const [certificates, revocation, unsigned] = fields.map((list) => der.sequenceOf(list).map(der.readOctets));
    if (!certificates || !revocation || !unsigned) return undefined;
    const digest = algorithm ? readDigestAlgorithm(algorithm) : 'SHA-256';
    return { raw: der.rawOf(value), digest, certificates, revocation, unsigned, isWhole: type === OID.atsHashIndex };
  }
  return undefined;
}

/** Everything that the index names must still be there; what came later is not named and not protected. */
function isComplete(index: HashIndex, signer: SignerInfo, data: SignedData): boolean {
  const { digest } = index;
  if (!digest) return false;
  const areThere = (hashes: Uint8Array[], encoded: Uint8Array[]): boolean => {
    const present = new Set(encoded.map((one) => digestOf(digest, one).toString('hex')));
    return hashes.every((hash) => present.has(Buffer.from(hash).toString('hex')));
  };
  const attributes = index.isWhole ? signer.unsignedRaw : signer.unsignedRaw.flatMap(valuesOf);
  return (
    areThere(index.certificates, data.raw.certificates) &&
    areThere(index.revocation, data.raw.revocation) &&
    areThere(index.unsigned, attributes)
  );
}

/** Each value of an attribute behind the attribute's type. */
function valuesOf(attribute: Uint8Array): Uint8Array[] {
  const [type, values] = der.sequenceOf(der.readWhole(attribute));
  return der.setOf(values).map((value) => Buffer.concat([der.rawOf(type!), der.rawOf(value)]));
}
