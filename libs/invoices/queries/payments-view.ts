import { problems, type Tx } from '#kernel';
import { assertMay, may } from '#organisation';
import sql from 'sql-template-tag';
import type { InvoiceView, OrderRow, PayableRow, PaymentsView, UnmatchedBooking } from '../contract.ts';
import type { PaymentOrder } from '../iso20022/write-payment-order.ts';

/** Released invoices that stand in no order, soonest due first, and what keeps one from being paid by a SEPA credit transfer. */
export const payableRows = (tx: Tx): Promise<PayableRow[]> =>
  tx.rows(sql`
    select i.id, d.number as "registerNumber", i.supplier_name as "supplierName", i.number, i.due_date as "dueDate",
           (i.amount_due - i.paid_amount)::numeric(18,2) as amount, i.currency, i.iban,
           (select p.reason from payment p join payment_order o on o.id = p.order_id
             where p.invoice_id = i.id and p.state = 'refused' order by o.made_at desc limit 1) as refused,
           case when i.is_credit_note then 'credit-note' when i.currency <> 'EUR' then 'currency'
                when i.iban is null or i.iban !~ '^[A-Z]{2}[0-9]{2}[a-zA-Z0-9]{1,30}$' then 'no-account'
                when i.amount_due - i.paid_amount <= 0 then 'nothing-due' end as obstacle
      from invoice i join document d on d.id = i.id
     where i.state = 'for-payment' and not exists (select from payment p where p.invoice_id = i.id and p.state in ('sent', 'accepted'))
     order by i.due_date nulls last, i.id limit 1000`);

/** What waits to be paid, the orders made of it, the bank's answers. */
export async function paymentsView(tx: Tx): Promise<PaymentsView> {
  assertMay(tx, may(tx.actor, 'handle invoices') ? 'handle invoices' : 'approve payments');
  return {
    accounts: await tx.rows(sql`select id, name, iban from payment_account order by name`),
    payable: await payableRows(tx),
    unmatched: await unmatchedBookings(tx),
    orders: await ordersOf(tx),
    files: await tx.rows(sql`
      select f.id, f.name, f.kind, f.message_id as "messageId", f.read_at as "readAt", p.given_name || ' ' || p.family_name as "readBy", f.result
        from bank_file f join person p on p.id = f.read_by order by f.read_at desc limit 50`),
    mayAct: may(tx.actor, 'handle invoices'),
  };
}

/** Bookings to accounts of suppliers who are still to be paid, and the invoices they may be for. */
const unmatchedBookings = (tx: Tx): Promise<UnmatchedBooking[]> =>
  tx.rows(sql`
    select e.id, e.booked_on as "bookedOn", e.amount, e.currency, e.party_name as "partyName", e.party_iban as "partyIban", e.remittance,
           jsonb_agg(jsonb_build_object('id', i.id, 'registerNumber', d.number, 'number', i.number, 'due', (i.amount_due - i.paid_amount)::text)
                     order by i.due_date nulls last, i.id) as invoices
      from bank_entry e join invoice i on i.iban = e.party_iban and i.currency = e.currency join document d on d.id = i.id
     where e.invoice_id is null and e.amount > 0 and i.state = 'for-payment' and not i.is_credit_note
     group by e.id order by e.booked_on, e.id limit 100`);

const ordersOf = (tx: Tx): Promise<OrderRow[]> =>
  tx.rows(sql`
    select o.id, o.message_id as "messageId", o.requested_on as "requestedOn", o.made_at as "madeAt", o.state, o.reason,
           m.given_name || ' ' || m.family_name as "madeBy", a.name || ', ' || a.iban as account,
           sum(p.amount)::numeric(18,2)::text as total,
           jsonb_agg(jsonb_build_object('id', p.id, 'invoiceId', p.invoice_id, 'registerNumber', d.number, 'creditorName', p.creditor_name,
             'creditorIban', p.creditor_iban, 'endToEndId', p.end_to_end_id, 'amount', p.amount::text, 'currency', p.currency, 'state', p.state,
             'reason', p.reason) order by p.place) as payments
      from payment_order o join payment p on p.order_id = o.id join document d on d.id = p.invoice_id
      join payment_account a on a.id = o.account_id join person m on m.id = o.made_by
     group by o.id, m.id, a.id order by o.made_at desc limit 50`);

/** An order as it goes to the bank; made of its own rows, so that it is the same whenever it is asked for. @throws Problem not-found (404) */
export async function paymentOrder(tx: Tx, id: string): Promise<PaymentOrder> {
  assertMay(tx, may(tx.actor, 'handle invoices') ? 'handle invoices' : 'approve payments');
  const order = await tx.row<Omit<PaymentOrder, 'payments'>>(sql`
    select o.message_id as "messageId", o.made_at as "madeAt", o.requested_on as "requestedOn",
           jsonb_build_object('name', n.name, 'registrationNumber', n.registration_number, 'iban', a.iban, 'bic', a.bic) as debtor
      from payment_order o join payment_account a on a.id = o.account_id join institution n on n.id = o.institution_id where o.id = ${id}`);
  if (!order) throw problems.notFound();
  const payments = await tx.rows<PaymentOrder['payments'][number]>(sql`
    select end_to_end_id as "endToEndId", amount, currency, creditor_name as "creditorName", creditor_iban as "creditorIban", remittance
      from payment where order_id = ${id} order by place`);
  return { ...order, payments };
}

/** What happened to the money of one invoice: orders with the bank's answers, and what was booked. */
export async function moneyOf(tx: Tx, invoiceId: string): Promise<Pick<InvoiceView, 'payments' | 'booked'>> {
  const payments = await tx.rows<InvoiceView['payments'][number]>(sql`
    select p.end_to_end_id as "endToEndId", p.amount, p.state, p.reason, o.requested_on as "requestedOn"
      from payment p join payment_order o on o.id = p.order_id where p.invoice_id = ${invoiceId} order by o.made_at`);
  const booked = await tx.rows<InvoiceView['booked'][number]>(sql`
    select booked_on as "bookedOn", amount, coalesce(reason, remittance) as remittance from bank_entry
     where invoice_id = ${invoiceId} and same_as is null order by booked_on, id`);
  return { payments, booked };
}
