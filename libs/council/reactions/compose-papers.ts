import { Injectable } from '@nestjs/common';
import { Composer } from '#documents';
import { systemActor } from '#kernel';
import { OnEvent, Transactions, type JournalEntry } from '#platform';
import { papersOf } from '../commands/send-to-sign.ts';
import { sittingClosed } from '../facts.ts';

/** When a sitting is closed its protocol and decisions write themselves; composing the same again changes nothing. */
@Injectable()
export class ComposePapers {
  constructor(
    private readonly transactions: Transactions,
    private readonly composer: Composer,
  ) {}

  @OnEvent(sittingClosed.type)
  async compose({ institutionId, subjectId: sittingId }: Pick<JournalEntry, 'institutionId' | 'subjectId'>) {
    const system = systemActor(institutionId);
    const papers = await this.transactions.run(system, (tx) => papersOf(tx, sittingId, 'draft'));
    for (const { id } of papers) await this.composer.compose(system, id);
  }
}
