import type { Tx } from '#kernel';
import { assertMay, may } from '#organisation';
import sql from 'sql-template-tag';
import type { AccountingInvoice, AccountingPage, AccountingQuery } from '../contract.ts';

const PAGE = 200;

/**
 * Released invoices with their coding, for the accounting system, in a fixed order: `after` is the last one already fetched. Fetching changes
 * nothing; what was acknowledged leaves `only=waiting`.
 */
export async function accountingInvoices(tx: Tx, query: AccountingQuery, page = PAGE): Promise<AccountingPage> {
  assertMay(tx, may(tx.actor, 'handle invoices') ? 'handle invoices' : 'exchange accounting');
  const { month = null, only = 'all', after = null } = query;
  const rows = await tx.rows<AccountingInvoice>(sql`
    select i.id, d.kind, d.number as "registerNumber", d.registered_on as "registeredOn", i.posting_month as month, i.supplier_name as "supplierName",
           i.supplier_registration_number as "supplierRegistrationNumber", i.supplier_vat_number as "supplierVatNumber", i.number,
           i.issue_date as "issueDate", i.due_date as "dueDate", i.is_credit_note as "isCreditNote", i.currency,
           i.amount_without_vat as "amountWithoutVat", i.vat_amount as "vatAmount", i.amount_with_vat as "amountWithVat", i.amount_due as "amountDue",
           i.paid_amount as "paidAmount", i.paid_on as "paidOn", i.iban, k.number as "contractNumber", i.state, i.handed_over_at as "handedOverAt",
           i.accounting_reference as "accountingReference",
           coalesce((select jsonb_agg(jsonb_build_object('accountCode', c.account_code, 'unitCode', u.code, 'unitName', u.name, 'project', c.project,
                                                         'amount', c.amount::text) order by c.place)
                       from invoice_coding c join unit u on u.id = c.unit_id where c.invoice_id = i.id), '[]') as coding
      from invoice i join document d on d.id = i.id left join document k on k.id = i.contract_id
     where i.state in ('for-payment', 'paid') and (${month}::text is null or i.posting_month = ${month})
       and (${only} = 'all' or i.handed_over_at is null) and (${after}::uuid is null or i.id > ${after}::uuid)
     order by i.id limit ${page + 1}`);
  return { rows: rows.slice(0, page), next: rows.length > page ? rows[page - 1]!.id : null };
}
