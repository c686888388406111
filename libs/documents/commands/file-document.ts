import { yearOf, type Tx } from '#kernel';
import { assertMay } from '#organisation';
import sql from 'sql-template-tag';
import { documentFiled } from '../facts.ts';
import { problems } from '../problems.ts';

/** The open case of this year with the index. @throws Problem no-such-case (422) */
export async function openCase(tx: Tx, index: string): Promise<{ id: string; access: 'open' | 'restricted' }> {
  const found = await tx.row<{ id: string; access: 'open' | 'restricted' }>(sql`
    select id, access from case_file where index = ${index} and year = ${yearOf(tx.now)} and state = 'open'`);
  if (!found) throw problems.noSuchCase({ index });
  return found;
}

/** Files a document in a case of the classification scheme (Cabinet regulation 282: every document belongs to one). */
export async function fileDocument(tx: Tx, documentId: string, index: string): Promise<void> {
  assertMay(tx, 'file documents');
  const { id: caseId } = await openCase(tx, index);
  await tx.rows(
    sql`update document set case_id = ${caseId}, filed_at = ${tx.now}, version = version + 1 where id = ${documentId}`,
  );
  tx.emit(documentFiled(documentId, { caseId }));
}

/** Marks a finished document as filed in the case already chosen for it; done by the system when its path ends. */
export async function fileInChosenCase(tx: Tx, documentId: string): Promise<void> {
  const row = await tx.row<{ case_id: string }>(sql`
    update document set filed_at = ${tx.now} where id = ${documentId} and case_id is not null and filed_at is null returning case_id`);
  if (row) tx.emit(documentFiled(documentId, { caseId: row.case_id }));
}
