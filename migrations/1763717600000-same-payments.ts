import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A payment that both the bank and the accounting system tell of is one payment. */
export class SamePayments1763717600000 implements MigrationInterface {
  async up(db: QueryRunner) {
    await db.query(`
      alter table bank_entry add column same_as uuid unique references bank_entry;
      comment on column bank_entry.same_as is 'The entry that told of the same payment first; this one is not counted.';`);
  }

  async down() {
    throw new Error('Migrations go forward only.');
  }
}
