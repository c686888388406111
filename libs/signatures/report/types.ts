import type { TimestampKind } from '../judge/examined.ts';
import type { Signer } from '../x509/signer.ts';
import type { Finding } from './findings.ts';
import type { Indication, SubIndication } from './indication.ts';

/** accept: integrity, profile and trust hold; indeterminate: only trust, policy or revocation is open. */
export type Verdict = 'accept' | 'indeterminate' | 'reject' | 'no-signature' | 'error';

export type Format = 'PAdES' | 'PKCS7-PDF' | 'XAdES' | 'CAdES' | 'unknown';
export type Level = 'B' | 'T' | 'LT' | 'LTA';

/** Regulation 910/2014: qualified or advanced, signature or seal; none when no trusted list supports a statement. */
export type Qualification = 'QESig' | 'QESeal' | 'AdESig-QC' | 'AdESeal-QC' | 'AdESig' | 'AdESeal' | 'N/A';

export interface TimestampReport {
  kind: TimestampKind;
  time: string | null;
  by: string | null;
  qualified: boolean;
  /** Absent when the time stamp is sound and trusted. */
  problem?: Finding;
}

export interface RevocationReport {
  certificate: string;
  by: 'OCSP' | 'CRL';
  status: 'good' | 'revoked' | 'unknown';
  producedAt: string;
  source: 'embedded' | 'fetched';
}

export interface SignatureReport {
  format: Format;
  level: Level | null;
  indication: Indication;
  subIndication: SubIndication | null;
  signer: Signer | null;
  qualification: Qualification;
  /** Claimed by the signer. */
  signingTime: string | null;
  /** Proven by a time stamp; the time of validation when there is none. */
  bestSignatureTime: string | null;
  coversWholeDocument: boolean;
  signedFiles: string[];
  errors: Finding[];
  warnings: Finding[];
  /** Field name in a PDF, Id in XML. */
  name: string | null;
  algorithms: { digest: string | null; signature: string | null; keyBits: number | null };
  timestamps: TimestampReport[];
  revocation: RevocationReport[];
  /** Absent when there are none. Their verdicts do not count for this signature. */
  counterSignatures?: SignatureReport[];
  verdict: 'accept' | 'indeterminate' | 'reject';
}

export type ContainerFormat = 'PDF' | 'ASiC-E' | 'ASiC-S' | 'XAdES' | 'CAdES' | 'unknown';

export interface Report {
  format: ContainerFormat;
  signatures: SignatureReport[];
  container: { errors: Finding[]; warnings: Finding[] };
  verdict: Verdict;
  validatedAt: string;
}

export type { Finding } from './findings.ts';
export type { Indication, SubIndication } from './indication.ts';
