import { addWorkingDays, v7, type Actor, type Tx } from '#kernel';
import { giveTask } from '#approval';
import { may, type RoleName } from '#organisation';
import sql from 'sql-template-tag';
import { ASKS } from './asks.ts';
import { problems } from './problems.ts';

/** Working days that the receiver of goods has; the invoice's own term stands beside it. */
const APPROVAL_DAYS = 3;

export interface Approval {
  id: string;
  personId: string;
  /** `receiver` of the whole, `line`: of some lines, `amount`: asked because of the sum. */
  reason: 'receiver' | 'line' | 'amount';
  lines: number[];
  above: string | null;
  doneAt: Date | null;
}

export const approvalsOf = (tx: Tx, invoiceId: string): Promise<Approval[]> =>
  tx.rows(sql`
    select id, person_id as "personId", reason, lines, above, done_at as "doneAt"
      from invoice_approval where invoice_id = ${invoiceId} order by asked_at, reason desc, id`);

/**
 * The open approvals that the actor may give: those asked of the actor or of whom the actor substitutes; the head of the unit gives
 * the receiver's one in anybody's place.
 */
export const approvalsFor = (actor: Actor, unitId: string, approvals: readonly Approval[]): Approval[] =>
  approvals.filter(
    ({ doneAt, personId, reason }) =>
      !doneAt && (actor.actsFor.includes(personId) || (reason === 'receiver' && may(actor, 'resolve', unitId))),
  );

type Asked = Pick<Approval, 'personId' | 'reason'> & Partial<Pick<Approval, 'lines' | 'above'>>;

/** Asks a person to approve, with a task in the inbox; who was asked for the same already gets the lines added. */
export async function askApproval(tx: Tx, invoiceId: string, asked: Asked): Promise<void> {
  const { personId, reason, lines = [], above = null } = asked;
  const open = await tx.row(sql`
    update invoice_approval set lines = array(select distinct unnest(lines || ${lines}::int[]) order by 1)
     where invoice_id = ${invoiceId} and person_id = ${personId} and reason = ${reason} and done_at is null returning id`);
  if (open) return;
  const { kind, text } = reason === 'amount' ? ASKS.amount : ASKS.registered;
  const dueOn = addWorkingDays(tx.today, APPROVAL_DAYS);
  const taskId = await giveTask(tx, { documentId: invoiceId, kind, personId, dueOn, text });
  await tx.rows(sql`
    insert into invoice_approval (id, invoice_id, person_id, reason, lines, above, task_id, asked_at)
    values (${v7(tx.now)}, ${invoiceId}, ${personId}, ${reason}, ${lines}::int[], ${above}, ${taskId}, ${tx.now})`);
}

/**
 * The first limit of amount that nobody has answered for yet: an invoice above it needs the approval of a holder of its role, unless one of
 * those who approved holds that role. @throws Problem nobody-for-limit (409)
 */
export async function limitToAsk(
  tx: Tx,
  invoiceId: string,
  amount: string,
): Promise<{ above: string; personId: string } | undefined> {
  const limits = await tx.rows<{ above: string; role: RoleName; personId: string | null; isMet: boolean }>(sql`
    with holder as (
      select r.role, r.person_id, r.valid_from from role_assignment r
       where r.valid_from <= ${tx.today}::date and (r.valid_to is null or r.valid_to >= ${tx.today}::date))
    select l.above, l.role,
           (select h.person_id from holder h where h.role = l.role order by h.valid_from, h.person_id limit 1) as "personId",
           exists (select from invoice_approval a join holder h on h.person_id in (a.done_by, a.on_behalf_of) and h.role = l.role
                    where a.invoice_id = ${invoiceId} and a.done_at is not null) as "isMet"
      from invoice_limit l
     where abs(${amount}::numeric) > l.above and ${tx.today}::date >= l.valid_from and (l.valid_to is null or ${tx.today}::date <= l.valid_to)
     order by l.above`);
  const next = limits.find(({ isMet }) => !isMet);
  if (!next) return undefined;
  if (!next.personId) throw problems.nobodyForLimit({ role: next.role, above: next.above });
  return { above: next.above, personId: next.personId };
}
