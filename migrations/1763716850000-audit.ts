import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The seal keeps the peaks of its tree, so that growing it does not read the past; what verifications found. */
export class Audit1763716850000 implements MigrationInterface {
  async up(db: QueryRunner) {
    await db.query(`
      alter table journal_head add column peaks bytea not null;
      comment on column journal_head.peaks is 'Roots of the whole subtrees of the tree of this size, largest first.';
      create table journal_verification (id uuid primary key, at timestamptz not null, ok boolean not null, report jsonb not null);
      create index journal_verification_at on journal_verification (at desc);
      grant select, insert on journal_verification to aprite_worker;
      grant select on journal_verification to aprite_app;`);
  }

  async down() {
    throw new Error('Migrations go forward only.');
  }
}
