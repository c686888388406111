import type { QueryRunner } from 'typeorm';

/**
 * Makes tables belong to institutions: row-level security by the scalar `current_institution()` (plans keep their indexes)
 * and the application's rights. The column `institution_id` must exist; it fills itself.
 */
export async function tenantTables(db: QueryRunner, ...tables: string[]): Promise<void> {
  for (const table of tables) {
    await db.query(`
      alter table ${table} alter column institution_id set default current_institution();
      alter table ${table} alter column institution_id set not null;
      alter table ${table} enable row level security;
      create policy own_institution on ${table} using (institution_id = (select current_institution()));
      grant select, insert, update, delete on ${table} to aprite_app;`);
  }
}
