import { OID } from '../asn1/oids.ts';
import { examineSigner } from '../cms/examine.ts';
import { readSignerInfo, type SignedData, type SignerInfo } from '../cms/signed-data.ts';
import { digestOf } from '../crypto/verify.ts';
import type { Evidence, Examined } from '../judge/examined.ts';
import { finding } from '../report/findings.ts';
import { blankCades } from './blank.ts';

const MOST = 20;

/** Countersignatures (RFC 5652 §11.4): signers of the signature value; they carry no content type of their own. */
export function counterSignatures(signer: SignerInfo, data: SignedData, evidence: Evidence): Examined[] {
  const values = (signer.unsigned.get(OID.counterSignature) ?? []).flat().slice(0, MOST);
  return values.map((value) => {
    const examined = { ...blankCades(), evidence };
    try {
      const counter = readSignerInfo(value);
      const cms = examineSigner(counter, data, (name) => digestOf(name, signer.signature), {
        strict: false,
        more: evidence.certificates,
        content: () => signer.signature,
      });
      const { certificate, claimedTime, timestamps, algorithms, digest, signature } = cms;
      examined.findings.push(...cms.findings.filter(({ code }) => code !== 'content-type-wrong'));
      Object.assign(examined, { certificate, claimedTime, timestamps, algorithms, digest, signature });
    } catch {
      examined.findings.push(finding('signature-unreadable'));
    }
    return examined;
  });
}
