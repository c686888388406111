import { Injectable } from '@nestjs/common';
import { routeCompleted } from '#approval/facts';
import { Document } from '#documents';
import { systemActor } from '#kernel';
import { OnEvent, Transactions, type JournalEntry } from '#platform';
import { executeOrder } from '../commands/execute-order.ts';
import { ORDERS } from '../kinds.ts';

/** A signed order comes into force: ledger, substitution, acquaintance. */
@Injectable()
export class ExecuteSignedOrder {
  constructor(private readonly transactions: Transactions) {}

  @OnEvent(routeCompleted.type)
  async execute({ institutionId, subjectId }: Pick<JournalEntry, 'institutionId' | 'subjectId'>) {
    await this.transactions.run(systemActor(institutionId), async (tx) => {
      const { kind } = await tx.db.findOneByOrFail(Document, { id: subjectId });
      if (ORDERS.includes(kind)) await executeOrder(tx, subjectId);
    });
  }
}
