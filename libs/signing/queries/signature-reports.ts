import { problems, type Tx } from '#kernel';
import sql, { type Sql } from 'sql-template-tag';
import { adviceOn } from '../report/advice.ts';
import { checklist } from '../report/checklist.ts';
import { signaturesOf, type KeptReport, type Surroundings } from '../report/kept-report.ts';
import type { SignatureReportView, TrustState, Verdict } from '../validation-contract.ts';

interface Row {
  id: string;
  sha256: string;
  fileName: string;
  isReadable: boolean;
  checkedAt: Date;
  verdict: Verdict;
  report: KeptReport;
  trust: TrustState | null;
  earlier: SignatureReportView['earlier'];
}

interface Place extends Pick<Surroundings, 'sender' | 'receivedAt'> {
  /** sha256, name, place, readable of the files that lie together; whether it is our own paper. */
  readonly files: Sql;
}

const ofDocument = async (tx: Tx, documentId: string): Promise<Place> => {
  const document = await tx.row<Pick<Place, 'sender' | 'receivedAt'>>(sql`
    select coalesce(d.counterparty_name, '') as sender,
           (select min(i.received_at) from received_item i where i.document_id = d.id) as "receivedAt"
      from document d where d.id = ${documentId}`);
  return {
    ...document!,
    files: sql`
      select f.sha256, f.name, f.place, f.superseded_at is null as is_present, f.role in ('main', 'attachment', 'original', 'signed') as counts,
             true as is_readable, f.role = 'main' and d.direction <> 'incoming' as is_ours
        from document_file f join document d on d.id = f.document_id where f.document_id = ${documentId}`,
  };
};

const ofItem = async (tx: Tx, itemId: string): Promise<Place> => {
  const item = await tx.row<Pick<Place, 'sender' | 'receivedAt'>>(
    sql`select sender_name as sender, received_at as "receivedAt" from received_item where id = ${itemId}`,
  );
  if (!item) throw problems.notFound();
  return {
    ...item,
    files: sql`
      select sha256, name, place, true as is_present, true as counts, not findings @? '$[*] ? (@.severity != "info")' as is_readable,
             false as is_ours
        from received_file where item_id = ${itemId}`,
  };
};

/** The present reports on what lies together; with `reportId` that report alone, an earlier one too. */
async function reports(
  tx: Tx,
  { files, sender, receivedAt }: Place,
  reportId?: string,
): Promise<SignatureReportView[]> {
  // That a paper of ours is not signed yet is no result of a check.
  const isResult = sql`not (f.is_ours and r.verdict = 'no-signature')`;
  const which = reportId ? sql`r.id = ${reportId}` : sql`r.superseded_at is null and f.is_present and ${isResult}`;
  const rows = await tx.rows<Row>(sql`
    select r.id, r.sha256, f.name as "fileName", f.is_readable as "isReadable", r.checked_at as "checkedAt", r.verdict, r.report, r.trust,
           (select coalesce(jsonb_agg(jsonb_build_object('id', e.id, 'verdict', e.verdict, 'checkedAt', to_char(e.checked_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'))
                                      order by e.checked_at desc), '[]')
              from signature_report e where e.sha256 = r.sha256 and e.id <> r.id) as earlier
      from (${files}) f join signature_report r on r.sha256 = f.sha256 where ${which} order by f.place limit 200`);
  const beside = await tx.rows<{ sha256: string; name: string; isSigned: boolean; isReadable: boolean }>(sql`
    select f.sha256, f.name, coalesce(r.verdict <> 'no-signature', false) as "isSigned", f.is_readable as "isReadable"
      from (${files}) f left join signature_report r on r.sha256 = f.sha256 and r.superseded_at is null
     where f.is_present and f.counts order by f.place`);
  return rows.map(({ report, checkedAt, isReadable, ...row }) => {
    const others = beside
      .filter(({ sha256 }) => sha256 !== row.sha256)
      .map((one) => ({ ...one, isSigned: one.isSigned || isSignedBeside(one.name, report) }));
    const whole: KeptReport = { ...report, verdict: row.verdict };
    return {
      ...row,
      format: report.format ?? 'unknown',
      checkedAt: checkedAt.toISOString(),
      signatures: signaturesOf(whole),
      container: report.container,
      points: checklist(whole, { sender, receivedAt, beside: others, isReadable }),
      advice: adviceOn(whole),
    };
  });
}

/** A signature kept beside its file signs that file. */
const isSignedBeside = (name: string, { format, signatures }: KeptReport): boolean =>
  (format === 'CAdES' || format === 'XAdES') && signatures.every(({ signedFiles }) => signedFiles.includes(name));

/** The reports on a document's present files. */
export const reportsOfDocument = async (tx: Tx, documentId: string) => reports(tx, await ofDocument(tx, documentId));

/** The reports on a received item's files. @throws Problem not-found (404) */
export const reportsOfItem = async (tx: Tx, itemId: string) => reports(tx, await ofItem(tx, itemId));

/** One report, present or earlier, on a file of the document or item. @throws Problem not-found (404) */
export async function oneReport(
  tx: Tx,
  place: { documentId: string } | { itemId: string },
  reportId: string,
): Promise<SignatureReportView> {
  const where = 'documentId' in place ? await ofDocument(tx, place.documentId) : await ofItem(tx, place.itemId);
  const [report] = await reports(tx, where, reportId);
  if (!report) throw problems.notFound();
  return report;
}
