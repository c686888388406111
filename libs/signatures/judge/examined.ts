import type { AlgorithmUse } from '../crypto/policy.ts';
import type { Finding, Format } from '../report/types.ts';
import type { TimestampFault, TimestampToken } from '../timestamps/token.ts';
import type { Certificate } from '../x509/certificate.ts';

/** Over what a time stamp is: `references` are those to evidence alone, without the signature. */
export type TimestampKind = 'signature' | 'archive' | 'document' | 'content' | 'references';

/** Whether it proves that the signature existed. */
export const isOverSignature = ({ kind }: { kind: TimestampKind }): boolean =>
  kind !== 'content' && kind !== 'references';

/** A time stamp after its own checks; trust in its issuer is judged later. */
export interface ExaminedTimestamp {
  kind: TimestampKind;
  token?: TimestampToken;
  fault?: TimestampFault | 'unreadable' | 'several' | 'index';
  certificate?: Certificate;
  /** A document time stamp that covers stored revocation data: what makes level LTA. */
  overEvidence?: boolean;
}

/** One over signature and references that does not fit is not over the signature. */
export const overReferences = (stamp: ExaminedTimestamp): ExaminedTimestamp =>
  stamp.fault === 'imprint' ? { ...stamp, kind: 'references' } : stamp;

/** Certificates and revocation data that came with a signature. */
export interface Evidence {
  certificates: Certificate[];
  ocsps: Uint8Array[];
  crls: Uint8Array[];
}

/** What a format's own examination found out; nothing in it depends on trust or on the time of validation. */
export interface Examined {
  format: Format;
  name: string | null;
  findings: Finding[];
  certificate?: Certificate;
  claimedTime?: Date;
  timestamps: ExaminedTimestamp[];
  evidence: Evidence;
  /** Revocation data stored with this one signature, which therefore must be about it (XAdES), not a shared store. */
  ownEvidence: boolean;
  algorithms: AlgorithmUse[];
  digest: string | null;
  signature: string | null;
  /** The signature value, where a format knows time marks. */
  signatureValue?: Uint8Array;
  coversWholeDocument: boolean;
  signedFiles: string[];
  /** Signatures over this signature's value; what is wrong with them does not touch this one. */
  counterSignatures?: Examined[];
  /** Evidence stored before this signature was made is none of its own level. */
  isEvidenceFormer?: boolean;
  /** A signature of XML without XAdES, which has no level. */
  isPlain?: boolean;
  /** EDOC/2.0 and its kind: evidence was fetched before the time stamp by design. */
  legacy: boolean;
  /** A DigiDoc-like profile in ASiC: OCSP must follow the time stamp. */
  ocspAfterTimestamp: boolean;
}

export const noEvidence = (): Evidence => ({ certificates: [], ocsps: [], crls: [] });
