import { yearOf, type Tx } from '#kernel';
import { assertMay } from '#organisation';
import sql, { join, type Sql } from 'sql-template-tag';
import type { ArchiveCase, ArchiveCases, CasesQuery, DisposalCandidates } from '../contract.ts';
import { categoryOf, termText } from '../retention.ts';

type Row = Omit<ArchiveCase, 'term' | 'category'>;

/** The classification scheme of a year with terms and what lies in each case, by index as people count (1-9 before 1-10). */
export async function archiveCases(
  tx: Tx,
  { year = yearOf(tx.now), state, unit, text }: CasesQuery,
): Promise<ArchiveCases> {
  const conditions: (Sql | undefined)[] = [
    sql`c.year = ${year}`,
    state ? sql`c.state = ${state}` : undefined,
    unit ? sql`c.unit_id = ${unit}` : undefined,
    text ? sql`(c.title ilike ${`%${escaped(text)}%`} or c.index like ${`${escaped(text)}%`})` : undefined,
  ];
  const years = await tx.rows<{ year: number }>(sql`select distinct year from case_file order by year desc`);
  return {
    year,
    years: years.map((row) => row.year),
    cases: await casesWhere(
      tx,
      join(
        conditions.filter((condition): condition is Sql => condition !== undefined),
        ' and ',
      ),
    ),
  };
}

const escaped = (text: string) => text.replace(/[\\%_]/g, '\\$&');

/** Closed cases whose term has ended by today. @throws Problem not-permitted (403) */
export async function disposalCandidates(tx: Tx): Promise<DisposalCandidates> {
  assertMay(tx, 'manage archive');
  return { on: tx.today, cases: await casesWhere(tx, sql`c.state = 'closed' and r.disposal_on <= ${tx.today}`) };
}

async function casesWhere(tx: Tx, where: Sql): Promise<ArchiveCase[]> {
  const rows = await tx.rows<Row>(sql`
    select c.id, c.year, c.index, c.title, c.retention_class as "retentionClass", c.retention_years as "retentionYears", c.medium, c.access,
           c.information_system as "informationSystem", u.name as "unitName", c.state, c.closed_on as "closedOn",
           r.disposal_on as "disposalOn", r.first_filed_on as "firstFiledOn", r.last_filed_on as "lastFiledOn",
           coalesce(n.documents, 0)::int as documents, coalesce(n.unfinished, 0)::int as unfinished, coalesce(n.bytes, 0)::float as bytes
      from case_file c left join unit u on u.id = c.unit_id left join case_retention r on r.case_id = c.id
      left join lateral (
        select count(*) filter (where d.filed_at is not null) as documents,
               count(*) filter (where d.filed_at is null and d.state <> 'cancelled') as unfinished,
               sum((select sum(s.size) from document_file f join stored_file s on s.institution_id = f.institution_id and s.sha256 = f.sha256
                     where f.document_id = d.id and f.superseded_at is null)) as bytes
          from document d where d.case_id = c.id
      ) n on true
     where ${where} order by c.year desc, string_to_array(c.index, '-')::int[]`);
  return rows.map((row) => ({ ...row, term: termText(row), category: categoryOf(row) }));
}
