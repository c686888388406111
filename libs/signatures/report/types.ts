import type { Signer } from '../x509/signer.ts';
import type { FindingCode } from './findings.ts';

/** EN 319 102-1 §5.1.3, table 5 and following. */
export type Indication = 'TOTAL-PASSED' | 'INDETERMINATE' | 'TOTAL-FAILED';
export type SubIndication =
  | 'FORMAT_FAILURE'
  | 'HASH_FAILURE'
  | 'SIG_CRYPTO_FAILURE'
  | 'REVOKED'
  | 'SIG_CONSTRAINTS_FAILURE'
  | 'CHAIN_CONSTRAINTS_FAILURE'
  | 'CERTIFICATE_CHAIN_GENERAL_FAILURE'
  | 'CRYPTO_CONSTRAINTS_FAILURE'
  | 'CRYPTO_CONSTRAINTS_FAILURE_NO_POE'
  | 'POLICY_PROCESSING_ERROR'
  | 'SIGNATURE_POLICY_NOT_AVAILABLE'
  | 'TIMESTAMP_ORDER_FAILURE'
  | 'NO_SIGNING_CERTIFICATE_FOUND'
  | 'NO_CERTIFICATE_CHAIN_FOUND'
  | 'REVOKED_NO_POE'
  | 'REVOKED_CA_NO_POE'
  | 'OUT_OF_BOUNDS_NO_POE'
  | 'OUT_OF_BOUNDS_NOT_REVOKED'
  | 'NOT_YET_VALID'
  | 'REVOCATION_OUT_OF_BOUNDS_NO_POE'
  | 'TRY_LATER'
  | 'SIGNED_DATA_NOT_FOUND';

/** accept: integrity, profile and trust hold; indeterminate: only trust, policy or revocation is open. */
export type Verdict = 'accept' | 'indeterminate' | 'reject' | 'no-signature' | 'error';

/** A machine-readable code with the sentence for the clerk. */
export interface Finding {
  code: FindingCode;
  lv: string;
  en: string;
  /** Which file, object or value it is about. */
  detail?: string;
}

export type Format = 'PAdES' | 'PKCS7-PDF' | 'XAdES' | 'CAdES' | 'unknown';
export type Level = 'B' | 'T' | 'LT' | 'LTA';

/** Regulation 910/2014: qualified or advanced, signature or seal; none when no trusted list supports a statement. */
export type Qualification = 'QESig' | 'QESeal' | 'AdESig-QC' | 'AdESeal-QC' | 'AdESig' | 'AdESeal' | 'N/A';

export interface TimestampReport {
  kind: 'signature' | 'archive' | 'document' | 'content';
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
