import { allKinds } from '#documents';
import type { Tx } from '#kernel';
import { planAnew } from '#platform';
import sql from 'sql-template-tag';
import type { SearchQuery, SearchTally } from '../contract.ts';
import { newest } from './newest.ts';
import { question } from './question.ts';
import { signatureOf } from './signature.ts';

/** Counts and facets are exact up to here. */
const COUNT_LIMIT = 1000;

/** How many the question finds, and how they divide: both over the newest up to the limit. Asked for once, not with every page. */
export async function tally(tx: Tx, query: SearchQuery): Promise<SearchTally> {
  const [asked] = await Promise.all([question(tx, query.q), planAnew(tx)]);
  if (!asked)
    return { count: 0, countIsExact: true, facets: { kind: [], register: [], year: [], unit: [], signature: [] } };
  const rows = await tx.rows<{
    facet: keyof SearchTally['facets'] | 'all';
    value: string | null;
    label: string | null;
    count: number;
  }>(sql`
    with hit as materialized ${newest(tx, query, asked, COUNT_LIMIT + 1)}
    select 'all' as facet, null as value, null as label, count(*)::int from hit
    union all select 'signature', ${signatureOf}, null, count(*)::int from hit d group by 2
    union all select 'kind', kind, null, count(*)::int from hit group by kind
    union all select 'register', r.code, r.name, count(*)::int from hit join register r on r.id = register_id group by r.code, r.name
    union all select 'year', year::text, year::text, count(*)::int from hit group by year
    union all select 'unit', u.id::text, u.name, count(*)::int from hit join unit u on u.id = unit_id group by u.id, u.name`);
  const facet = (name: string) =>
    rows
      .filter(({ facet: of }) => of === name)
      .sort((a, b) => (name === 'year' ? Number(b.value) - Number(a.value) : b.count - a.count))
      .map(({ value, label, count }) => ({ value: value!, label: label ?? nameOfKind(value!, tx), count }));
  const { count } = rows.find(({ facet: of }) => of === 'all')!;
  return {
    count: Math.min(count, COUNT_LIMIT),
    countIsExact: count <= COUNT_LIMIT,
    facets: {
      kind: facet('kind'),
      register: facet('register'),
      year: facet('year'),
      unit: facet('unit'),
      signature: facet('signature'),
    },
  };
}

const nameOfKind = (kind: string, tx: Tx): string => allKinds.get(kind)?.[tx.actor.locale] ?? kind;
