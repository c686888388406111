import { v7, type Tx } from '#kernel';
import { recordFile, type StoredFile } from '#files';
import sql from 'sql-template-tag';
import { fileAdded, fileReplaced } from '../facts.ts';

export interface NewFile extends StoredFile {
  readonly name: string;
  readonly mediaType: string;
  readonly role: 'main' | 'attachment' | 'original' | 'signed' | 'rendition';
  /** Hash of the file this one was made from: a numbered, stamped or signed form of it. */
  readonly derivedFrom?: string;
}

/** Adds a stored file to a document and answers the id by which it is read. */
export async function attachFile(tx: Tx, documentId: string, file: NewFile): Promise<string> {
  const fileId = v7(tx.now);
  await recordFile(tx, file, file.mediaType);
  await tx.rows(sql`
    insert into document_file (id, document_id, place, role, name, sha256, derived_from, created_at, created_by)
    select ${fileId}, ${documentId}, coalesce(max(place), 0) + 1, ${file.role}, ${file.name}, ${file.sha256}, ${file.derivedFrom ?? null},
           ${tx.now}, ${tx.actor.personId}
      from document_file where document_id = ${documentId}`);
  tx.emit(fileAdded(documentId, { fileId, sha256: file.sha256, role: file.role }));
  return fileId;
}

/**
 * Puts a file in the place of the current ones of the same role (the old stay readable in the history).
 * The same content again changes nothing.
 */
export async function replaceFile(tx: Tx, documentId: string, file: NewFile): Promise<void> {
  const current = await tx.row<{ sha256: string }>(sql`
    select sha256 from document_file where document_id = ${documentId} and role = ${file.role} and superseded_at is null`);
  if (current?.sha256 === file.sha256) return;
  await tx.rows(sql`update document_file set superseded_at = ${tx.now}
    where document_id = ${documentId} and role = ${file.role} and superseded_at is null`);
  const fileId = await attachFile(tx, documentId, file);
  if (current) tx.emit(fileReplaced(documentId, { fileId, sha256: file.sha256, previous: current.sha256 }));
}
