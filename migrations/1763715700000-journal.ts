import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The journal: append-only for the application's role; its seal: a Merkle tree over the rows in commit order. */
export class Journal1763715700000 implements MigrationInterface {
  async up(db: QueryRunner) {
    await db.query(`
      create table journal (
        seq bigint generated always as identity primary key, xid xid8 not null default pg_current_xact_id(), id uuid not null,
        at timestamptz not null, institution_id uuid not null references institution, actor_id uuid not null, on_behalf_of uuid,
        type text not null, subject_id uuid not null, data jsonb not null, request_id text
      );
      create index journal_commit_order on journal (xid, seq);
      create index journal_subject on journal (subject_id, seq);
      create index journal_at on journal using brin (at);
      alter table journal enable row level security;
      create policy own_institution on journal using (institution_id = (select current_institution()));
      create policy whole_journal on journal for select to aprite_worker using (true);
      grant select, insert on journal to aprite_app;

      create function journal_is_append_only() returns trigger language plpgsql
        as $$ begin raise exception 'The journal is append-only.'; end $$;
      create trigger journal_append_only before update or delete on journal for each row execute function journal_is_append_only();
      create trigger journal_no_truncate before truncate on journal for each statement execute function journal_is_append_only();

      create table journal_reader (name text primary key, xid xid8 not null default '0', seq bigint not null default 0);
      grant select, insert, update on journal_reader to aprite_worker;

      create table journal_leaf (position bigint primary key, seq bigint not null unique, hash bytea not null);
      create table journal_head (
        size bigint primary key, root bytea not null, at timestamptz not null, key_id text not null, signature bytea not null, time_stamp bytea
      );
      grant select, insert on journal_leaf, journal_head to aprite_worker;
      grant select on journal_leaf, journal_head to aprite_app;`);
  }

  async down() {
    throw new Error('Migrations go forward only.');
  }
}
