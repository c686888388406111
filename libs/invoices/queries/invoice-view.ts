import { problems, type Locale, type Tx } from '#kernel';
import { assertVisible } from '#documents';
import { shownCategory, shownUnit, type Invoice, type Party } from '#einvoice';
import sql from 'sql-template-tag';
import { accountOf } from '../accounts.ts';
import type { InvoiceRow, InvoiceView } from '../contract.ts';
import { isFor } from '../invoice-fields.ts';
import { openMonthFor } from '../months.ts';
import { actsFor } from './acts-for.ts';
import { codingProposal } from './coding-proposal.ts';
import { approvalViews, lettersOf, matchOf } from './invoice-work.ts';
import { invoiceColumns, invoiceTables } from './invoices-list.ts';
import { moneyOf } from './payments-view.ts';
import { recognitionOf, viewOf } from './recognitions.ts';

type Own = InvoiceRow &
  Pick<
    InvoiceView,
    | 'isTypedByHand'
    | 'isDueByLaw'
    | 'sourceSha256'
    | 'payeeName'
    | 'buyerReference'
    | 'contractReference'
    | 'orderReference'
    | 'amountWithoutVat'
    | 'vatAmount'
    | 'amountWithVat'
    | 'iban'
    | 'paymentReference'
    | 'paidOn'
    | 'rejectionReason'
    | 'postingMonth'
    | 'hasPdf'
    | 'paidAmount'
    | 'handedOverAt'
    | 'accountingReference'
  > & {
    supplierKey: string;
    supplierVatNumber: string | null;
    unitId: string;
    ourNumber: string;
  };

/** Everything a person needs to judge an invoice, in the order in which it is judged. @throws Problem not-found (404) */
export async function invoiceView(tx: Tx, invoiceId: string): Promise<InvoiceView> {
  await assertVisible(tx, invoiceId);
  const own = await tx.row<Own>(sql`
    select ${invoiceColumns}, i.is_typed_by_hand as "isTypedByHand", i.is_due_by_law as "isDueByLaw", i.source_sha256 as "sourceSha256", i.payee_name as "payeeName",
           i.buyer_reference as "buyerReference", i.contract_reference as "contractReference", i.order_reference as "orderReference",
           i.amount_without_vat as "amountWithoutVat", i.vat_amount as "vatAmount", i.amount_with_vat as "amountWithVat", i.iban,
           i.payment_reference as "paymentReference", i.paid_on as "paidOn", i.rejection_reason as "rejectionReason", i.posting_month as "postingMonth",
           exists (select from document_file f join stored_file s on s.institution_id = f.institution_id and s.sha256 = f.sha256
                    where f.document_id = i.id and f.superseded_at is null and s.media_type = 'application/pdf') as "hasPdf", i.paid_amount as "paidAmount",
           i.handed_over_at as "handedOverAt", i.accounting_reference as "accountingReference",
           i.supplier_key as "supplierKey", i.supplier_vat_number as "supplierVatNumber", d.unit_id as "unitId",
           (select registration_number from institution where id = i.institution_id) as "ourNumber"
      from ${invoiceTables} where i.id = ${invoiceId}`);
  if (!own) throw problems.notFound();
  const { supplierKey, supplierVatNumber, unitId, ourNumber, ...row } = own;
  const kept = await recognitionOf(tx, row.sourceSha256);
  const invoice = row.isTypedByHand ? null : (kept?.invoice ?? null);
  const account = await accountOf(tx, supplierKey, row.iban);
  const lines = await linesOf(tx, invoiceId);
  const money = await moneyOf(tx, invoiceId);
  const isUnderWay = money.payments.some(({ state }) => state === 'sent' || state === 'accepted');
  const mayDo = await actsFor(tx, {
    id: invoiceId,
    state: row.state,
    unitId,
    accountState: account.state,
    hasLines: lines.length > 1,
    isBeingPaid: isUnderWay || Number(row.paidAmount) > 0,
  });
  return {
    ...row,
    recognition: kept ? viewOf(kept) : null,
    supplier: {
      name: row.supplierName,
      registrationNumber: row.supplierRegistrationNumber,
      vatNumber: supplierVatNumber,
      address: invoice ? addressOf(invoice.seller) : null,
    },
    isForUs: invoice && isFor(invoice, ourNumber),
    ...readByMachine(invoice),
    precedingInvoices: await precedingOf(tx, supplierKey, invoice),
    correctedBy: await correctedBy(tx, supplierKey, row.number),
    account,
    lines,
    coding: await codingOf(tx, invoiceId),
    proposedCoding: mayDo.includes('code') ? await codingProposal(tx, invoiceId) : [],
    proposedMonth: await openMonthFor(tx, row.issueDate),
    approvals: await approvalViews(tx, invoiceId, unitId),
    match: await matchOf(tx, invoiceId),
    letters: await lettersOf(tx, invoiceId),
    decisions: await decisionsOf(tx, invoiceId),
    ...money,
    mayDo,
  };
}

const addressOf = ({ address }: Party): string | null =>
  [address?.line1, address?.line2, address?.city, address?.postCode, address?.country].filter(Boolean).join(', ') ||
  null;

/** What only the machine-readable form tells. */
function readByMachine(invoice: Invoice | null) {
  return {
    buyer: invoice && {
      name: invoice.buyer.name ?? null,
      registrationNumber: invoice.buyer.registrationNumber ?? null,
      vatNumber: invoice.buyer.vatNumber ?? null,
      address: addressOf(invoice.buyer),
    },
    typeCode: invoice?.typeCode ?? null,
    projectReference: invoice?.projectReference ?? null,
    period: invoice?.period ? { start: invoice.period.start ?? null, end: invoice.period.end ?? null } : null,
    prepaid: invoice?.totals.prepaid ?? null,
    rounding: invoice?.totals.rounding ?? null,
    vatBreakdown: (invoice?.vatBreakdown ?? []).map((vat) => ({
      category: vat.category ?? null,
      categoryName: named(shownCategory, vat.category),
      rate: vat.rate ?? null,
      taxable: vat.taxableAmount ?? null,
      tax: vat.taxAmount ?? null,
      exemption: vat.exemptionReason ?? vat.exemptionCode ?? null,
    })),
    isReverseCharge: (invoice?.vatBreakdown ?? []).some(({ category }) => category === 'AE'),
    paymentMeans: invoice?.payment?.meansText ?? invoice?.payment?.meansCode ?? null,
    paymentTerms: invoice?.paymentTerms ?? null,
    notes: (invoice?.notes ?? []).map(({ text }) => text),
  };
}

/** What the invoice corrects (BT-25), with the registered ones of the same supplier found. */
async function precedingOf(
  tx: Tx,
  supplierKey: string,
  invoice: Invoice | null,
): Promise<InvoiceView['precedingInvoices']> {
  const numbers = (invoice?.precedingInvoices ?? []).flatMap(({ number }) => number ?? []);
  if (!numbers.length) return [];
  return tx.rows(sql`
    select p.number, (select i.id from invoice i where i.supplier_key = ${supplierKey} and lower(i.number) = lower(p.number) and i.state <> 'rejected'
                       order by i.issue_date desc limit 1) as id
      from unnest(${numbers}::text[]) with ordinality as p(number, place) order by p.place`);
}

/** The supplier's credit notes and corrections that name this invoice. */
const correctedBy = (tx: Tx, supplierKey: string, number: string): Promise<InvoiceView['correctedBy']> =>
  tx.rows(sql`
    select i.id, i.number from invoice i join invoice_recognition r on r.institution_id = i.institution_id and r.sha256 = i.source_sha256
     where i.supplier_key = ${supplierKey} and i.state <> 'rejected' and not i.is_typed_by_hand
       and exists (select from jsonb_array_elements(r.invoice -> 'precedingInvoices') p where lower(p ->> 'number') = lower(${number}))
     order by i.issue_date`);

async function linesOf(tx: Tx, invoiceId: string): Promise<InvoiceView['lines']> {
  const lines = await tx.rows<Omit<InvoiceView['lines'][number], 'unitName'>>(sql`
    select place, name, quantity, unit, price, net_amount as "netAmount", vat_category as "vatCategory", vat_rate as "vatRate"
      from invoice_line where invoice_id = ${invoiceId} order by place limit 1000`);
  return lines.map((line) => ({ ...line, unitName: named(shownUnit, line.unit ?? undefined) }));
}

/** A code of the standard as people call it. */
const named = (shown: (code: string | undefined, locale: Locale) => string | undefined, code: string | undefined) => ({
  lv: shown(code, 'lv') ?? '',
  en: shown(code, 'en') ?? '',
});

const codingOf = (tx: Tx, invoiceId: string): Promise<InvoiceView['coding']> =>
  tx.rows(sql`
    select c.place, c.account_code as "accountCode", c.unit_id as "unitId", u.name as "unitName", c.project, c.amount, c.lines
      from invoice_coding c join unit u on u.id = c.unit_id where c.invoice_id = ${invoiceId} order by c.place`);

const decisionsOf = (tx: Tx, invoiceId: string): Promise<InvoiceView['decisions']> =>
  tx.rows(sql`
    select n.act, p.given_name || ' ' || p.family_name as person, b.given_name || ' ' || b.family_name as "onBehalfOf", n.at, n.note
      from invoice_decision n join person p on p.id = n.person_id left join person b on b.id = n.on_behalf_of
     where n.invoice_id = ${invoiceId} order by n.at`);
