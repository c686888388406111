import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTables } from './tenant.ts';

/** Payment orders (ISO 20022 pain.001), what the bank answers, and the hand-over to the accounting system. */
export class Payments1763717220000 implements MigrationInterface {
  async up(db: QueryRunner) {
    await db.query(`
      create table payment_account (
        id uuid primary key, institution_id uuid references institution, name text not null, iban text not null, bic text,
        constraint payment_account_once unique (institution_id, iban)
      );
      comment on table payment_account is 'The institution''s own accounts, from which it pays.';

      create table payment_order (
        id uuid primary key, institution_id uuid references institution, message_id text not null, account_id uuid not null references payment_account,
        requested_on date not null, made_at timestamptz not null, made_by uuid not null references person, state text not null default 'made',
        reason text, constraint payment_order_message unique (institution_id, message_id),
        constraint payment_order_state check (state in ('made', 'accepted', 'partly', 'refused'))
      );
      create table payment (
        id uuid primary key, institution_id uuid references institution, order_id uuid not null references payment_order,
        invoice_id uuid not null references invoice, place int not null, end_to_end_id text not null, amount numeric(18,2) not null, currency text not null,
        creditor_name text not null, creditor_iban text not null, remittance text not null, state text not null default 'sent',
        reason_code text, reason text, constraint payment_end_to_end unique (institution_id, end_to_end_id),
        constraint payment_state check (state in ('sent', 'accepted', 'refused', 'executed')), constraint payment_amount check (amount > 0)
      );
      create unique index payment_under_way on payment (invoice_id) where state in ('sent', 'accepted');
      create index payment_order_of on payment (order_id);
      create index payment_invoice on payment (invoice_id);

      create table bank_file (
        id uuid primary key, institution_id uuid references institution, sha256 text not null, name text not null, kind text not null,
        message_id text not null, read_at timestamptz not null, read_by uuid not null references person, result jsonb not null,
        constraint bank_file_once unique (institution_id, sha256),
        foreign key (institution_id, sha256) references stored_file (institution_id, sha256),
        constraint bank_file_kind check (kind in ('pain.002', 'camt.053', 'camt.054'))
      );
      create table bank_entry (
        id uuid primary key, institution_id uuid references institution, file_id uuid references bank_file, key text not null,
        booked_on date not null, amount numeric(18,2) not null, currency text not null, end_to_end_id text, party_name text, party_iban text,
        remittance text not null default '', invoice_id uuid references invoice, payment_id uuid references payment, reason text,
        constraint bank_entry_once unique (institution_id, key)
      );
      comment on column bank_entry.amount is 'Positive: money left our account; negative: it came back.';
      comment on column bank_entry.key is 'The same booking in a statement and in a notification has the same key.';
      create index bank_entry_invoice on bank_entry (invoice_id);

      alter table invoice add column paid_amount numeric(18,2) not null default 0, add column handed_over_at timestamptz,
        add column accounting_reference text;
      update invoice set paid_amount = amount_due where state = 'paid';
      create index invoice_to_hand_over on invoice (institution_id, id) where handed_over_at is null and state in ('for-payment', 'paid');`);
    await tenantTables(db, 'payment_account', 'payment_order', 'payment', 'bank_file', 'bank_entry');
  }

  async down() {
    throw new Error('Migrations go forward only.');
  }
}
