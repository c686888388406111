import { visibleTo } from '#documents';
import { yearOf, type Tx } from '#kernel';
import { assertMay } from '#organisation';
import sql, { join, type Sql } from 'sql-template-tag';
import { indicatorOf } from '../all.ts';
import type { BehindQuery, BehindView } from '../contract.ts';
import { problems } from '../problems.ts';
import { reasonText } from '../reasons.ts';

const PAGE = 100;

/**
 * The documents behind a figure, counted or excluded, each with its reason. Those that the reader may not see are only counted;
 * what is about no document (people trained) has no row.
 * @throws Problem not-permitted (403), no-such-indicator (404)
 */
export async function behindFigure(tx: Tx, code: string, query: BehindQuery): Promise<BehindView> {
  assertMay(tx, 'see indicators');
  const indicator = indicatorOf(code);
  if (!indicator) throw problems.noSuchIndicator({ indicator: code });
  const year = query.year ?? yearOf(tx.now);
  const where = join(conditions(code, year, query), ' and ');
  const reasons = await tx.rows<{ reason: string; count: number; visible: number }>(sql`
    select i.reason, count(*)::int as count, count(*) filter (where d.id is not null or i.document_id is null)::int as visible
      from indicator_point i left join document d on d.id = i.document_id and ${visibleTo(tx.actor)}
     where ${where} group by i.reason order by count desc`);
  const rows = await tx.rows<Omit<BehindView['rows'][number], 'text'>>(sql`
    select d.id as "documentId", d.number, d.title, d.kind, d.counterparty_name as "counterpartyName", u.name as "unitName", i.channel, i.day,
           i.aspect, i.amount::float as amount, i.reason
      from indicator_point i join document d on d.id = i.document_id and ${visibleTo(tx.actor)} join unit u on u.id = d.unit_id
     where ${where} order by i.day desc, d.id desc, i.aspect limit ${PAGE + 1} offset ${(query.page - 1) * PAGE}`);
  const sum = (key: 'count' | 'visible') => reasons.reduce((all, row) => all + row[key], 0);
  return {
    code,
    name: indicator.name,
    formula: indicator.formula,
    year,
    value: query.value,
    total: sum('count'),
    hidden: sum('count') - sum('visible'),
    reasons: reasons.map(({ reason, count }) => ({ reason, text: reasonText(reason), count })),
    rows: rows.slice(0, PAGE).map((row) => ({ ...row, text: reasonText(row.reason) })),
    next: rows.length > PAGE ? String(query.page + 1) : null,
  };
}

function conditions(code: string, year: number, { value, month, unit, channel, reason, aspect }: BehindQuery): Sql[] {
  const all: (Sql | undefined)[] = [
    sql`i.indicator = ${code} and i.value = ${value}`,
    sql`i.day >= make_date(${year}::int, 1, 1) and i.day < make_date(${year}::int + 1, 1, 1)`,
    month ? sql`extract(month from i.day) = ${month}` : undefined,
    unit ? sql`i.unit_id = ${unit}` : undefined,
    channel ? sql`i.channel = ${channel}` : undefined,
    reason ? sql`i.reason = ${reason}` : undefined,
    aspect ? sql`i.aspect = ${aspect}` : undefined,
  ];
  return all.filter((condition): condition is Sql => condition !== undefined);
}
