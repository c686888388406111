import { problems, type Tx } from '#kernel';
import sql from 'sql-template-tag';
import { restrictedFileRead } from '../facts.ts';
import { visibleTo } from '../visible-to.ts';

interface FileToRead {
  sha256: string;
  name: string;
  mediaType: string;
  size: number;
}

/** A document's file, if the actor may read it; reading a restricted one is journalled. @throws Problem not-found (404) */
export async function fileToRead(tx: Tx, fileId: string): Promise<FileToRead> {
  const file = await tx.row<FileToRead & { documentId: string; access: string }>(sql`
    select f.sha256, f.name, s.media_type as "mediaType", s.size, f.document_id as "documentId", d.access
      from document_file f join document d on d.id = f.document_id
      join stored_file s on s.institution_id = f.institution_id and s.sha256 = f.sha256
     where f.id = ${fileId} and ${visibleTo(tx.actor)}`);
  if (!file) throw problems.notFound();
  if (file.access === 'restricted') tx.emit(restrictedFileRead(file.documentId, { fileId }));
  return file;
}
