import { v7, type Tx } from '#kernel';
import { fileInChosenCase } from '#documents';
import sql from 'sql-template-tag';
import { invoicePaid, invoicePartlyPaid, paymentReturned } from '../facts.ts';
import type { BookedEntry } from '../iso20022/read-bank-file.ts';
import { decide, moveTo } from './take-invoice.ts';

export type Outcome = 'paid' | 'partly' | 'returned' | 'repeated' | 'unmatched';

/** What counting needs of a booking. */
type Booking = Pick<BookedEntry, 'amount' | 'bookedOn' | 'currency' | 'returned'>;

interface Found {
  invoiceId: string;
  paymentId: string | null;
}

/**
 * Takes one booked movement of an account: finds its invoice, adds what was paid, and closes the invoice when nothing is left. A booking
 * already known from another file changes nothing, and what the bank and the accounting system both tell of is paid once.
 * `known`: whose movement it is, when that is said.
 */
export async function takeBooking(tx: Tx, entry: BookedEntry, fileId: string | null, known?: Found): Promise<Outcome> {
  const taken = await tx.row<{ id: string }>(sql`
    insert into bank_entry (id, file_id, key, booked_on, amount, currency, end_to_end_id, party_name, party_iban, remittance, reason)
    values (${v7(tx.now)}, ${fileId}, ${entry.key}, ${entry.bookedOn}, ${entry.amount}, ${entry.currency}, ${entry.endToEndId}, ${entry.partyName},
            ${entry.partyIban}, ${entry.remittance}, ${entry.returned})
    on conflict (institution_id, key) do nothing returning id`);
  if (!taken) return 'repeated';
  const found = known ?? (await findPayment(tx, entry));
  return found ? countBooking(tx, taken.id, found, entry, fileId) : 'unmatched';
}

/** Counts a kept booking for its invoice. */
export async function countBooking(
  tx: Tx,
  id: string,
  found: Found,
  entry: Booking,
  fileId: string | null,
): Promise<Outcome> {
  const sameAs = await toldBefore(tx, found.invoiceId, entry, fileId);
  await tx.rows(sql`
    update bank_entry set invoice_id = ${found.invoiceId}, payment_id = ${found.paymentId}, same_as = ${sameAs ?? null} where id = ${id}`);
  if (sameAs) {
    await tx.rows(sql`update payment set state = 'executed' where id = ${found.paymentId}`);
    return 'repeated';
  }
  return entry.amount.startsWith('-') ? giveBack(tx, found, entry) : pay(tx, found, entry);
}

/**
 * The same payment as the other side told of it: of the bank's booking the accounting system's report, of the report the booking. Each
 * answers one of the other, so that two equal instalments stay two; what came back before this day is over and answers nothing. The invoice
 * is locked, for both sides may tell at once.
 */
async function toldBefore(
  tx: Tx,
  invoiceId: string,
  { amount, bookedOn, currency }: Booking,
  fileId: string | null,
): Promise<string | undefined> {
  await tx.rows(sql`select from invoice where id = ${invoiceId} for update`);
  const other = await tx.row<{ id: string }>(sql`
    select e.id from bank_entry e
     where e.invoice_id = ${invoiceId} and e.amount = ${amount}::numeric and e.amount > 0 and e.currency = ${currency}
       and (e.file_id is null) = ${fileId !== null} and e.same_as is null and not exists (select from bank_entry t where t.same_as = e.id)
       and not exists (select from bank_entry r where r.invoice_id = e.invoice_id and r.amount = -e.amount
                          and r.booked_on >= e.booked_on and r.booked_on <= ${bookedOn}::date)
     order by abs(e.booked_on - ${bookedOn}::date), e.id limit 1`);
  return other?.id;
}

/**
 * By the order's own identifier; otherwise by account, the invoice's number in the words and the amount, still due or paid by the
 * accounting system's word only.
 */
async function findPayment(tx: Tx, entry: BookedEntry): Promise<Found | undefined> {
  const byId = await tx.row<Found>(sql`
    select invoice_id as "invoiceId", id as "paymentId" from payment where end_to_end_id = ${entry.endToEndId}`);
  if (byId) return byId;
  const byWords = await tx.rows<Found>(sql`
    select i.id as "invoiceId", (select p.id from payment p where p.invoice_id = i.id and p.state in ('sent', 'accepted')) as "paymentId"
      from invoice i
     where i.iban = ${entry.partyIban} and i.currency = ${entry.currency}
       and position(lower(i.number) in lower(${entry.remittance})) > 0
       and (i.state = 'for-payment' and i.amount_due - i.paid_amount = ${entry.amount}::numeric
            or exists (select from bank_entry e
                        where e.invoice_id = i.id and e.file_id is null and e.amount = ${entry.amount}::numeric and e.same_as is null
                          and not exists (select from bank_entry t where t.same_as = e.id)))
     limit 2`);
  return byWords.length === 1 ? byWords[0] : undefined;
}

async function pay(tx: Tx, { invoiceId, paymentId }: Found, { amount, bookedOn }: Booking): Promise<Outcome> {
  await tx.rows(sql`update payment set state = 'executed' where id = ${paymentId}`);
  const invoice = await tx.row<{ state: string; isPaid: boolean }>(sql`
    update invoice set paid_amount = paid_amount + ${amount}::numeric where id = ${invoiceId}
    returning state, paid_amount >= amount_due as "isPaid"`);
  if (invoice?.state !== 'for-payment') return 'paid';
  if (!invoice.isPaid) {
    tx.emit(invoicePartlyPaid(invoiceId, { amount, paidOn: bookedOn }));
    return 'partly';
  }
  await tx.rows(sql`update invoice set paid_on = ${bookedOn} where id = ${invoiceId}`);
  await decide(tx, invoiceId, 'pay', 'paid');
  await fileInChosenCase(tx, invoiceId);
  tx.emit(invoicePaid(invoiceId, { paidOn: bookedOn }));
  return 'paid';
}

/** Money that came back opens the invoice again, with the bank's reason. */
async function giveBack(tx: Tx, { invoiceId, paymentId }: Found, { amount, returned }: Booking): Promise<Outcome> {
  await tx.rows(sql`update payment set state = 'refused', reason = ${returned} where id = ${paymentId}`);
  await tx.rows(sql`
    update invoice set paid_amount = greatest(0, paid_amount + ${amount}::numeric), paid_on = null where id = ${invoiceId}`);
  await tx.rows(sql`update document set filed_at = null where id = ${invoiceId}`);
  await moveTo(tx, invoiceId, 'for-payment');
  tx.emit(paymentReturned(invoiceId, { reason: returned }));
  return 'returned';
}
