import type { MigrationInterface, QueryRunner } from 'typeorm';

export class HeadStamps1763717400000 implements MigrationInterface {
  name = 'HeadStamps1763717400000';

  async up(db: QueryRunner) {
    // A head is never altered, so its time stamp comes beside it; the column meant for it was never filled.
    await db.query(`
      create table journal_head_stamp (size bigint primary key references journal_head, token bytea not null);
      comment on column journal_head_stamp.token is 'RFC 3161 time-stamp token over the signed head.';
      grant select, insert on journal_head_stamp to aprite_worker;
      grant select on journal_head_stamp to aprite_app;
      alter table journal_head drop column time_stamp;`);
  }

  async down() {
    throw new Error('Migrations go forward only.');
  }
}
