import { allKinds, visibleTo } from '#documents';
import type { Tx } from '#kernel';
import sql, { join, type Sql } from 'sql-template-tag';
import type { SearchHit, SearchPage, SearchQuery } from '../contract.ts';
import { pieces, START, STOP } from '../highlight.ts';
import { question, type Question } from './question.ts';
import { waysIn } from './ways-in.ts';

const PAGE = 50;

/** Counts and facets are exact up to here. */
const COUNT_LIMIT = 1000;

/** Relevance is weighed among so many newest hits: ranking everything would read every hit. */
const RANKED = 2000;

/** Of a long file so much is read for the passage that is shown. */
const HEADLINE_TEXT = 60_000;

type Row = Omit<SearchHit, 'title' | 'inFile'> & { title: string; fileName: string | null; passage: string | null };

/** One page of what the reader may see and the question finds, newest first. An empty question finds nothing. */
export async function search(tx: Tx, query: SearchQuery): Promise<SearchPage> {
  const asked = await question(tx, query.q);
  if (!asked)
    return {
      rows: [],
      next: null,
      count: 0,
      countIsExact: true,
      facets: { kind: [], register: [], year: [], unit: [] },
    };
  const ids = await tx.rows<{ id: string }>(hits(tx, query, asked));
  const page = ids.slice(0, PAGE);
  const rows = page.length
    ? await tx.rows<Row>(
        shown(
          page.map(({ id }) => id),
          asked,
        ),
      )
    : [];
  const { count, facets } = await tally(tx, query, asked);
  return {
    rows: rows.map(({ title, fileName, passage, ...row }) => ({
      ...row,
      title: pieces(title),
      inFile: fileName !== null && passage?.includes(START) ? { name: fileName, text: pieces(passage) } : null,
    })),
    next: query.order === 'newest' && ids.length > PAGE ? page.at(-1)!.id : null,
    count: Math.min(count, COUNT_LIMIT),
    countIsExact: count <= COUNT_LIMIT,
    facets,
  };
}

/** The newest hits up to a number, gathered by every way in which the reader may see a document. */
function newest(tx: Tx, query: SearchQuery, { find }: Question, limit: number, after: Sql = sql``): Sql {
  const { kind, register, year, unit } = query;
  const where = join(
    [
      sql`s.words @@ ${find}::tsquery`,
      visibleTo(tx.actor),
      ...(kind ? [sql`s.kind = ${kind}`] : []),
      ...(register ? [sql`s.register_id = (select id from register where code = ${register})`] : []),
      ...(year ? [sql`s.year = ${year}`] : []),
      ...(unit ? [sql`s.unit_id = ${unit}`] : []),
    ],
    ' and ',
  );
  const ways = waysIn(tx.actor).map(
    (way) => sql`(
      select s.document_id as id, s.at, s.kind, s.register_id, s.year, s.unit_id from search_entry s join document d on d.id = s.document_id
       where ${way} and ${where} ${after} order by s.at desc, s.document_id desc limit ${limit})`,
  );
  return sql`(select * from (${join(ways, ' union ')}) by_ways order by at desc, id desc limit ${limit})`;
}

/** The ids of one page and one more. Exported for the test of its plan. */
export function hits(tx: Tx, query: SearchQuery, asked: Question): Sql {
  if (query.order === 'relevance') {
    return sql`
      select n.id from ${newest(tx, query, asked, RANKED)} n join search_entry s on s.document_id = n.id
       order by ts_rank(s.words, ${asked.find}::tsquery) desc, n.at desc limit ${PAGE}`;
  }
  const after = query.before
    ? sql`and (s.at, s.document_id) < (select at, document_id from search_entry where document_id = ${query.before})`
    : sql``;
  return sql`select n.id from ${newest(tx, query, asked, PAGE + 1, after)} n order by n.at desc, n.id desc`;
}

/** The rows of a page with the words marked, in the title and in the first file that holds them. */
const shown = (ids: readonly string[], { find, mark }: Question): Sql => sql`
  select d.id, d.kind, d.number, d.registered_on as "registeredOn", d.state, d.direction, d.access, d.counterparty_name as "counterpartyName",
         u.name as "unitName", ts_headline('lv_ascii', d.title, ${mark}::tsquery, ${`${MARKS}, HighlightAll=true`}) as title,
         f.name as "fileName", ts_headline('lv_ascii', f.text, ${mark}::tsquery, ${`${MARKS}, MaxFragments=2, MaxWords=20, MinWords=8, FragmentDelimiter=" … "`}) as passage
    from unnest(${[...ids]}::uuid[]) with ordinality as page (id, place)
    join document d on d.id = page.id join unit u on u.id = d.unit_id
    left join lateral (
      select df.name, left(t.text, ${HEADLINE_TEXT}) as text
        from document_file df join file_text t on t.institution_id = df.institution_id and t.sha256 = df.sha256
       where df.document_id = d.id and df.superseded_at is null and t.text <> ''
       order by t.words @@ ${find}::tsquery desc, df.place limit 1) f on true
   order by page.place`;

const MARKS = `StartSel=${START}, StopSel=${STOP}`;

/** How many there are, and how they divide: both over the newest hits up to the limit. */
async function tally(tx: Tx, query: SearchQuery, asked: Question): Promise<Pick<SearchPage, 'count' | 'facets'>> {
  const rows = await tx.rows<{
    facet: keyof SearchPage['facets'] | 'all';
    value: string | null;
    label: string | null;
    count: number;
  }>(sql`
    with hit as materialized ${newest(tx, query, asked, COUNT_LIMIT + 1)}
    select 'all' as facet, null as value, null as label, count(*)::int from hit
    union all select 'kind', kind, null, count(*)::int from hit group by kind
    union all select 'register', r.code, r.name, count(*)::int from hit join register r on r.id = register_id group by r.code, r.name
    union all select 'year', year::text, year::text, count(*)::int from hit group by year
    union all select 'unit', u.id::text, u.name, count(*)::int from hit join unit u on u.id = unit_id group by u.id, u.name`);
  const facet = (name: string) =>
    rows
      .filter(({ facet: of }) => of === name)
      .sort((a, b) => (name === 'year' ? Number(b.value) - Number(a.value) : b.count - a.count))
      .map(({ value, label, count }) => ({ value: value!, label: label ?? nameOfKind(value!, tx), count }));
  return {
    count: rows.find(({ facet: of }) => of === 'all')!.count,
    facets: { kind: facet('kind'), register: facet('register'), year: facet('year'), unit: facet('unit') },
  };
}

const nameOfKind = (kind: string, tx: Tx): string => allKinds.get(kind)?.[tx.actor.locale] ?? kind;
