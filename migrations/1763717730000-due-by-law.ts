import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An invoice that names no day of payment is due by law. */
export class DueByLaw1763717730000 implements MigrationInterface {
  async up(db: QueryRunner) {
    await db.query(`
      alter table invoice add column is_due_by_law boolean not null default false;
      comment on column invoice.is_due_by_law is 'The invoice names neither a day nor terms of payment (BT-9, BT-20); due_date is reckoned from receipt.';`);
  }

  async down() {
    throw new Error('Migrations go forward only.');
  }
}
