import { problems as common, type Tx } from '#kernel';
import { giveTask, finishTasks } from '#approval';
import sql from 'sql-template-tag';
import { askIn } from '../asks.ts';
import type { InvoiceState } from '../contract.ts';
import { problems } from '../problems.ts';

export interface TakenInvoice {
  id: string;
  state: InvoiceState;
  unitId: string;
  supplierKey: string;
  iban: string | null;
  issueDate: string;
  postingMonth: string | null;
  amountWithVat: string;
}

/** The invoice, locked, if it is in one of the states. @throws Problem not-found (404), wrong-state (409) */
export async function takeInvoice(tx: Tx, invoiceId: string, ...states: InvoiceState[]): Promise<TakenInvoice> {
  const invoice = await tx.row<TakenInvoice>(sql`
    select i.id, i.state, d.unit_id as "unitId", i.supplier_key as "supplierKey", i.iban, i.issue_date as "issueDate",
           i.posting_month as "postingMonth", i.amount_with_vat as "amountWithVat"
      from invoice i join document d on d.id = i.id where i.id = ${invoiceId} for update of i`);
  if (!invoice) throw common.notFound();
  if (!states.includes(invoice.state)) throw common.wrongState({ state: invoice.state });
  return invoice;
}

/** Who has decided what on an invoice; several people may have approved. */
export async function decidersOf(tx: Tx, invoiceId: string): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const rows = await tx.rows<{ act: string; people: string[] }>(
    sql`select act, array_agg(person_id) as people from invoice_decision where invoice_id = ${invoiceId} group by act`,
  );
  return new Map(rows.map(({ act, people }) => [act, new Set(people)]));
}

/** The actor has done none of these acts. @throws Problem four-eyes (403) */
export async function assertOtherEyes(tx: Tx, invoiceId: string, ...acts: string[]): Promise<void> {
  const deciders = await decidersOf(tx, invoiceId);
  const own = acts.find((act) => deciders.get(act)?.has(tx.actor.personId));
  if (own) throw problems.fourEyes({ act: own });
}

type Act = 'approve' | 'code' | 'control' | 'release' | 'pay' | 'reject';

/** Writes who decided what. */
export async function noteDecision(tx: Tx, invoiceId: string, act: Act, note = ''): Promise<void> {
  await tx.rows(sql`
    insert into invoice_decision (invoice_id, act, person_id, on_behalf_of, at, note)
    values (${invoiceId}, ${act}, ${tx.actor.personId}, ${tx.onBehalfOf}::uuid, ${tx.now}, ${note})`);
}

/** Moves the invoice to its next state: what waited for the decision is done, the next act is asked for. */
export async function moveTo(tx: Tx, invoiceId: string, state: InvoiceState): Promise<void> {
  await tx.rows(sql`update invoice set state = ${state} where id = ${invoiceId}`);
  const shown = state === 'paid' ? 'done' : state === 'rejected' ? 'cancelled' : 'in-execution';
  await tx.rows(sql`update document set state = ${shown}, version = version + 1 where id = ${invoiceId}`);
  await finishTasks(tx, invoiceId, ['execute', 'control']);
  await askNext(tx, invoiceId, state);
}

/** A decision that moves the invoice on. */
export async function decide(tx: Tx, invoiceId: string, act: Act, state: InvoiceState, note = ''): Promise<void> {
  await noteDecision(tx, invoiceId, act, note);
  await moveTo(tx, invoiceId, state);
}

/** Gives the next act to whoever holds its role and has not acted on the invoice yet; to nobody when there is no such person. */
async function askNext(tx: Tx, invoiceId: string, state: InvoiceState): Promise<void> {
  const ask = askIn(state);
  if (!ask?.role) return;
  const next = await tx.row<{ id: string }>(sql`
    select r.person_id as id from role_assignment r
     where r.role = ${ask.role} and ${tx.today}::date >= r.valid_from and (r.valid_to is null or ${tx.today}::date <= r.valid_to)
       and (${state} = 'for-payment' or r.person_id not in (select person_id from invoice_decision where invoice_id = ${invoiceId}))
     order by r.valid_from, r.person_id limit 1`);
  if (next) await giveTask(tx, { documentId: invoiceId, kind: ask.kind, personId: next.id, text: ask.text });
}
