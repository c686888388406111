import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTables } from './tenant.ts';

/** Invoices: what a machine reads of every received file, invoices with their lines, codes and decisions, suppliers' accounts. */
export class Invoices1763716300000 implements MigrationInterface {
  async up(db: QueryRunner) {
    await db.query(`
      create table invoice_recognition (
        institution_id uuid references institution, sha256 text not null, file_name text not null, class text not null,
        machine_readable boolean not null, en16931 boolean not null, peppol boolean, source text not null, syntax text, document text,
        specification text, profile text, reason jsonb not null, findings jsonb not null, fatal_count int not null, warning_count int not null,
        rule_set text not null, invoice jsonb, recognised_at timestamptz not null, primary key (institution_id, sha256),
        foreign key (institution_id, sha256) references stored_file (institution_id, sha256),
        constraint invoice_recognition_class check (class in ('A', 'B', 'C', 'D', 'E', 'F'))
      );

      create table supplier_account (
        id uuid primary key, institution_id uuid references institution, supplier_key text not null, iban text not null,
        first_seen_at timestamptz not null, confirmed_at timestamptz, confirmed_by uuid, confirmed_how text,
        constraint supplier_account_once unique (institution_id, supplier_key, iban)
      );

      create table invoice (
        id uuid primary key references document, institution_id uuid references institution, item_id uuid references received_item,
        state text not null constraint invoice_state check (state in ('registered', 'approved', 'coded', 'controlled', 'for-payment', 'paid', 'rejected')),
        source_sha256 text not null, class text not null, is_machine_readable boolean not null, is_typed_by_hand boolean not null,
        number text not null, issue_date date not null, issue_year int generated always as (extract(year from issue_date)::int) stored,
        due_date date, is_credit_note boolean not null default false, currency text not null,
        supplier_key text not null, supplier_name text not null, supplier_registration_number text, supplier_vat_number text, supplier_country text,
        payee_name text, buyer_registration_number text, buyer_reference text, contract_reference text, order_reference text,
        amount_without_vat numeric(18,2), vat_amount numeric(18,2), amount_with_vat numeric(18,2) not null, amount_due numeric(18,2) not null,
        iban text, payment_reference text, approver_id uuid references person, paid_on date, rejection_reason text
      );
      create unique index invoice_once on invoice (institution_id, supplier_key, lower(number), issue_year) where state <> 'rejected';
      create index invoice_waiting on invoice (institution_id, state, due_date) where state not in ('paid', 'rejected');
      create index invoice_supplier on invoice (institution_id, supplier_key);

      create table invoice_line (
        invoice_id uuid not null references invoice, institution_id uuid references institution, place int not null, name text not null,
        quantity text, unit text, price text, net_amount numeric(18,2), vat_category text, vat_rate text, primary key (invoice_id, place)
      );
      create table invoice_coding (
        invoice_id uuid not null references invoice, institution_id uuid references institution, place int not null, account_code text not null,
        unit_id uuid not null references unit, project text not null default '', amount numeric(18,2) not null, primary key (invoice_id, place)
      );
      create table invoice_decision (
        invoice_id uuid not null references invoice, institution_id uuid references institution, act text not null, person_id uuid not null references person,
        on_behalf_of uuid, at timestamptz not null, note text not null default '', primary key (invoice_id, act),
        constraint invoice_decision_act check (act in ('approve', 'code', 'control', 'release', 'pay', 'reject'))
      );`);
    await tenantTables(
      db,
      'invoice_recognition',
      'supplier_account',
      'invoice',
      'invoice_line',
      'invoice_coding',
      'invoice_decision',
    );
  }

  async down() {
    throw new Error('Migrations go forward only.');
  }
}
