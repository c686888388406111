import type { Tx } from '#kernel';
import { visibleTo } from '#documents';
import sql from 'sql-template-tag';
import type { ShareQuery, ShareRow } from '../contract.ts';

const GROUPS = {
  month: [sql`to_char(d.registered_on, 'YYYY-MM')`, sql`to_char(d.registered_on, 'YYYY-MM')`],
  unit: [sql`d.unit_id::text`, sql`u.name`],
  supplier: [sql`i.supplier_key`, sql`max(i.supplier_name)`],
} as const;

/**
 * How many of a year's registered invoices a machine can read, by month, unit or supplier; one physical invoice counts once, credit
 * notes too, rejected ones too (they were received).
 */
export function machineReadableShare(tx: Tx, { year, by }: ShareQuery): Promise<ShareRow[]> {
  const [key, name] = GROUPS[by];
  const group = by === 'supplier' ? sql`${key}` : sql`${key}, ${name}`;
  return tx.rows<ShareRow>(sql`
    select ${key} as key, ${name} as name, count(*)::int as total,
           count(*) filter (where i.class = 'A')::int as a, count(*) filter (where i.class = 'B')::int as b,
           count(*) filter (where i.class = 'C')::int as c, count(*) filter (where i.class = 'D')::int as d,
           count(*) filter (where i.class in ('E', 'F'))::int as unread,
           count(*) filter (where i.supplier_country = 'LV')::int as latvian,
           count(*) filter (where i.supplier_country = 'LV' and i.class in ('A', 'B'))::int as "latvianStructured"
      from invoice i join document d on d.id = i.id join unit u on u.id = d.unit_id
     where d.kind = 'invoice' and extract(year from d.registered_on) = ${year} and ${visibleTo(tx.actor)}
     group by ${group} order by ${by === 'month' ? sql`1` : sql`count(*) desc, 1`}`);
}
