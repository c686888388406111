import { problems, type Tx } from '#kernel';
import { assertVisible } from '#documents';
import sql from 'sql-template-tag';
import type { InvoiceFields } from '../contract.ts';
import { supplierKey } from '../invoice-fields.ts';

/** The invoice of the same supplier, number and year that is registered and not rejected. */
export const findInvoice = (
  tx: Tx,
  data: Pick<
    InvoiceFields,
    'supplierName' | 'supplierRegistrationNumber' | 'supplierVatNumber' | 'number' | 'issueDate'
  >,
): Promise<{ id: string; number: string | null } | undefined> =>
  tx.row(sql`
    select i.id, d.number from invoice i join document d on d.id = i.id
     where i.supplier_key = ${supplierKey(data)} and lower(i.number) = lower(${data.number}) and i.issue_year = ${Number(data.issueDate.slice(0, 4))}
       and i.state <> 'rejected'`);

/** The key of an invoice's supplier. @throws Problem not-found (404) */
export async function supplierOf(tx: Tx, invoiceId: string): Promise<string> {
  await assertVisible(tx, invoiceId);
  const row = await tx.row<{ key: string }>(sql`select supplier_key as key from invoice where id = ${invoiceId}`);
  if (!row) throw problems.notFound();
  return row.key;
}
