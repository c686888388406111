import { Injectable } from '@nestjs/common';
import { Composer } from '#documents';
import { systemActor } from '#kernel';
import { OnEvent, Transactions, type JournalEntry } from '#platform';
import { sendLeaveRequest } from '../commands/send-leave-request.ts';
import { leaveRequested } from '../facts.ts';

/** A registered request gets its paper and goes to the head. */
@Injectable()
export class SendLeaveRequest {
  constructor(
    private readonly transactions: Transactions,
    private readonly composer: Composer,
  ) {}

  @OnEvent(leaveRequested.type)
  async send({ institutionId, subjectId }: Pick<JournalEntry, 'institutionId' | 'subjectId'>) {
    const system = systemActor(institutionId);
    await this.composer.compose(system, subjectId);
    await this.transactions.run(system, (tx) => sendLeaveRequest(tx, subjectId));
  }
}
