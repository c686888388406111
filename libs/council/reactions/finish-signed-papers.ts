import { Injectable } from '@nestjs/common';
import { routeCompleted } from '#approval/facts';
import { giveTask } from '#approval';
import { fileInChosenCase } from '#documents';
import { systemActor, type Tx } from '#kernel';
import { OnEvent, Transactions, type JournalEntry } from '#platform';
import sql from 'sql-template-tag';

const KINDS = ['council-protocol', 'committee-protocol', 'closed-protocol', 'council-decision'];

/** A protocol or decision that carries all its signatures: signed, filed in its case, and the executor of a decision gets the task. */
@Injectable()
export class FinishSignedPapers {
  constructor(private readonly transactions: Transactions) {}

  @OnEvent(routeCompleted.type)
  async finish({ institutionId, subjectId: documentId }: Pick<JournalEntry, 'institutionId' | 'subjectId'>) {
    await this.transactions.run(systemActor(institutionId), async (tx) => {
      const paper = await tx.row<{ kind: string }>(
        sql`select kind from document where id = ${documentId} and kind = any(${KINDS}) for update`,
      );
      if (!paper) return;
      await tx.rows(sql`update document set state = 'signed', version = version + 1
        where id = ${documentId} and state in ('draft', 'in-approval', 'to-sign')
          and not exists (select from step where document_id = ${documentId} and act = 'sign' and state in ('refused', 'open', 'waiting'))`);
      await fileInChosenCase(tx, documentId);
      if (paper.kind === 'council-decision') await giveTasks(tx, documentId);
    });
  }
}

/** Execution and control as the draft named them, once. */
async function giveTasks(tx: Tx, decisionId: string): Promise<void> {
  const draft = await tx.row<{ executorId: string | null; controllerId: string | null; dueOn: string | null }>(sql`
    select c.executor_id as "executorId", c.controller_id as "controllerId", c.due_on as "dueOn"
      from council_decision k join council_draft c on c.id = k.draft_id where k.id = ${decisionId}
       and not exists (select from task t where t.document_id = k.id)`);
  if (!draft) return;
  const { executorId, controllerId, dueOn } = draft;
  if (executorId)
    await giveTask(tx, {
      documentId: decisionId,
      kind: 'execute',
      personId: executorId,
      isLead: true,
      text: 'Izpildīt domes lēmumu',
      dueOn,
    });
  if (controllerId)
    await giveTask(tx, {
      documentId: decisionId,
      kind: 'control',
      personId: controllerId,
      text: 'Kontrolēt domes lēmuma izpildi',
      dueOn,
    });
}
