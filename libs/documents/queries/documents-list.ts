import type { Tx } from '#kernel';
import { planAnew } from '#platform';
import sql, { join, type Sql } from 'sql-template-tag';
import type { DocumentsPage, DocumentsQuery } from '../contract.ts';
import { visibleTo } from '../visible-to.ts';

const PAGE = 100;

/** Counts are exact up to here; above it the screen says "more than". */
const COUNT_LIMIT = 1000;

/** One page of a register or of all registers, newest first; `before` is the last row of the page already shown. */
export async function documentsList(tx: Tx, query: DocumentsQuery): Promise<DocumentsPage> {
  const where = join([visibleTo(tx.actor), sql`d.registered_at is not null`, ...filters(query)], ' and ');
  const after = query.before
    ? sql`and (d.registered_at, d.id) < (select registered_at, id from document where id = ${query.before})`
    : sql``;
  const [, rows, count] = await Promise.all([
    planAnew(tx),
    tx.rows<DocumentsPage['rows'][number]>(sql`
      select d.id, d.kind, d.title, d.state, d.direction, d.medium, d.channel, d.number, d.registered_on as "registeredOn", d.due_on as "dueOn",
             d.access, d.counterparty_name as "counterpartyName", u.name as "unitName", c.index as "caseIndex",
             (select count(*)::int from document_file f where f.document_id = d.id and f.superseded_at is null) as "files"
        from (select * from document d where ${where} ${after} order by d.registered_at desc, d.id desc limit ${PAGE + 1}) d
        join unit u on u.id = d.unit_id left join case_file c on c.id = d.case_id
       order by d.registered_at desc, d.id desc`),
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
