import type { Tx } from '#kernel';
import { splitItem } from '#exchange';
import sql from 'sql-template-tag';
import { bare } from '../compare-with-pdf.ts';
import { supplierKey } from '../invoice-fields.ts';
import { recognitionsOfItem } from '../queries/recognitions.ts';

/** “Rēķins Nr. 12”, “Invoice no. 12” …: a text that is headed so is an invoice of its own, unless it names one that a machine reads. */
const HEADED = /(rēķins|invoice|faktūra|rechnung)\s*((nr|no)\b|№|#)/i;
/** How far from its beginning a text is headed. */
const HEAD = 1000;

/**
 * An item that brought several invoices becomes an item for each: files that a machine reads as the same invoice (supplier, number) stay
 * together; a text for people (`texts` by hash) that is headed as an invoice and names none of those read goes by itself; everything else
 * stays with the first. Safe to repeat.
 */
export async function splitInvoices(tx: Tx, itemId: string, texts: ReadonlyMap<string, string>): Promise<void> {
  const item = await tx.row<{ state: string }>(sql`select state from received_item where id = ${itemId} for update`);
  if (item?.state !== 'new') return;
  const groups = new Map<string, string[]>();
  const recognitions = await recognitionsOfItem(tx, itemId);
  for (const { sha256, invoice } of recognitions) {
    if (!invoice) continue;
    const { name = '', registrationNumber, vatNumber } = invoice.seller;
    const supplier = supplierKey({
      supplierName: name,
      supplierRegistrationNumber: registrationNumber,
      supplierVatNumber: vatNumber,
    });
    const key = `${supplier} ${invoice.number?.toLowerCase() ?? sha256}`;
    groups.set(key, [...(groups.get(key) ?? []), sha256]);
  }
  const numbers = recognitions.flatMap(({ invoice }) => (invoice?.number ? [bare(invoice.number)] : []));
  for (const [sha256, text] of texts) {
    const isOther = !numbers.some((number) => bare(text).includes(number));
    if (isOther && HEADED.test(text.trim().slice(0, HEAD))) groups.set(sha256, [sha256]);
  }
  const [, ...others] = groups.values();
  for (const hashes of others) {
    const files = await tx.rows<{ id: string }>(sql`
      select id from received_file where item_id = ${itemId} and sha256 = any(${hashes}) order by place`);
    await splitItem(
      tx,
      itemId,
      files.map(({ id }) => id),
    );
  }
}
