import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTables } from './tenant.ts';

/** Work on invoices: several approvers by line and amount, coding by line, months closed, letters that a room asks the clerks' room for. */
export class InvoiceWork1763717200000 implements MigrationInterface {
  async up(db: QueryRunner) {
    await db.query(`
      create table invoice_approval (
        id uuid primary key, institution_id uuid references institution, invoice_id uuid not null references invoice,
        person_id uuid not null references person, reason text not null, lines int[] not null default '{}', above numeric(18,2),
        task_id uuid references task, asked_at timestamptz not null, done_at timestamptz, done_by uuid references person, on_behalf_of uuid,
        note text not null default '',
        constraint invoice_approval_reason check (reason in ('receiver', 'line', 'amount'))
      );
      comment on column invoice_approval.lines is 'Places of the lines that the person answers for; empty: all that nobody else answers for.';
      create index invoice_approval_invoice on invoice_approval (invoice_id);
      create unique index invoice_approval_open on invoice_approval (invoice_id, person_id, reason) where done_at is null;

      create table invoice_limit (
        id uuid primary key, institution_id uuid references institution, above numeric(18,2) not null, role text not null,
        valid_from date not null, valid_to date, set_by uuid not null references person,
        constraint invoice_limit_positive check (above >= 0), constraint invoice_limit_days check (valid_to is null or valid_to >= valid_from)
      );
      comment on table invoice_limit is 'An invoice above the amount is also approved by a holder of the role (four eyes on large sums); dated.';

      create table closed_month (
        id uuid primary key, institution_id uuid references institution, month text not null, closed_at timestamptz not null,
        closed_by uuid not null references person, reopened_at timestamptz, reopened_by uuid references person, reason text,
        constraint closed_month_form check (month ~ '^\\d{4}-(0[1-9]|1[0-2])$')
      );
      create unique index closed_month_once on closed_month (institution_id, month) where reopened_at is null;

      create table letter_request (
        id uuid primary key, institution_id uuid references institution, basis_id uuid references document, title text not null,
        correspondent text not null, counterparty_id uuid references counterparty, address text not null default '', body text not null,
        signer_id uuid references person, asked_by uuid not null references person, asked_at timestamptz not null,
        letter_id uuid references document
      );
      comment on table letter_request is 'A room asks for a letter; the clerks'' room drafts it (documents/askForLetter, correspondence).';
      create index letter_request_basis on letter_request (basis_id);

      alter table invoice_line add column unit_code text;
      comment on column invoice_line.unit_code is 'BT-133, the buyer''s accounting reference: a unit''s code names who received the line.';
      alter table invoice_coding add column lines int[] not null default '{}';
      alter table invoice add column posting_month text, add column act_id uuid references document, add column order_id uuid references document,
        add column letter_address text not null default '',
        add constraint invoice_posting_month check (posting_month ~ '^\\d{4}-(0[1-9]|1[0-2])$');
      update invoice set posting_month = to_char(issue_date, 'YYYY-MM')
       where exists (select from invoice_coding c where c.invoice_id = invoice.id);

      alter table invoice_decision drop constraint invoice_decision_pkey;
      alter table invoice_decision add column id uuid not null default gen_random_uuid() primary key;
      create index invoice_decision_invoice on invoice_decision (invoice_id);
      create index invoice_line_name on invoice_line using gin (name gin_trgm_ops);`);
    await tenantTables(db, 'invoice_approval', 'invoice_limit', 'closed_month', 'letter_request');
    // Whoever was asked to approve before there were approvals keeps the question.
    await db.query(`
      insert into invoice_approval (id, institution_id, invoice_id, person_id, reason, task_id, asked_at, done_at, done_by, on_behalf_of, note)
      select gen_random_uuid(), i.institution_id, i.id, i.approver_id, 'receiver',
             (select t.id from task t where t.document_id = i.id and t.person_id = i.approver_id and t.kind = 'execute' order by t.given_at limit 1),
             d.created_at, n.at, n.person_id, n.on_behalf_of, coalesce(n.note, '')
        from invoice i join document d on d.id = i.id left join invoice_decision n on n.invoice_id = i.id and n.act = 'approve'
       where i.approver_id is not null;`);
  }

  async down() {
    throw new Error('Migrations go forward only.');
  }
}
