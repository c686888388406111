import * as der from '../asn1/der.ts';
import { OID } from '../asn1/oids.ts';
import { examineTimestamp } from '../cms/examine.ts';
import type { SignerInfo } from '../cms/signed-data.ts';
import { overReferences, type ExaminedTimestamp } from '../judge/examined.ts';
import type { Certificate } from '../x509/certificate.ts';

/**
 * The time stamps of CAdES-X (TS 101 733 §6.3.5, §6.3.6): type 1 over the signature value, its time stamps and the references
 * to certificates and revocation data; type 2 over the references alone. Attributes are covered by type and values,
 * without the sequence around them.
 */
export function referenceTimestamps(signer: SignerInfo, more: Certificate[]): ExaminedTimestamp[] {
  const references = [OID.certificateReferences, OID.revocationReferences].flatMap((type) => bodiesOf(signer, type));
  const onSignature = [signer.signature, ...bodiesOf(signer, OID.signatureTimeStamp), ...references];
  return [
    ...stampsIn(signer, OID.escTimeStamp)
      .map((bytes) => examineTimestamp('signature', bytes, onSignature, { more }))
      .map(overReferences),
    ...stampsIn(signer, OID.certCrlTimeStamp).map((bytes) =>
      examineTimestamp('references', bytes, references, { more }),
    ),
  ];
}

const stampsIn = ({ unsigned }: SignerInfo, type: string): Uint8Array[] =>
  (unsigned.get(type) ?? []).flat().map(der.rawOf);

const bodiesOf = ({ unsignedRaw }: SignerInfo, type: string): Uint8Array[] =>
  unsignedRaw
    .map(der.readWhole)
    .filter((attribute) => der.readOid(der.sequenceOf(attribute)[0]) === type)
    .map(der.bodyOf);
