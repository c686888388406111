import { problems, type Tx } from '#kernel';
import { assertVisible, mayWorkOn, visibleTo } from '#documents';
import { may } from '#organisation';
import sql, { join, type Sql } from 'sql-template-tag';
import { partiesSignatures, signedFiles } from '../contract-signatures.ts';
import type { ContractRow, ContractsPage, ContractsQuery, ContractView } from '../contract.ts';
import { contractKind } from '../kinds.ts';

type Row = Omit<
  ContractView,
  'invoices' | 'signatures' | 'isSignedByAll' | 'mayChange' | 'mayEnd' | 'mayTakeCopy' | 'maySend'
> & { documentState: string };

const PAGE = 100;
const SIGNED = sql`coalesce(c.signed_on, 'infinity')`;

/** What stands against a contract: without VAT where that is known; rejected invoices left out, credit notes taken off. */
export const spentOf = (contractId: Sql) => sql`coalesce((
  select sum(case when x.is_credit_note then -1 else 1 end * coalesce(x.amount_without_vat, x.amount_with_vat))
    from invoice x where x.contract_id = ${contractId} and x.state <> 'rejected'), 0)::numeric(18,2)`;

/** Whether the key is of one of a contract's parties. */
export const isParty = (contract: Sql, key: Sql) => sql`(${contract}.supplier_key = ${key}
  or exists (select from contract_party y where y.contract_id = ${contract}.id and y.supplier_key = ${key}))`;

const stateOn = (today: string) => sql`
  case when c.signed_on is null then case when d.state in ('in-approval', 'to-sign', 'signed') then d.state else 'draft' end
       when c.ended_on <= ${today}::date or c.valid_to < ${today}::date then 'ended' when c.valid_from > ${today}::date then 'future'
       when c.valid_to - c.remind_days <= ${today}::date then 'ending' else 'active' end`;

const columns = (tx: Tx) => sql`
  c.id, d.number, c.supplier_name as "supplierName", c.subject, c.signed_on as "signedOn", c.valid_from as "validFrom", c.valid_to as "validTo",
  c.ended_on as "endedOn", c.value, s.spent, (c.value - s.spent)::numeric(18,2) as remaining, c.currency, u.name as "unitName",
  p.given_name || ' ' || p.family_name as responsible, ${stateOn(tx.today)} as state`;

const tables = sql`
  contract c join document d on d.id = c.id join unit u on u.id = d.unit_id join person p on p.id = c.responsible_id
  cross join lateral (select ${spentOf(sql`c.id`)} as spent) s`;

/** Contracts that the reader sees, those not signed by all and then the latest signed first; `before` is the last row of the page already shown. */
export async function contractsList(tx: Tx, query: ContractsQuery): Promise<ContractsPage> {
  const { state, supplier, unit, before } = query;
  const words = supplier && `%${supplier.replace(/[\\%_]/g, '\\$&')}%`;
  const filters: (Sql | undefined)[] = [
    visibleTo(tx.actor),
    sql`d.state <> 'cancelled'`,
    state && sql`${stateOn(tx.today)} = ${state}`,
    words
      ? sql`(c.supplier_name ilike ${words} or c.subject ilike ${words} or d.number ilike ${words}
              or exists (select from contract_party y where y.contract_id = c.id and y.name ilike ${words}))`
      : undefined,
    unit ? sql`d.unit_id = ${unit}` : undefined,
  ];
  const where = join(
    filters.filter((filter): filter is Sql => filter !== undefined),
    ' and ',
  );
  const after = before
    ? sql`and (${SIGNED}, c.id) < (select ${SIGNED}, c.id from contract c where c.id = ${before})`
    : sql``;
  const rows = await tx.rows<ContractRow>(sql`
    select ${columns(tx)} from ${tables} where ${where} ${after} order by ${SIGNED} desc, c.id desc limit ${PAGE + 1}`);
  const counted = await tx.row<{ count: number }>(sql`select count(*)::int from ${tables} where ${where}`);
  return { rows: rows.slice(0, PAGE), next: rows.length > PAGE ? rows[PAGE - 1]!.id : null, count: counted!.count };
}

/** A contract, what is left of it, who has signed it and the invoices against it. @throws Problem not-found (404) */
export async function contractView(tx: Tx, id: string): Promise<ContractView> {
  await assertVisible(tx, id);
  const row = await tx.row<Row>(sql`
    select ${columns(tx)}, c.supplier_registration_number as "supplierRegistrationNumber", c.supplier_key as "supplierKey",
           c.their_number as "theirNumber", c.procurement, d.unit_id as "unitId", c.responsible_id as "responsibleId",
           c.remind_days as "remindDays", coalesce((select jsonb_agg(jsonb_build_object('name', y.name, 'registrationNumber', y.registration_number) order by y.place)
             from contract_party y where y.contract_id = c.id), '[]') as "otherParties", n.name as "ourName", n.registration_number as "ourRegistrationNumber", d.state as "documentState"
      from ${tables} join institution n on n.id = c.institution_id where c.id = ${id} and d.state <> 'cancelled'`);
  if (!row) throw problems.notFound();
  const { documentState, ...contract } = row;
  const invoices = await tx.rows<ContractView['invoices'][number]>(sql`
    select i.id, d.number as "registerNumber", i.number, i.issue_date as "issueDate", i.state, i.is_credit_note as "isCreditNote",
           coalesce(i.amount_without_vat, i.amount_with_vat) as amount, i.currency
      from invoice i join document d on d.id = i.id where i.contract_id = ${id} and ${visibleTo(tx.actor)}
     order by i.issue_date desc, i.id desc limit 500`);
  const files = await signedFiles(tx, id);
  const { signatures, isSignedByAll } = partiesSignatures(files, 1 + contract.otherParties.length);
  const isOurs = await mayWorkOn(tx, { id, kind: contractKind.name, unitId: contract.unitId });
  const isSigned =
    ['signed', 'in-execution'].includes(documentState) &&
    files.some(({ role, isPresent }) => role === 'signed' && isPresent);
  return {
    ...contract,
    invoices,
    signatures,
    isSignedByAll,
    mayChange: isOurs && contract.endedOn === null,
    mayEnd: may(tx.actor, 'handle invoices') && contract.signedOn !== null && contract.endedOn === null,
    mayTakeCopy: isOurs && isSigned,
    maySend: isSigned && may(tx.actor, 'send'),
  };
}

/** Contracts in force to which an invoice of the supplier may belong, for choosing one. */
export const contractsOf = (tx: Tx, supplierKey: string): Promise<ContractRow[]> =>
  tx.rows(sql`
    select ${columns(tx)} from ${tables} where ${isParty(sql`c`, sql`${supplierKey}`)} and c.signed_on is not null and ${visibleTo(tx.actor)} order by c.signed_on desc limit 50`);
