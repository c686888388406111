import { sum, type Tx } from '#kernel';
import { addParticipants, attachFile, createDocument, giveNumber, openCase, type Document } from '#documents';
import type { Invoice } from '#einvoice';
import { itemToRegister, markItemRegistered, type ItemToRegister } from '#exchange';
import { assertMay, may } from '#organisation';
import sql from 'sql-template-tag';
import { seeAccount } from '../accounts.ts';
import type { InvoiceFields, NewInvoice } from '../contract.ts';
import { invoiceEntered, paymentDocumentEntered } from '../facts.ts';
import { fieldsOf, isComplete, supplierKey } from '../invoice-fields.ts';
import { invoiceKind, PAYABLE } from '../kinds.ts';
import { dueByLaw } from '../payment-term.ts';
import { problems } from '../problems.ts';
import { findInvoice } from '../queries/find-invoice.ts';
import { recognitionsOfItem, type KeptRecognition } from '../queries/recognitions.ts';
import { askReceivers, matchContract } from './begin-way.ts';
import { findSupplier } from './find-supplier.ts';

/**
 * Registers a received item as an invoice. Its data come from the file where a machine can read them, otherwise from `fields`.
 * The number is taken by the transaction's last statement.
 * @throws Problem item-has-no-files, invoice-fields-missing (422), invoice-registered-already (409, with `documentId`)
 */
export async function registerInvoice(tx: Tx, input: NewInvoice): Promise<Document> {
  const { itemId, unitId, approverId, fields } = input;
  const kind = PAYABLE.find(({ name }) => name === input.kind) ?? PAYABLE[0]!;
  assertMay(tx, may(tx.actor, 'handle invoices') ? 'handle invoices' : 'register documents', { unitId });
  const item = await itemToRegister(tx, itemId);
  if (!item.files.length) throw problems.itemHasNoFiles();
  const [best] = await recognitionsOfItem(tx, itemId);
  const read = best?.invoice && kind === invoiceKind ? fieldsOf(best.invoice) : {};
  const data = isComplete(read) ? read : fields;
  if (!data) throw problems.invoiceFieldsMissing();
  const isTypedByHand = data !== read;
  const invoice = isTypedByHand ? null : (best?.invoice ?? null);
  const byLaw = kind === invoiceKind ? dueByLaw(data, invoice, item.receivedAt) : null;
  const dueDate = data.dueDate ?? byLaw;
  const found = await findInvoice(tx, data);
  if (found) throw problems.invoiceRegisteredAlready({ documentId: found.id, number: found.number });

  const document = await createDocument(tx, kind, {
    title: `${data.isCreditNote ? 'Kredītrēķins' : kind.lv} Nr. ${data.number}`,
    state: 'registered',
    unitId,
    caseId: (await openCase(tx, kind.caseIndex)).id,
    channel: item.channel,
    counterpartyId: await findSupplier(tx, data),
    counterpartyName: data.supplierName,
    dueOn: dueDate,
  });
  const source = item.files.find(({ sha256 }) => sha256 === best?.sha256) ?? item.files[0]!;
  await takeFiles(tx, item, source.sha256, document.id);
  await enter(tx, document.id, {
    item,
    source: source.sha256,
    recognition: best,
    data: { ...data, dueDate },
    invoice,
    isDueByLaw: byLaw !== null,
  });
  if (data.iban) await seeAccount(tx, supplierKey(data), data.iban.replaceAll(' ', ''));
  await addParticipants(tx, document.id, [tx.actor.personId], 'registrar');
  tx.emit(
    kind === invoiceKind
      ? invoiceEntered(document.id, {
          class: best?.class ?? 'F',
          isMachineReadable: best?.machineReadable ?? false,
          isTypedByHand,
        })
      : paymentDocumentEntered(document.id, { kind: kind.name }),
  );
  await askReceivers(tx, document.id, unitId, approverId ?? null);
  await matchContract(tx, document.id);
  giveNumber(tx, document, kind.register, { caseIndex: kind.caseIndex });
  return document;
}

/** The file that holds the invoice becomes the main one, the message itself the original; bytes stay as they came. */
async function takeFiles(tx: Tx, { id, raw, files, subject }: ItemToRegister, source: string, documentId: string) {
  const main = files.findIndex(({ sha256 }) => sha256 === source);
  for (const [index, file] of files.entries()) {
    await attachFile(tx, documentId, { ...file, role: index === main ? 'main' : 'attachment' });
  }
  if (!files.some(({ sha256 }) => sha256 === raw.sha256)) {
    await attachFile(tx, documentId, { ...raw, name: `${subject || 'Sūtījums'}.eml`, role: 'original' });
  }
  await markItemRegistered(tx, id, documentId);
}

interface Entry {
  readonly item: ItemToRegister;
  readonly source: string;
  readonly recognition: KeptRecognition | undefined;
  readonly data: InvoiceFields;
  /** What a machine read; null when the data were typed. */
  readonly invoice: Invoice | null;
  readonly isDueByLaw: boolean;
}

async function enter(
  tx: Tx,
  id: string,
  { item, source, recognition, data, invoice, isDueByLaw }: Entry,
): Promise<void> {
  const money = (amount?: string | null) => (amount ? sum([amount]) : null);
  const entered = await tx.row(sql`
    insert into invoice (id, item_id, state, source_sha256, class, is_machine_readable, is_typed_by_hand, number, issue_date, due_date, is_due_by_law, is_credit_note,
                         currency, supplier_key, supplier_name, supplier_registration_number, supplier_vat_number, supplier_country, payee_name,
                         buyer_registration_number, buyer_reference, contract_reference, order_reference, amount_without_vat, vat_amount,
                         amount_with_vat, amount_due, iban, payment_reference, letter_address)
    values (${id}, ${item.id}, 'registered', ${source}, ${recognition?.class ?? 'F'}, ${recognition?.machineReadable ?? false}, ${!invoice},
            ${data.number}, ${data.issueDate}, ${data.dueDate ?? null}, ${isDueByLaw}, ${data.isCreditNote ?? false}, ${data.currency}, ${supplierKey(data)},
            ${data.supplierName}, ${data.supplierRegistrationNumber ?? null}, ${data.supplierVatNumber ?? null},
            ${invoice?.seller.address?.country ?? countryOf(data)}, ${invoice?.payee?.name ?? null}, ${invoice?.buyer.registrationNumber ?? null},
            ${invoice?.buyerReference ?? null}, ${data.contractReference ?? null}, ${invoice?.orderReference ?? null},
            ${money(data.amountWithoutVat)}, ${money(data.vatAmount)}, ${money(data.amountWithVat)}, ${money(data.amountDue ?? data.amountWithVat)},
            ${data.iban?.replaceAll(' ', '') ?? null}, ${data.paymentReference ?? null}, ${item.senderAddress})
    on conflict do nothing returning id`);
  // Two people registering the same invoice at once: the index lets one through.
  if (!entered) throw problems.invoiceRegisteredAlready();
  if (invoice) await enterLines(tx, id, invoice);
}

/** Eleven digits are a Latvian registration number; otherwise the VAT number's prefix tells. */
const countryOf = ({ supplierRegistrationNumber, supplierVatNumber }: InvoiceFields) =>
  /^\d{11}$/.test(supplierRegistrationNumber ?? '') ? 'LV' : (/^[A-Z]{2}/.exec(supplierVatNumber ?? '')?.[0] ?? null);

async function enterLines(tx: Tx, id: string, { lines }: Invoice): Promise<void> {
  const rows = lines.map(
    ({ item, quantity, unit, price, netAmount, vatCategory, vatRate, accountingReference }, index) => ({
      place: index + 1,
      name: item.name ?? item.description ?? '',
      quantity,
      unit,
      price: price.net,
      net_amount: netAmount && /^-?\d{1,14}(\.\d+)?$/.test(netAmount) ? sum([netAmount]) : null,
      vat_category: vatCategory,
      vat_rate: vatRate,
      unit_code: accountingReference?.trim() || null,
    }),
  );
  await tx.rows(sql`
    insert into invoice_line (invoice_id, place, name, quantity, unit, price, net_amount, vat_category, vat_rate, unit_code)
    select ${id}, place, name, quantity, unit, price, net_amount, vat_category, vat_rate, unit_code
      from jsonb_populate_recordset(null::invoice_line, ${JSON.stringify(rows)}::jsonb)`);
}
