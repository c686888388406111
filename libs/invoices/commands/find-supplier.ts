import { v7, type Tx } from '#kernel';
import sql from 'sql-template-tag';
import type { InvoiceFields } from '../contract.ts';

/** The supplier in the register of counterparties, entered there if new; without a registration number of eleven digits only named, not found. */
export async function findSupplier(
  tx: Tx,
  { supplierName, supplierRegistrationNumber }: Pick<InvoiceFields, 'supplierName' | 'supplierRegistrationNumber'>,
): Promise<string | null> {
  const number = supplierRegistrationNumber?.replace(/\D/g, '');
  if (!number || number.length !== 11) return null;
  const supplier = await tx.row<{ id: string }>(sql`
    insert into counterparty (id, kind, name, registration_number) values (${v7(tx.now)}, 'organisation', ${supplierName}, ${number})
    on conflict (institution_id, registration_number) do update set registration_number = excluded.registration_number returning id`);
  return supplier!.id;
}
