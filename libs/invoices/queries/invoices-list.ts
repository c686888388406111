import type { Tx } from '#kernel';
import { visibleTo } from '#documents';
import sql, { join, type Sql } from 'sql-template-tag';
import type { InvoiceRow, InvoicesPage, InvoicesQuery } from '../contract.ts';

const PAGE = 100;

export const invoiceColumns = sql`
  i.id, d.kind, d.number as "registerNumber", d.registered_on as "registeredOn", i.state, i.supplier_name as "supplierName",
  i.supplier_registration_number as "supplierRegistrationNumber", i.number, i.issue_date as "issueDate", i.due_date as "dueDate",
  i.is_credit_note as "isCreditNote", i.currency, i.amount_due as "amountDue", i.class, i.is_machine_readable as "isMachineReadable",
  u.name as "unitName"`;

export const invoiceTables = sql`invoice i join document d on d.id = i.id join unit u on u.id = d.unit_id`;

/** Invoices that the reader sees, newest first; `before` is the last row of the page already shown. */
export async function invoicesList(tx: Tx, query: InvoicesQuery): Promise<InvoicesPage> {
  const where = join([visibleTo(tx.actor), ...filters(tx, query)], ' and ');
  const after = query.before
    ? sql`and (d.registered_at, d.id) < (select registered_at, id from document where id = ${query.before})`
    : sql``;
  const rows = await tx.rows<InvoiceRow>(sql`
    select ${invoiceColumns} from ${invoiceTables} where ${where} ${after} order by d.registered_at desc, d.id desc limit ${PAGE + 1}`);
  const counted = await tx.row<{ count: number }>(sql`select count(*)::int from ${invoiceTables} where ${where}`);
  return { rows: rows.slice(0, PAGE), next: rows.length > PAGE ? rows[PAGE - 1]!.id : null, count: counted!.count };
}

const like = (text: string) => `%${text.replace(/[\\%_]/g, '\\$&')}%`;

function filters(tx: Tx, query: InvoicesQuery): Sql[] {
  const { state, unit, text, supplier, kind, machineReadable, month, year, overdue } = query;
  const found: (Sql | undefined)[] = [
    state ? sql`i.state = ${state}` : undefined,
    unit ? sql`d.unit_id = ${unit}` : undefined,
    text ? sql`(i.supplier_name ilike ${like(text)} or i.number ilike ${like(text)})` : undefined,
    supplier ? sql`(i.supplier_key = ${supplier} or i.supplier_name ilike ${like(supplier)})` : undefined,
    kind ? sql`d.kind = ${kind}` : undefined,
    query.class ? sql`i.class = any(${[...query.class]}::text[])` : undefined,
    machineReadable === undefined ? undefined : sql`i.is_machine_readable = ${machineReadable}`,
    month ? sql`to_char(d.registered_on, 'YYYY-MM') = ${month}` : undefined,
    year ? sql`extract(year from d.registered_on) = ${year}` : undefined,
    overdue ? sql`i.due_date < ${tx.today}::date and i.state not in ('paid', 'rejected')` : undefined,
  ];
  return found.filter((filter): filter is Sql => filter !== undefined);
}
