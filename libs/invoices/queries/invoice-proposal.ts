import { problems as common, type Tx } from '#kernel';
import { assertMay, may } from '#organisation';
import sql from 'sql-template-tag';
import { accountOf } from '../accounts.ts';
import type { Invoice } from '#einvoice';
import type { InvoiceProposal, WaitingItem } from '../contract.ts';
import { fieldsOf, isComplete, isFor, supplierKey } from '../invoice-fields.ts';
import { findInvoice, findInvoices } from './find-invoice.ts';
import { recognitionsOfItem, viewOf } from './recognitions.ts';

const assertMayEnter = (tx: Tx) =>
  assertMay(tx, may(tx.actor, 'handle invoices') ? 'handle invoices' : 'register documents');

/** The filled-in card of an invoice that waits in the intake. @throws Problem not-found (404) */
export async function invoiceProposal(tx: Tx, itemId: string): Promise<InvoiceProposal> {
  assertMayEnter(tx);
  const item = await tx.row<{
    senderName: string;
    subject: string;
    receivedAt: Date;
    state: InvoiceProposal['state'];
    documentId: string | null;
    ourNumber: string;
    files: InvoiceProposal['files'];
  }>(sql`
    select i.state, i.document_id as "documentId", (select registration_number from institution where id = i.institution_id) as "ourNumber",
           i.sender_name as "senderName", i.subject, i.received_at as "receivedAt",
           coalesce((select jsonb_agg(jsonb_build_object('id', f.id, 'name', f.name, 'mediaType', f.media_type, 'size', f.size, 'sha256', f.sha256)
                                      order by f.place) from received_file f where f.item_id = i.id), '[]') as files
      from received_item i where i.id = ${itemId}`);
  if (!item) throw common.notFound();
  const recognitions = await recognitionsOfItem(tx, itemId);
  const invoice = recognitions[0]?.invoice ?? null;
  const fields = invoice && fieldsOf(invoice);
  const complete = fields !== null && isComplete(fields);
  const key = fields?.supplierName ? supplierKey({ ...fields, supplierName: fields.supplierName }) : null;
  return {
    itemId,
    state: item.state,
    documentId: item.documentId,
    subject: item.subject,
    senderName: item.senderName,
    receivedAt: item.receivedAt.toISOString(),
    files: item.files,
    recognitions: recognitions.map(viewOf),
    isRecognising: recognitions.length < new Set(item.files.map(({ sha256 }) => sha256)).size,
    fields,
    isComplete: complete,
    unitId: await unitOf(tx, invoice?.buyerReference ?? null, key),
    // What is registered already is no duplicate of itself.
    duplicate: complete && item.state !== 'registered' ? await findInvoice(tx, fields) : null,
    isForUs: invoice && isFor(invoice, item.ourNumber),
    accountState: key ? (await accountOf(tx, key, fields?.iban ?? null)).state : 'none',
  };
}

interface FileToRead {
  sha256: string;
  name: string;
  mediaType: string;
  size: number;
}

/** A file of an item that waits to be registered, for whoever types an invoice from it. @throws Problem not-found (404) */
export async function waitingFile(tx: Tx, fileId: string): Promise<FileToRead> {
  assertMayEnter(tx);
  const file = await tx.row<FileToRead>(sql`
    select f.sha256, f.name, f.media_type as "mediaType", f.size from received_file f join invoice_recognition r
        on r.institution_id = f.institution_id and r.sha256 = f.sha256
     where f.id = ${fileId}`);
  if (!file) throw common.notFound();
  return file;
}

/** The unit is named by the buyer reference (BT-10 holds a unit's code), otherwise it is the one of the supplier's last invoice. */
async function unitOf(tx: Tx, buyerReference: string | null, key: string | null): Promise<string | null> {
  const named = await tx.row<{ id: string }>(sql`select id from unit where upper(code) = upper(${buyerReference})`);
  if (named) return named.id;
  const last = await tx.row<{ id: string }>(sql`
    select d.unit_id as id from invoice i join document d on d.id = i.id where i.supplier_key = ${key} order by d.created_at desc limit 1`);
  return last?.id ?? null;
}

/** New items of the intake that look like invoices: read by machine, or a PDF or picture whose name, subject or covering text says so. */
export async function waitingItems(tx: Tx): Promise<WaitingItem[]> {
  assertMayEnter(tx);
  const items = await tx.rows<Omit<WaitingItem, 'duplicate'> & { invoice: Invoice | null }>(sql`
    select i.id as "itemId", i.received_at as "receivedAt", i.sender_name as "senderName", i.subject, r.class, r.machine_readable as "machineReadable",
           r.invoice -> 'seller' ->> 'name' as "supplierName", r.invoice ->> 'number' as number, r.invoice -> 'totals' ->> 'due' as amount,
           r.invoice ->> 'currency' as currency, r.invoice - 'lines' as invoice,
           array(select f.name from received_file f where f.item_id = i.id and f.sha256 <> r.sha256 order by f.place) as "otherFiles"
      from received_item i cross join lateral (
        select r.* from received_file f join invoice_recognition r on r.institution_id = f.institution_id and r.sha256 = f.sha256
         where f.item_id = i.id order by r.class limit 1) r
     where i.state = 'new' and (r.invoice is not null or concat_ws(' ', i.subject, r.file_name) ~* '(rēķin|rekin|invoice|faktūr)'
           or i.body ~* '(pielik|pievien|sūt|attach|enclos)[^.]{0,60}(rēķin|rekin|invoice)')
     order by i.received_at limit 200`);
  const read = items.map(({ invoice }) => {
    const fields = invoice && fieldsOf(invoice);
    return fields && isComplete(fields) ? fields : null;
  });
  const known = await findInvoices(tx, read);
  return items.map(({ invoice, ...item }, place) => ({ ...item, duplicate: invoice && known[place]! }));
}
