import type { Tx } from '#kernel';
import sql, { type Sql } from 'sql-template-tag';
import { SignatureReportView } from '../contract.ts';

interface Row {
  sha256: string;
  fileName: string;
  checkedAt: Date;
  verdict: SignatureReportView['verdict'];
  report: Pick<SignatureReportView, 'signatures' | 'container'>;
}

const reports = async (tx: Tx, files: Sql): Promise<SignatureReportView[]> => {
  const rows = await tx.rows<Row>(sql`
    select f.sha256, f.name as "fileName", r.checked_at as "checkedAt", r.verdict, r.report
      from (${files}) f join signature_report r on r.sha256 = f.sha256 order by f.place`);
  // The kept report tells more than its readers are promised.
  return rows.map(({ report, checkedAt, ...row }) =>
    SignatureReportView.parse({ ...row, ...report, checkedAt: checkedAt.toISOString() }),
  );
};

/** The kept reports on a document's present files. */
export const reportsOfDocument = (tx: Tx, documentId: string) =>
  reports(
    tx,
    sql`select sha256, name, place from document_file where document_id = ${documentId} and superseded_at is null`,
  );

/** The kept reports on a received item's files. */
export const reportsOfItem = (tx: Tx, itemId: string) =>
  reports(tx, sql`select sha256, name, place from received_file where item_id = ${itemId}`);
