import { Injectable } from '@nestjs/common';
import { giveTask, Task } from '#approval';
import { taskDone } from '#approval/facts';
import { systemActor } from '#kernel';
import { loadActor } from '#organisation';
import { OnEvent, Transactions, type JournalEntry } from '#platform';
import sql from 'sql-template-tag';
import { ASKS } from '../asks.ts';
import { approveInvoice } from '../commands/approve-invoice.ts';
import type { InvoiceState } from '../contract.ts';

interface Situation {
  task: Task;
  state: InvoiceState;
  approverId: string | null;
}

/**
 * A task of an invoice ended in the inbox instead of on the invoice: the receiver's report is the approval; any other act is still to be
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
    const found = await this.transactions.run(system, async (tx) => {
      const invoice = await tx.row<Omit<Situation, 'task'>>(sql`
        select i.state, i.approver_id as "approverId" from invoice i
         where i.id = ${subjectId} and i.state not in ('paid', 'rejected') and not exists (
           select from task t where t.document_id = i.id and t.state = 'open' and t.kind in ('execute', 'control'))
           and not exists (select from invoice_decision n join task t on t.id = ${String(data['taskId'])}
                            where n.invoice_id = i.id and n.at >= t.done_at)`);
      const task = invoice && (await tx.db.findOneBy(Task, { id: String(data['taskId']) }));
      if (!task || task.text !== ASKS[invoice.state]?.text) return undefined;
      const actor = await loadActor(tx.db, { personId: actorId, institutionId, locale: 'lv' });
      return { ...invoice, task, actor };
    });
    if (!found) return;
    const { state, approverId, task, actor } = found;
    if (state === 'registered' && task.personId === approverId) {
      return this.transactions.run(actor, (tx) => approveInvoice(tx, subjectId, task.report ?? ''));
    }
    const { kind, personId, text, dueOn } = task;
    await this.transactions.run(system, (tx) => giveTask(tx, { documentId: subjectId, kind, personId, text, dueOn }));
  }
}
