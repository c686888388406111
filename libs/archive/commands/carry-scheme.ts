import { v7, type Tx } from '#kernel';
import sql from 'sql-template-tag';
import { schemeCarried } from '../facts.ts';

/**
 * Begins a year's cases from the scheme of the year before: a case of the same index is a new case each year. What the year has already
 * stays as it is. Safe to repeat.
 */
export async function carryScheme(tx: Tx, year: number): Promise<void> {
  const missing = await tx.rows<{ id: string }>(sql`
    select c.id from case_file c
     where c.year = (select max(year) from case_file where year < ${year})
       and not exists (select from case_file n where n.year = ${year} and n.index = c.index)`);
  if (!missing.length) return;
  const pairs = JSON.stringify(missing.map(({ id }) => ({ from: id, id: v7(tx.now) })));
  await tx.rows(sql`
    insert into case_file (id, year, index, title, retention_class, retention_years, unit_id, medium, access, information_system)
    select p.id, ${year}, c.index, c.title, c.retention_class, c.retention_years, c.unit_id, c.medium, c.access, c.information_system
      from jsonb_to_recordset(${pairs}::jsonb) p("from" uuid, id uuid) join case_file c on c.id = p."from"
    on conflict (institution_id, year, index) do nothing`);
  tx.emit(schemeCarried(tx.actor.institutionId, { year, cases: missing.length }));
}
