import type { Tx } from '#kernel';
import sql from 'sql-template-tag';
import type { ContractFields } from '../contract.ts';
import { supplierKey } from '../invoice-fields.ts';
import { findSupplier } from './find-supplier.ts';

/** Writes the parties of a contract after the first in their order, in the place of those that stood there. */
export async function writeOtherParties(
  tx: Tx,
  contractId: string,
  parties: NonNullable<ContractFields['otherParties']>,
): Promise<void> {
  await tx.rows(sql`delete from contract_party where contract_id = ${contractId}`);
  for (const [index, { name, registrationNumber = null }] of parties.entries()) {
    const party = { supplierName: name, supplierRegistrationNumber: registrationNumber, supplierVatNumber: null };
    await tx.rows(sql`
      insert into contract_party (contract_id, place, name, registration_number, supplier_key, counterparty_id)
      values (${contractId}, ${index + 1}, ${name}, ${registrationNumber}, ${supplierKey(party)}, ${await findSupplier(tx, party)})`);
  }
}
