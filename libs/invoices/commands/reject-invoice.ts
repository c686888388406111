import { latvianDate, type Tx } from '#kernel';
import { askForLetter } from '#documents';
import { actsAs, assertMay } from '#organisation';
import sql from 'sql-template-tag';
import { approvalsOf } from '../approvals.ts';
import type { InvoiceState, Rejection } from '../contract.ts';
import { invoiceRejected } from '../facts.ts';
import { assertOpen } from '../months.ts';
import { problems } from '../problems.ts';
import { decide, takeInvoice } from './take-invoice.ts';

/** States in which an invoice may go back: until money has left. */
export const REJECTABLE: InvoiceState[] = ['registered', 'approved', 'coded', 'controlled', 'for-payment'];

/**
 * Rejects an invoice with the reason, until it stands in a payment order: the accounts office, or a receiver who was asked to approve it. The number
 * stays in the register; the supplier may send a corrected invoice under the same number. The reason goes to the supplier in a letter,
 * unless told otherwise. @throws Problem wrong-state, payment-under-way, month-closed (409)
 */
export async function rejectInvoice(tx: Tx, invoiceId: string, input: Rejection): Promise<void> {
  const { reason, sendLetter = true, signerId } = input;
  const { state, postingMonth } = await takeInvoice(tx, invoiceId, ...REJECTABLE);
  await assertNotBeingPaid(tx, invoiceId);
  const asked = state === 'registered' ? await approvalsOf(tx, invoiceId) : [];
  if (!asked.some(({ doneAt, personId }) => !doneAt && actsAs(tx, personId))) assertMay(tx, 'handle invoices');
  await assertOpen(tx, postingMonth);
  await tx.rows(sql`update invoice set rejection_reason = ${reason} where id = ${invoiceId}`);
  await decide(tx, invoiceId, 'reject', 'rejected', reason);
  tx.emit(invoiceRejected(invoiceId, { reason }));
  if (sendLetter) await writeToSupplier(tx, invoiceId, reason, signerId ?? null);
}

async function assertNotBeingPaid(tx: Tx, invoiceId: string): Promise<void> {
  const isBeingPaid = await tx.row(sql`
    select 1 from invoice i where i.id = ${invoiceId} and (i.paid_amount > 0 or exists (
      select from payment p where p.invoice_id = i.id and p.state in ('sent', 'accepted')))`);
  if (isBeingPaid) throw problems.paymentUnderWay();
}

interface Addressed {
  number: string;
  issueDate: string;
  registerNumber: string | null;
  isCreditNote: boolean;
  supplierName: string;
  counterpartyId: string | null;
  address: string;
  findings: { rule: string; message: { lv: string } }[];
}

/** More errors than that are only counted in the letter. */
const TOLD = 10;

/** The letter by which an invoice goes back: the reason, and what the rules of EN 16931 found wrong. */
async function writeToSupplier(tx: Tx, invoiceId: string, reason: string, signerId: string | null): Promise<void> {
  const invoice = await tx.row<Addressed>(sql`
    select i.number, i.issue_date as "issueDate", d.number as "registerNumber", i.is_credit_note as "isCreditNote",
           i.supplier_name as "supplierName", d.counterparty_id as "counterpartyId", i.letter_address as address,
           coalesce((select jsonb_agg(f) from invoice_recognition r cross join jsonb_array_elements(r.findings) f
                      where r.institution_id = i.institution_id and r.sha256 = i.source_sha256 and f ->> 'severity' = 'fatal'), '[]') as findings
      from invoice i join document d on d.id = i.id where i.id = ${invoiceId}`);
  const { number, issueDate, registerNumber, isCreditNote, findings, supplierName, ...to } = invoice!;
  const name = isCreditNote ? 'kredītrēķinu' : 'rēķinu';
  const wrong = findings.slice(0, TOLD).map(({ rule, message }, place) => `${place + 1}) ${message.lv} (${rule})`);
  if (findings.length > TOLD) wrong.push(`… un vēl ${findings.length - TOLD}.`);
  const body = [
    `Atgriežam Jūsu ${latvianDate(issueDate)} ${name} Nr. ${number} (reģistrēts ar Nr. ${registerNumber}), jo to nevaram pieņemt apmaksai.`,
    `Iemesls: ${/[.!?]$/.test(reason) ? reason : `${reason}.`}`,
    ...(wrong.length ? ['Pārbaudē pēc e-rēķinu standarta EN 16931 konstatētas šādas kļūdas:', ...wrong] : []),
    'Lūdzam novērst minēto un iesniegt labotu e-rēķinu (Peppol BIS Billing 3.0, XML). To var iesniegt ar to pašu numuru.',
  ].join('\n\n');
  const title = `Par ${isCreditNote ? 'kredītrēķina' : 'rēķina'} Nr. ${number} atgriešanu`;
  await askForLetter(tx, { basisId: invoiceId, title, correspondent: supplierName, ...to, body, signerId });
}
