import { Injectable } from '@nestjs/common';
import { giveTask, Task } from '#approval';
import { taskDone } from '#approval/facts';
import { systemActor } from '#kernel';
import { loadActor } from '#organisation';
import { OnEvent, Transactions, type JournalEntry } from '#platform';
import sql from 'sql-template-tag';
import { askIn } from '../asks.ts';
import { approveInvoice } from '../commands/approve-invoice.ts';
import type { InvoiceState } from '../contract.ts';

interface Situation {
  task: Task;
  state: InvoiceState;
  /** The person whose task it was still owes an approval. */
  owesApproval: boolean;
  /** Somebody else is asked already. */
  isAsked: boolean;
}

/**
 * A task of an invoice ended in the inbox instead of on the invoice: a receiver's report is the approval; any other act is still to be
 * done, so its task is given again.
 */
@Injectable()
export class FollowTasks {
  constructor(private readonly transactions: Transactions) {}

  @OnEvent(taskDone.type)
  async follow({
    institutionId,
    subjectId,
    actorId,
    data,
  }: Pick<JournalEntry, 'institutionId' | 'subjectId' | 'actorId' | 'data'>) {
    const system = systemActor(institutionId);
    const taskId = String(data['taskId']);
    const found = await this.transactions.run(system, async (tx) => {
      const invoice = await tx.row<Omit<Situation, 'task'>>(sql`
        select i.state,
               exists (select from invoice_approval a where a.invoice_id = i.id and a.task_id = ${taskId} and a.done_at is null) as "owesApproval",
               exists (select from task t where t.document_id = i.id and t.state = 'open' and t.kind in ('execute', 'control')) as "isAsked"
          from invoice i
         where i.id = ${subjectId} and i.state not in ('paid', 'rejected')
           and not exists (select from invoice_decision n join task t on t.id = ${taskId} where n.invoice_id = i.id and n.at >= t.done_at)`);
      const task = invoice && (await tx.db.findOneBy(Task, { id: taskId }));
      if (!task) return undefined;
      const actor = await loadActor(tx.db, { personId: actorId, institutionId, locale: 'lv' });
      return { ...invoice, task, actor };
    });
    if (!found) return;
    const { state, owesApproval, isAsked, task, actor } = found;
    if (state === 'registered' && owesApproval) {
      return this.transactions.run(actor, (tx) => approveInvoice(tx, subjectId, task.report ?? ''));
    }
    if (isAsked || task.text !== askIn(state)?.text) return;
    const { kind, personId, text, dueOn } = task;
    await this.transactions.run(system, (tx) => giveTask(tx, { documentId: subjectId, kind, personId, text, dueOn }));
  }
}
