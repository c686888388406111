import type { Tx } from '#kernel';
import { advise, type Invoice } from '#einvoice';
import sql, { type Sql } from 'sql-template-tag';
import type { RecognitionView } from '../contract.ts';

export interface KeptRecognition extends Omit<RecognitionView, 'advice'> {
  invoice: Invoice | null;
}

export const recognitionColumns = sql`
  r.sha256, r.file_name as "fileName", r.class, r.machine_readable as "machineReadable", r.en16931, r.peppol, r.source, r.syntax, r.profile,
  r.specification, r.reason, r.fatal_count as "fatalCount", r.warning_count as "warningCount", r.rule_set as "ruleSet", r.findings`;

const select = (where: Sql) => sql`select ${recognitionColumns}, r.invoice from invoice_recognition r where ${where}`;

/** What is known of the files of a received item, the best readable first. */
export const recognitionsOfItem = (tx: Tx, itemId: string): Promise<KeptRecognition[]> =>
  tx.rows(sql`${select(sql`r.sha256 in (select f.sha256 from received_file f where f.item_id = ${itemId})`)}
    order by r.class, (select min(f.place) from received_file f where f.item_id = ${itemId} and f.sha256 = r.sha256)`);

export const recognitionOf = (tx: Tx, sha256: string): Promise<KeptRecognition | undefined> =>
  tx.row(select(sql`r.sha256 = ${sha256}`));

/** The verdict without the invoice itself, with what deserves a look. */
export const viewOf = ({ invoice, ...verdict }: KeptRecognition): RecognitionView => ({
  ...verdict,
  advice: invoice ? advise(invoice) : [],
});
