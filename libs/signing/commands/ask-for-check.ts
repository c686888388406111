import type { Tx } from '#kernel';
import sql from 'sql-template-tag';
import { mayBeSigned } from '../validate-file.ts';
import { signatureCheckAsked } from '../validation-facts.ts';

/** Asks the worker to validate the files of a document or received item anew. Whether one may see them is the caller's question. */
export async function askForCheck(tx: Tx, place: { documentId: string } | { itemId: string }): Promise<void> {
  const files =
    'documentId' in place
      ? sql`select f.sha256 from document_file f join stored_file s on s.institution_id = f.institution_id and s.sha256 = f.sha256
             where f.document_id = ${place.documentId} and f.superseded_at is null and ${mayBeSigned(sql`s.media_type`, sql`f.name`)}`
      : sql`select sha256 from received_file where item_id = ${place.itemId} and ${mayBeSigned(sql`media_type`, sql`name`)}`;
  const found = await tx.rows<{ sha256: string }>(files);
  if (!found.length) return;
  const subject = 'documentId' in place ? place.documentId : place.itemId;
  tx.emit(signatureCheckAsked(subject, { sha256s: found.map(({ sha256 }) => sha256) }));
}
