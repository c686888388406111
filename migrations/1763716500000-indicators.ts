import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTables } from './tenant.ts';

/** Points of the indicators: what each says of each subject, and why. Rebuilt from the journal at any time. */
export class Indicators1763716500000 implements MigrationInterface {
  async up(db: QueryRunner) {
    await db.query(`
      create table indicator_point (
        institution_id uuid references institution, indicator text not null, subject_id uuid not null, aspect text not null default '',
        document_id uuid references document, day date not null, unit_id uuid references unit, channel text,
        value text not null check (value in ('counted', 'excluded')), reason text not null, amount numeric,
        primary key (institution_id, indicator, subject_id, aspect)
      );
      create index indicator_point_day on indicator_point (institution_id, indicator, day);
      create index indicator_point_document on indicator_point (document_id);`);
    await tenantTables(db, 'indicator_point');
  }

  async down() {
    throw new Error('Migrations go forward only.');
  }
}
