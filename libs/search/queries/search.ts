import type { Tx } from '#kernel';
import { planAnew } from '#platform';
import sql, { type Sql } from 'sql-template-tag';
import type { SearchHit, SearchPage, SearchQuery } from '../contract.ts';
import { pieces, START, STOP } from '../highlight.ts';
import { newest } from './newest.ts';
import { question, type Question } from './question.ts';

const PAGE = 50;

/** Relevance is weighed among so many newest hits: ranking everything would read every hit. */
const RANKED = 2000;

/** Of a long file so much is read for the passage that is shown. */
const HEADLINE_TEXT = 60_000;

type Row = Omit<SearchHit, 'title' | 'inFile'> & { title: string; fileName: string | null; passage: string | null };

/** One page of what the reader may see and the question finds, newest first. An empty question finds nothing. */
export async function search(tx: Tx, query: SearchQuery): Promise<SearchPage> {
  const [asked] = await Promise.all([question(tx, query.q), planAnew(tx)]);
  if (!asked) return { rows: [], next: null };
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
  return {
    rows: rows.map(({ title, fileName, passage, ...row }) => ({
      ...row,
      title: pieces(title),
      inFile: fileName !== null && passage?.includes(START) ? { name: fileName, text: pieces(passage) } : null,
    })),
    next: query.order === 'newest' && ids.length > PAGE ? page.at(-1)!.id : null,
  };
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
