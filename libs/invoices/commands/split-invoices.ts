import type { Tx } from '#kernel';
import { splitItem } from '#exchange';
import sql from 'sql-template-tag';
import { supplierKey } from '../invoice-fields.ts';
import { recognitionsOfItem } from '../queries/recognitions.ts';

/**
 * An item that brought several invoices becomes an item for each: files that a machine reads as the same invoice (supplier, number) stay
 * together, everything unread stays with the first. Safe to repeat.
 */
export async function splitInvoices(tx: Tx, itemId: string): Promise<void> {
  const item = await tx.row<{ state: string }>(sql`select state from received_item where id = ${itemId} for update`);
  if (item?.state !== 'new') return;
  const groups = new Map<string, string[]>();
  for (const { sha256, invoice } of await recognitionsOfItem(tx, itemId)) {
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
