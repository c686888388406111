import type { Tx } from '#kernel';
import sql from 'sql-template-tag';
import type { ContractSignature } from './contract.ts';

/** A signature as a validation report tells it. */
export interface ReportedSignature {
  /** Issuer and serial number of the certificate: who signed. */
  readonly certificate: string;
  readonly name: string;
  readonly organisation: string | null;
  readonly signedAt: string | null;
  readonly verdict: ContractSignature['verdict'];
}

/** A file of a contract with what its present report says. */
export interface SignedFile {
  readonly role: 'main' | 'signed';
  readonly isPresent: boolean;
  /** A signature was put into it here. */
  readonly isMadeHere: boolean;
  readonly signatures: readonly ReportedSignature[];
}

export interface PartiesSignatures {
  readonly signatures: ContractSignature[];
  readonly isSignedByUs: boolean;
  readonly isSignedByAll: boolean;
}

/**
 * Who has signed a contract. Ours are the signatures that were made here; all others in its files are of the other parties, of whom as many
 * different signers are needed as there are parties (who may sign for a party is for people to see). Of a signature that stands in several
 * versions the present one counts: a copy may hold our file within, so the earlier are read too.
 */
export function partiesSignatures(files: readonly SignedFile[], parties: number): PartiesSignatures {
  const brought = new Set(files.filter(({ role }) => role === 'main').flatMap(certificatesOf));
  const ours = new Set(files.filter(({ isMadeHere }) => isMadeHere).flatMap(certificatesOf));
  for (const certificate of brought) ours.delete(certificate);
  const all = new Map<string, ContractSignature>();
  for (const file of files.toSorted((one, other) => Number(one.isPresent) - Number(other.isPresent)))
    for (const { certificate, ...signature } of file.signatures)
      all.set(certificate, { ...signature, side: ours.size ? (ours.has(certificate) ? 'us' : 'them') : null });
  const signatures = [...all.values()].toSorted((one, other) =>
    (one.signedAt ?? '').localeCompare(other.signedAt ?? ''),
  );
  const valid = (side: 'us' | 'them') =>
    signatures.filter((one) => one.side === side && one.verdict === 'accept').length;
  const isSignedByUs = valid('us') > 0;
  return { signatures, isSignedByUs, isSignedByAll: isSignedByUs && valid('them') >= parties };
}

const certificatesOf = ({ signatures }: SignedFile) => signatures.map(({ certificate }) => certificate);

/** Reads the present reports on a contract's files, and which files were signed here, from the journal. */
export const signedFiles = (tx: Tx, contractId: string): Promise<SignedFile[]> =>
  tx.rows<SignedFile>(sql`
    select f.role, f.superseded_at is null as "isPresent",
           exists (select from journal j where j.subject_id = f.document_id and j.type = 'document.signed' and j.data ->> 'sha256' = f.sha256) as "isMadeHere",
           coalesce((select jsonb_agg(jsonb_build_object(
               'certificate', (s -> 'signer' ->> 'issuer') || ' ' || (s -> 'signer' ->> 'certificateSerial'), 'name', s -> 'signer' ->> 'name',
               'organisation', s -> 'signer' ->> 'organisation', 'signedAt', coalesce(s ->> 'bestSignatureTime', s ->> 'signingTime'),
               'verdict', case when r.verdict = 'reject' then 'reject' else s ->> 'verdict' end))
             from jsonb_array_elements(r.report -> 'signatures') s where s -> 'signer' ->> 'name' is not null), '[]') as signatures
      from document_file f
      join signature_report r on r.institution_id = f.institution_id and r.sha256 = f.sha256 and r.superseded_at is null
     where f.document_id = ${contractId} and (f.role = 'signed' or f.role = 'main' and f.superseded_at is null)
     order by f.place`);
