import { replaceFile } from '#documents';
import type { FileStore } from '#files';
import type { Actor, Tx } from '#kernel';
import type { Transactions } from '#platform';
import { extendAsice, extendPades } from '#signatures';
import sql from 'sql-template-tag';
import type { SigningServices } from '../adapters/services.ts';
import { levelRaised } from '../facts.ts';
import { signedAt } from './make-signature.ts';

/** A signed file whose level is below the wished one, or whose archive time stamp ages. */
export interface FileToRaise {
  readonly documentId: string;
  readonly sha256: string;
  readonly name: string;
  readonly mediaType: string;
  readonly derivedFrom: string;
}

/** The present signed files that are due, those not tried for longest first. */
export const filesToRaise = (tx: Tx, { level }: SigningServices): Promise<FileToRaise[]> =>
  tx.rows<FileToRaise>(sql`
    select l.document_id as "documentId", l.sha256, f.name, s.media_type as "mediaType", f.derived_from as "derivedFrom"
      from signature_level l
      join document_file f on f.document_id = l.document_id and f.sha256 = l.sha256 and f.role = 'signed' and f.superseded_at is null
      join stored_file s on s.institution_id = f.institution_id and s.sha256 = f.sha256
     where array_position(array['B', 'T', 'LT', 'LTA'], l.level) < array_position(array['B', 'T', 'LT', 'LTA'], ${level})
        or l.renew_on <= ${tx.today}
     order by l.tried_at nulls first, l.signed_at limit 50`);

/**
 * Raises one file to the wished level, or stamps it anew: a new file in the place of the former, which stays readable in the history and
 * unaltered, byte by byte, at the beginning of a PDF (EN 319 142-1 §5.5) and in every member of a container but the signatures.
 * @throws EvidenceError, TimestampError, FetchError: the services did not give what is needed
 */
export async function raiseLevel(
  transactions: Transactions,
  store: FileStore,
  me: Actor,
  file: FileToRaise,
  services: SigningServices,
): Promise<void> {
  const { level } = services;
  if (level === 'B') return;
  const bytes = await store.read(file.sha256);
  const raised = await (file.mediaType === 'application/pdf' ? extendPades : extendAsice)(bytes, level, services);
  const { renewOn } = await signedAt(level, raised);
  const stored = await store.put(raised);
  await transactions.run(me, async (tx) => {
    await tx.rows(sql`select 1 from document where id = ${file.documentId} for update`);
    const current = await tx.row(sql`
      select 1 from document_file where document_id = ${file.documentId} and sha256 = ${file.sha256} and role = 'signed' and superseded_at is null`);
    // Somebody has signed meanwhile: that file comes in its own turn.
    if (!current) return;
    await replaceFile(tx, file.documentId, { ...stored, ...file, sha256: stored.sha256, role: 'signed' });
    await tx.rows(sql`delete from signature_level where sha256 = ${file.sha256}`);
    await tx.rows(sql`
      insert into signature_level (sha256, document_id, level, signed_at, renew_on)
      values (${stored.sha256}, ${file.documentId}, ${level}, ${tx.now}, ${renewOn})
      on conflict do nothing`);
    tx.emit(levelRaised(file.documentId, { sha256: stored.sha256, level }));
  });
}

/** Says why a file could not be raised; it is tried again in its turn. */
export async function noteTry(tx: Tx, { sha256 }: FileToRaise, reason: string): Promise<void> {
  await tx.rows(
    sql`update signature_level set tried_at = ${tx.now}, reason = ${reason.slice(0, 500)} where sha256 = ${sha256}`,
  );
}
