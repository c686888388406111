import { Injectable } from '@nestjs/common';
import { documentFiled } from '#documents/facts';
import { systemActor } from '#kernel';
import { OnEvent, Transactions, type JournalEntry } from '#platform';
import { startRetention } from '../commands/start-retention.ts';

/** Retention begins when a document is filed in its case. */
@Injectable()
export class KeepRetention {
  constructor(private readonly transactions: Transactions) {}

  @OnEvent(documentFiled.type)
  async filed({ institutionId, at, data }: JournalEntry<{ caseId: string }>): Promise<void> {
    await this.transactions.run(systemActor(institutionId), (tx) => startRetention(tx, data.caseId, new Date(at)));
  }
}
