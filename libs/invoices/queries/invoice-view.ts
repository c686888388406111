import { problems, type Tx } from '#kernel';
import { assertVisible } from '#documents';
import type { Invoice, Party } from '#einvoice';
import sql from 'sql-template-tag';
import { accountOf } from '../accounts.ts';
import type { InvoiceRow, InvoiceView } from '../contract.ts';
import { actsFor } from './acts-for.ts';
import { invoiceColumns, invoiceTables } from './invoices-list.ts';
import { recognitionOf, viewOf } from './recognitions.ts';

type Own = InvoiceRow &
  Pick<
    InvoiceView,
    | 'isTypedByHand'
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
  > & {
    supplierKey: string;
    supplierVatNumber: string | null;
    unitId: string;
    approverId: string | null;
    ourNumber: string;
  };

/** Everything a person needs to judge an invoice, in the order in which it is judged. @throws Problem not-found (404) */
export async function invoiceView(tx: Tx, invoiceId: string): Promise<InvoiceView> {
  await assertVisible(tx, invoiceId);
  const own = await tx.row<Own>(sql`
    select ${invoiceColumns}, i.is_typed_by_hand as "isTypedByHand", i.source_sha256 as "sourceSha256", i.payee_name as "payeeName",
           i.buyer_reference as "buyerReference", i.contract_reference as "contractReference", i.order_reference as "orderReference",
           i.amount_without_vat as "amountWithoutVat", i.vat_amount as "vatAmount", i.amount_with_vat as "amountWithVat", i.iban,
           i.payment_reference as "paymentReference", i.paid_on as "paidOn", i.rejection_reason as "rejectionReason",
           i.supplier_key as "supplierKey", i.supplier_vat_number as "supplierVatNumber", d.unit_id as "unitId", i.approver_id as "approverId",
           (select registration_number from institution where id = i.institution_id) as "ourNumber"
      from ${invoiceTables} where i.id = ${invoiceId}`);
  if (!own) throw problems.notFound();
  const { supplierKey, supplierVatNumber, unitId, approverId, ourNumber, ...row } = own;
  const kept = await recognitionOf(tx, row.sourceSha256);
  const invoice = row.isTypedByHand ? null : (kept?.invoice ?? null);
  const account = await accountOf(tx, supplierKey, row.iban);
  return {
    ...row,
    recognition: kept ? viewOf(kept) : null,
    supplier: {
      name: row.supplierName,
      registrationNumber: row.supplierRegistrationNumber,
      vatNumber: supplierVatNumber,
      address: invoice ? addressOf(invoice.seller) : null,
    },
    ...readByMachine(invoice, ourNumber),
    account,
    lines: await linesOf(tx, invoiceId),
    coding: await codingOf(tx, invoiceId),
    suggestedCoding: await suggestCoding(tx, supplierKey, invoiceId),
    decisions: await decisionsOf(tx, invoiceId),
    mayDo: await actsFor(tx, { id: invoiceId, state: row.state, unitId, approverId, accountState: account.state }),
  };
}

const addressOf = ({ address }: Party): string | null =>
  [address?.line1, address?.line2, address?.city, address?.postCode, address?.country].filter(Boolean).join(', ') ||
  null;

/** What only the machine-readable form tells. */
function readByMachine(invoice: Invoice | null, ourNumber: string) {
  const buyerNumber = invoice?.buyer.registrationNumber ?? invoice?.buyer.vatNumber?.replace(/^LV/, '') ?? null;
  return {
    buyer: invoice && {
      name: invoice.buyer.name ?? null,
      registrationNumber: invoice.buyer.registrationNumber ?? null,
      vatNumber: invoice.buyer.vatNumber ?? null,
      address: addressOf(invoice.buyer),
    },
    isForUs: buyerNumber === null ? null : buyerNumber === ourNumber,
    typeCode: invoice?.typeCode ?? null,
    projectReference: invoice?.projectReference ?? null,
    precedingInvoices: (invoice?.precedingInvoices ?? []).flatMap(({ number }) => number ?? []),
    period: invoice?.period ? { start: invoice.period.start ?? null, end: invoice.period.end ?? null } : null,
    prepaid: invoice?.totals.prepaid ?? null,
    rounding: invoice?.totals.rounding ?? null,
    vatBreakdown: (invoice?.vatBreakdown ?? []).map((vat) => ({
      category: vat.category ?? null,
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

const linesOf = (tx: Tx, invoiceId: string): Promise<InvoiceView['lines']> =>
  tx.rows(sql`
    select place, name, quantity, unit, price, net_amount as "netAmount", vat_category as "vatCategory", vat_rate as "vatRate"
      from invoice_line where invoice_id = ${invoiceId} order by place limit 1000`);

const codingOf = (tx: Tx, invoiceId: string): Promise<InvoiceView['coding']> =>
  tx.rows(sql`
    select c.place, c.account_code as "accountCode", c.unit_id as "unitId", u.name as "unitName", c.project, c.amount
      from invoice_coding c join unit u on u.id = c.unit_id where c.invoice_id = ${invoiceId} order by c.place`);

/** How the supplier's last invoice was coded. */
const suggestCoding = (tx: Tx, supplierKey: string, invoiceId: string): Promise<InvoiceView['suggestedCoding']> =>
  tx.rows(sql`
    select c.account_code as "accountCode", c.unit_id as "unitId", c.project from invoice_coding c
     where c.invoice_id = (select i.id from invoice i join invoice_decision n on n.invoice_id = i.id and n.act = 'code'
                            where i.supplier_key = ${supplierKey} and i.id <> ${invoiceId} order by n.at desc limit 1)
     order by c.place`);

const decisionsOf = (tx: Tx, invoiceId: string): Promise<InvoiceView['decisions']> =>
  tx.rows(sql`
    select n.act, p.given_name || ' ' || p.family_name as person, b.given_name || ' ' || b.family_name as "onBehalfOf", n.at, n.note
      from invoice_decision n join person p on p.id = n.person_id left join person b on b.id = n.on_behalf_of
     where n.invoice_id = ${invoiceId} order by n.at`);

/** The invoice as its machine-readable form says it, for the page that people read. @throws Problem not-found (404) */
export async function readableInvoice(tx: Tx, invoiceId: string): Promise<Invoice> {
  await assertVisible(tx, invoiceId);
  const row = await tx.row<{ invoice: Invoice | null }>(sql`
    select r.invoice from invoice i join invoice_recognition r on r.institution_id = i.institution_id and r.sha256 = i.source_sha256
     where i.id = ${invoiceId}`);
  if (!row?.invoice) throw problems.notFound();
  return row.invoice;
}
