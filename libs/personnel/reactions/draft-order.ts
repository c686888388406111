import { Injectable } from '@nestjs/common';
import { routeCompleted } from '#approval/facts';
import { Composer, Document } from '#documents';
import { systemActor } from '#kernel';
import { OnEvent, Transactions, type JournalEntry } from '#platform';
import { draftLeaveOrder } from '../commands/draft-leave-order.ts';
import { sendOrder } from '../commands/send-order.ts';
import { orderDrafted } from '../facts.ts';
import { leaveRequest } from '../kinds.ts';

type Entry = Pick<JournalEntry, 'institutionId' | 'subjectId'>;

/** An agreed request becomes an order, a drafted order gets its paper and goes to be signed. */
@Injectable()
export class DraftOrder {
  constructor(
    private readonly transactions: Transactions,
    private readonly composer: Composer,
  ) {}

  @OnEvent(routeCompleted.type)
  async draft({ institutionId, subjectId }: Entry) {
    await this.transactions.run(systemActor(institutionId), async (tx) => {
      const { kind, state } = await tx.db.findOneByOrFail(Document, { id: subjectId });
      if (kind === leaveRequest.name && state === 'in-approval') await draftLeaveOrder(tx, subjectId);
    });
  }

  @OnEvent(orderDrafted.type)
  async send({ institutionId, subjectId }: Entry) {
    const system = systemActor(institutionId);
    const isNew = await this.transactions.run(system, async (tx) => {
      const { state } = await tx.db.findOneByOrFail(Document, { id: subjectId });
      return state === 'draft';
    });
    if (!isNew) return;
    await this.composer.compose(system, subjectId);
    await this.transactions.run(system, (tx) => sendOrder(tx, subjectId));
  }
}
