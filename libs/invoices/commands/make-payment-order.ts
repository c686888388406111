import { v7, type Tx } from '#kernel';
import { assertMay } from '#organisation';
import sql from 'sql-template-tag';
import type { NewAccount, NewPaymentOrder } from '../contract.ts';
import { paymentOrdered } from '../facts.ts';
import { problems } from '../problems.ts';
import { payableRows } from '../queries/payments-view.ts';

/**
 * Puts released invoices into one payment order (pain.001), which is given to the bank outside this system; it signs nothing. An invoice
 * stands in one order at a time until the bank answers.
 * @throws Problem payment-impossible (422, with the invoices and why), no-such-payment-account (404)
 */
export async function makePaymentOrder(
  tx: Tx,
  { invoiceIds, accountId, requestedOn }: NewPaymentOrder,
): Promise<string> {
  assertMay(tx, 'handle invoices');
  await tx.rows(sql`select 1 from invoice where id = any(${invoiceIds}::uuid[]) order by id for update`);
  const account = await tx.row(sql`select 1 from payment_account where id = ${accountId}`);
  if (!account) throw problems.noSuchPaymentAccount();
  const payable = await payableRows(tx);
  const chosen = invoiceIds.map((id) => ({ id, row: payable.find((row) => row.id === id) }));
  const impossible = chosen.filter(({ row }) => !row || row.obstacle);
  if (impossible.length) {
    throw problems.paymentImpossible({
      invoices: impossible.map(({ id, row }) => ({ id, obstacle: row?.obstacle ?? 'not-released' })),
    });
  }
  const orderId = v7(tx.now);
  await tx.rows(sql`
    insert into payment_order (id, message_id, account_id, requested_on, made_at, made_by)
    values (${orderId}, ${orderId.replaceAll('-', '')}, ${accountId}, ${requestedOn}, ${tx.now}, ${tx.actor.personId})`);
  await tx.rows(sql`
    insert into payment (id, order_id, invoice_id, place, end_to_end_id, amount, currency, creditor_name, creditor_iban, remittance)
    select gen_random_uuid(), ${orderId}, i.id, n.place,
           left(regexp_replace(d.number, '[^A-Za-z0-9]+', '-', 'g'), 30) || '-' || (select count(*) + 1 from payment p where p.invoice_id = i.id), i.amount_due - i.paid_amount,
           i.currency, coalesce(i.payee_name, i.supplier_name), i.iban, coalesce(nullif(btrim(i.payment_reference), ''), 'Rēķins Nr. ' || i.number)
      from unnest(${invoiceIds}::uuid[]) with ordinality n(id, place) join invoice i on i.id = n.id join document d on d.id = i.id`);
  for (const id of invoiceIds) tx.emit(paymentOrdered(id, { orderId }));
  return orderId;
}

/** Enters an account of the institution from which it pays; the same IBAN again is the same account. */
export async function enterAccount(tx: Tx, { name, iban, bic }: NewAccount): Promise<string> {
  assertMay(tx, 'approve payments');
  const account = await tx.row<{ id: string }>(sql`
    insert into payment_account (id, name, iban, bic) values (${v7(tx.now)}, ${name}, ${iban}, ${bic ?? null})
    on conflict (institution_id, iban) do update set name = excluded.name, bic = excluded.bic returning id`);
  return account!.id;
}
