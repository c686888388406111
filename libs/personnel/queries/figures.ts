import { problems, type Tx } from '#kernel';
import { may } from '#organisation';
import sql from 'sql-template-tag';
import type { PersonnelFigures } from '../contract.ts';

/**
 * A year's figures of acquaintance (index indicator P5) and ICT training (P6), over the employees of the institution.
 * @throws Problem not-permitted (403)
 */
export async function personnelFigures(tx: Tx, year: number): Promise<PersonnelFigures> {
  if (!may(tx.actor, 'manage personnel') && !may(tx.actor, 'see indicators')) throw problems.notPermitted();
  const employees = await tx.row<{ count: number }>(sql`
    select count(distinct r.person_id)::int as count from role_assignment r join person p on p.id = r.person_id
     where r.role = 'employee' and (p.active_until is null or p.active_until >= ${tx.today}::date)`);
  const ofYear = sql`extract(year from a.sent_at at time zone 'Europe/Riga') = ${year}`;
  const inTime = sql`a.acquainted_at is not null and (a.acquainted_at at time zone 'Europe/Riga')::date <= a.due_on`;
  const acquaintance = await tx.row<PersonnelFigures['acquaintance']>(sql`
    select count(*)::int as sent, count(*) filter (where ${inTime})::int as "inTime",
           count(*) filter (where a.acquainted_at is not null and not (${inTime}))::int as late,
           count(*) filter (where a.refused_at is not null)::int as refused,
           count(*) filter (where num_nonnulls(a.acquainted_at, a.refused_at) = 0)::int as waiting
      from acquaintance a where ${ofYear}`);
  const acquaintanceByMonth = await tx.rows<PersonnelFigures['acquaintanceByMonth'][number]>(sql`
    select to_char(a.sent_at at time zone 'Europe/Riga', 'YYYY-MM') as month, count(*)::int as sent, count(*) filter (where ${inTime})::int as "inTime"
      from acquaintance a where ${ofYear} group by 1 order by 1`);
  const ict = await tx.row<PersonnelFigures['ict']>(sql`
    select count(distinct person_id)::int as trained, coalesce(sum(hours), 0)::text as hours, count(*)::int as trainings,
           count(*) filter (where is_planned)::int as planned,
           (select count(distinct person_id)::int from ict_assessment where extract(year from on_day) = ${year}) as assessed
      from training where is_ict and extract(year from to_day) = ${year}`);
  return { year, employees: employees!.count, acquaintance: acquaintance!, acquaintanceByMonth, ict: ict! };
}
