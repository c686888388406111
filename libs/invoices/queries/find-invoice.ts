import { problems, type Tx } from '#kernel';
import { assertVisible } from '#documents';
import sql from 'sql-template-tag';
import type { InvoiceFields } from '../contract.ts';
import { supplierKey } from '../invoice-fields.ts';

type Sought = Pick<
  InvoiceFields,
  'supplierName' | 'supplierRegistrationNumber' | 'supplierVatNumber' | 'number' | 'issueDate'
>;

interface Found {
  id: string;
  number: string | null;
}

/** The invoice of the same supplier, number and year that is registered and not rejected; null when there is none. */
export async function findInvoice(tx: Tx, data: Sought): Promise<Found | null> {
  const [found] = await findInvoices(tx, [data]);
  return found ?? null;
}

/** The same for many at once, each answer where its question stood; what could not be read is like none. */
export async function findInvoices(tx: Tx, sought: readonly (Sought | null)[]): Promise<(Found | null)[]> {
  const keys = sought.map((data, place) => ({
    place,
    ...(data && { key: supplierKey(data), number: data.number, year: Number(data.issueDate.slice(0, 4)) }),
  }));
  const rows = await tx.rows<{ found: Found | null }>(sql`
    select case when i.id is not null then jsonb_build_object('id', i.id, 'number', d.number) end as found
      from jsonb_to_recordset(${JSON.stringify(keys)}::jsonb) as s(place int, key text, number text, year int)
      left join invoice i on i.supplier_key = s.key and lower(i.number) = lower(s.number) and i.issue_year = s.year and i.state <> 'rejected'
      left join document d on d.id = i.id
     order by s.place`);
  return rows.map(({ found }) => found);
}

/** The key of an invoice's supplier. @throws Problem not-found (404) */
export async function supplierOf(tx: Tx, invoiceId: string): Promise<string> {
  await assertVisible(tx, invoiceId);
  const row = await tx.row<{ key: string }>(sql`select supplier_key as key from invoice where id = ${invoiceId}`);
  if (!row) throw problems.notFound();
  return row.key;
}
