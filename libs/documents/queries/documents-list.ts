import type { Tx } from '#kernel';
import { planAnew } from '#platform';
import sql, { join, type Sql } from 'sql-template-tag';
import type { DocumentsPage, DocumentsQuery } from '../contract.ts';
import { standsInBookOf, visibleTo } from '../visible-to.ts';

const PAGE = 100;

/** Counts are exact up to here; above it the screen says "more than". */
const COUNT_LIMIT = 1000;

type Row = DocumentsPage['rows'][number];

/**
 * One page of a register or of all registers, newest first; `before` is the last row of the page already shown. A register is a whole
 * book: what stands in it and is not the reader's is shown masked, with nothing but its number and day.
 */
export async function documentsList(tx: Tx, query: DocumentsQuery): Promise<DocumentsPage> {
  const where = listed(tx, query);
  const [, rows, count] = await Promise.all([
    planAnew(tx),
    rowsOf(tx, where, query.before, PAGE + 1),
    tx.row<{ count: number }>(
      sql`select count(*)::int from (select 1 from document d where ${where} limit ${COUNT_LIMIT + 1}) t`,
    ),
  ]);
  return {
    rows: rows.slice(0, PAGE),
    next: rows.length > PAGE ? rows[PAGE - 1]!.id : null,
    count: Math.min(count!.count, COUNT_LIMIT),
    countIsExact: count!.count <= COUNT_LIMIT,
  };
}

/** Which rows a list shows, as SQL over the alias `d`. A filter by what is masked finds only what the reader sees: it tells nothing. */
export function listed(tx: Tx, query: DocumentsQuery): Sql {
  const asked = Object.entries(query).filter(([, value]) => value !== undefined && value !== '');
  const isBook =
    Boolean(query.register) && asked.every(([name]) => ['register', 'from', 'to', 'number', 'before'].includes(name));
  const scope = isBook ? standsInBookOf(tx.actor) : visibleTo(tx.actor);
  return join([scope, sql`d.registered_at is not null`, ...filters(query)], ' and ');
}

/** Rows of a list after one already shown. What is masked never leaves the database. */
export function rowsOf(tx: Tx, where: Sql, before: string | undefined, limit: number): Promise<Row[]> {
  const after = before
    ? sql`and (d.registered_at, d.id) < (select registered_at, id from document where id = ${before})`
    : sql``;
  return tx.rows<Row>(sql`
    select d.id, d.number, d.registered_on as "registeredOn", d.access, d.direction, d.medium, not d.seen as "isMasked",
           case when d.seen then d.kind else '' end as kind, case when d.seen then d.title else '' end as title,
           case when d.seen then d.state else '' end as state, case when d.seen then d.channel end as channel,
           case when d.seen then d.due_on end as "dueOn", case when d.seen then d.counterparty_name end as "counterpartyName",
           case when d.seen then u.name else '' end as "unitName", case when d.seen then c.index end as "caseIndex",
           case when d.seen then (select count(*)::int from document_file f where f.document_id = d.id and f.superseded_at is null) else 0 end as "files"
      from (select d.*, ${visibleTo(tx.actor)} as seen from (
              select * from document d where ${where} ${after} order by d.registered_at desc, d.id desc limit ${limit}) d) d
      join unit u on u.id = d.unit_id left join case_file c on c.id = d.case_id
     order by d.registered_at desc, d.id desc`);
}

function filters({
  register,
  kind,
  state,
  direction,
  medium,
  unit,
  caseIndex,
  from,
  to,
  overdue,
  number,
  party,
  signature,
}: DocumentsQuery): Sql[] {
  const found: (Sql | false | undefined)[] = [
    register ? sql`d.register_id = (select id from register where code = ${register})` : undefined,
    kind ? sql`d.kind = ${kind}` : undefined,
    state ? sql`d.state = ${state}` : undefined,
    direction ? sql`d.direction = ${direction}` : undefined,
    medium ? sql`d.medium = ${medium}` : undefined,
    unit ? sql`d.unit_id = ${unit}` : undefined,
    caseIndex ? sql`d.case_id in (select id from case_file where index = ${caseIndex})` : undefined,
    from ? sql`d.registered_on >= ${from}` : undefined,
    to ? sql`d.registered_on <= ${to}` : undefined,
    overdue ? sql`d.due_on < current_date and d.state not in ('answered', 'done', 'sent', 'cancelled')` : undefined,
    number ? sql`d.number like ${`${number.replace(/[\\%_]/g, '\\$&')}%`}` : undefined,
    signature && SIGNATURES[signature],
    party ? sql`d.counterparty_name ilike ${`%${party.replace(/[\\%_]/g, '\\$&')}%`}` : undefined,
  ];
  return found.filter((filter): filter is Sql => Boolean(filter));
}

const reported = (verdicts: string[]) => sql`exists (
  select from document_file f join signature_report r on r.sha256 = f.sha256 and r.superseded_at is null
   where f.document_id = d.id and f.superseded_at is null and r.verdict = any(${verdicts}))`;
const notAccepted = reported(['reject', 'indeterminate', 'error']);

/** What the validation found on the present files; one signature that is not accepted decides. */
const SIGNATURES: Record<NonNullable<DocumentsQuery['signature']>, Sql> = {
  accepted: sql`${reported(['accept'])} and not ${notAccepted}`,
  'not-accepted': notAccepted,
};
