import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Units begin and end; what was done in them keeps their name. */
export class UnitDates1763717500000 implements MigrationInterface {
  async up(db: QueryRunner) {
    await db.query(`
      alter table unit add column active_from date not null default '2020-01-01', add column active_until date,
        add constraint unit_days check (active_until is null or active_until >= active_from);
      comment on column unit.active_until is 'The last day; history is told by the journal (unit.changed).';`);
  }

  async down() {
    throw new Error('Migrations go forward only.');
  }
}
