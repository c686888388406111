import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTables } from './tenant.ts';

/** The retention of cases: what was filed in them, and the day from which they may be selected for disposal. */
export class Archive1763716600000 implements MigrationInterface {
  async up(db: QueryRunner) {
    await db.query(`
      create table case_retention (
        case_id uuid primary key references case_file, institution_id uuid references institution, first_filed_on date, last_filed_on date,
        born_on date, replaced_on date, disposal_on date
      );
      comment on column case_retention.born_on is 'Of the person the case is about, where the term runs from birth.';
      create index case_retention_disposal on case_retention (institution_id, disposal_on);`);
    await tenantTables(db, 'case_retention');
  }

  async down() {
    throw new Error('Migrations go forward only.');
  }
}
