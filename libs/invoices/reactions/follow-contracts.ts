import { Injectable } from '@nestjs/common';
import { routeCompleted } from '#approval/facts';
import { systemActor } from '#kernel';
import { OnEvent, Transactions, type JournalEntry } from '#platform';
import { signaturesChecked } from '#signing/facts';
import { concludeBySignatures, endRoute } from '../commands/conclude-contract.ts';

/** Where a contract stands follows from its route and from what the validation of its files found. */
@Injectable()
export class FollowContracts {
  constructor(private readonly transactions: Transactions) {}

  @OnEvent(routeCompleted.type)
  async routeEnded({ institutionId, subjectId }: JournalEntry) {
    await this.transactions.run(systemActor(institutionId), (tx) => endRoute(tx, subjectId));
  }

  @OnEvent(signaturesChecked.type)
  async checked({ institutionId, subjectId }: JournalEntry) {
    await this.transactions.run(systemActor(institutionId), (tx) => concludeBySignatures(tx, subjectId));
  }
}
