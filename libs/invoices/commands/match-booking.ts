import { problems as common, type Tx } from '#kernel';
import { assertMay } from '#organisation';
import sql from 'sql-template-tag';
import { countBooking, type Outcome } from './take-booking.ts';

interface Unmatched {
  fileId: string | null;
  bookedOn: string;
  amount: string;
  currency: string;
  returned: string | null;
  paymentId: string | null;
}

/**
 * Says for which released invoice a booking to the supplier's account was, when neither identifier nor words and sum told: a part, too much,
 * another number in the words. Once only. @throws Problem not-found (404) when the booking is matched already, or account or currency differ
 */
export async function matchBooking(tx: Tx, id: string, invoiceId: string): Promise<Outcome> {
  assertMay(tx, 'handle invoices');
  const entry = await tx.row<Unmatched>(sql`
    select e.file_id as "fileId", e.booked_on as "bookedOn", e.amount, e.currency, e.reason as returned,
           (select p.id from payment p where p.invoice_id = i.id and p.state in ('sent', 'accepted')) as "paymentId"
      from bank_entry e join invoice i on i.iban = e.party_iban and i.currency = e.currency
     where e.id = ${id} and e.invoice_id is null and e.amount > 0 and i.id = ${invoiceId} and i.state = 'for-payment'
       for update of e, i`);
  if (!entry) throw common.notFound();
  const { fileId, paymentId, ...booking } = entry;
  return countBooking(tx, id, { invoiceId, paymentId }, booking, fileId);
}
