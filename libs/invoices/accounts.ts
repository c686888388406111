import { v7, type Tx } from '#kernel';
import sql from 'sql-template-tag';

export interface SupplierAccount {
  id: string | null;
  state: 'confirmed' | 'new' | 'changed' | 'none';
  /** Confirmed accounts of the supplier. */
  known: string[];
}

/** Whether an invoice's account is one the supplier is known to have: the guard against a letter "we have changed our account". */
export async function accountOf(tx: Tx, supplierKey: string, iban: string | null): Promise<SupplierAccount> {
  const rows = await tx.rows<{ id: string; iban: string; isConfirmed: boolean }>(sql`
    select id, iban, confirmed_at is not null as "isConfirmed" from supplier_account where supplier_key = ${supplierKey} order by first_seen_at`);
  const known = rows.filter(({ isConfirmed }) => isConfirmed).map((row) => row.iban);
  if (!iban) return { id: null, state: 'none', known };
  const own = rows.find((row) => row.iban === iban);
  const state = own?.isConfirmed ? 'confirmed' : known.length ? 'changed' : 'new';
  return { id: own?.id ?? null, state, known };
}

/** Remembers that an account stood on an invoice of the supplier; it is not confirmed by that. Safe to repeat. */
export async function seeAccount(tx: Tx, supplierKey: string, iban: string): Promise<void> {
  await tx.rows(sql`
    insert into supplier_account (id, supplier_key, iban, first_seen_at) values (${v7(tx.now)}, ${supplierKey}, ${iban}, ${tx.now})
    on conflict do nothing`);
}
