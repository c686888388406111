import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTables } from './tenant.ts';

/** A contract may have other parties beside the first, which stands in its own row and on its document. */
export class ContractParties1763717710000 implements MigrationInterface {
  async up(db: QueryRunner) {
    await db.query(`
      create table contract_party (
        contract_id uuid references contract, place int, institution_id uuid references institution, name text not null,
        registration_number text, supplier_key text not null, counterparty_id uuid references counterparty,
        primary key (contract_id, place), constraint contract_party_place check (place > 0)
      );
      comment on table contract_party is 'The parties after the first; place 0 would be the first.';
      create index contract_party_supplier on contract_party (institution_id, supplier_key);`);
    await tenantTables(db, 'contract_party');
  }

  async down() {
    throw new Error('Migrations go forward only.');
  }
}
