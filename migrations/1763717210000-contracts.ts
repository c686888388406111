import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTables } from './tenant.ts';

/** The register of contracts, and which invoices stand against which. */
export class Contracts1763717210000 implements MigrationInterface {
  async up(db: QueryRunner) {
    await db.query(`
      create table contract (
        id uuid primary key references document, institution_id uuid references institution, supplier_key text not null, supplier_name text not null,
        supplier_registration_number text, subject text not null, their_number text, procurement text, signed_on date not null,
        valid_from date not null, valid_to date, ended_on date, value numeric(18,2), currency text not null default 'EUR',
        responsible_id uuid not null references person, remind_days int not null default 30, end_reminded_for date, value_reminded_at timestamptz,
        constraint contract_days check (valid_to is null or valid_to >= valid_from), constraint contract_value check (value is null or value >= 0),
        constraint contract_remind_days check (remind_days between 0 and 365)
      );
      comment on column contract.value is 'Without VAT; null when the contract names no sum.';
      create index contract_supplier on contract (institution_id, supplier_key);
      create index contract_ending on contract (institution_id, valid_to) where ended_on is null;
      alter table invoice add column contract_id uuid references contract;
      create index invoice_contract on invoice (contract_id) where contract_id is not null;`);
    await tenantTables(db, 'contract');
  }

  async down() {
    throw new Error('Migrations go forward only.');
  }
}
