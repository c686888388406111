import { Injectable } from '@nestjs/common';
import { Composer, Document, giveNumber, kindOf, registerReserved } from '#documents';
import { systemActor, type Tx } from '#kernel';
import { OnEvent, Transactions, type JournalEntry } from '#platform';
import sql from 'sql-template-tag';
import { mainFileOf } from '../commands/complete-step.ts';
import { routeCompleted, stepOpened } from '../facts.ts';

/**
 * A paper must carry its number before it is signed: when a route reaches *sign*, the number is reserved and the paper is set anew
 * with it. When the route is completed, the document is registered under that number.
 */
@Injectable()
export class PrepareForSigning {
  constructor(
    private readonly transactions: Transactions,
    private readonly composer: Composer,
  ) {}

  @OnEvent(stepOpened.type)
  async reserveNumber({ institutionId, subjectId: documentId, data }: JournalEntry) {
    if (data['act'] !== 'sign') return;
    const system = systemActor(institutionId);
    const seen = await this.transactions.run(system, async (tx) => {
      const document = await tx.db.findOneByOrFail(Document, { id: documentId });
      if (document.number === null) {
        const filed = await tx.row<{ index: string }>(sql`select index from case_file where id = ${document.caseId}`);
        const { register, caseIndex } = kindOf(document.kind);
        giveNumber(tx, document, register, { caseIndex: filed?.index ?? caseIndex, reserve: true });
      }
      return mainFileOf(tx, documentId);
    });
    await this.composer.compose(system, documentId, { derivedFrom: seen });
    await this.transactions.run(system, (tx) => openForSigning(tx, documentId));
  }

  @OnEvent(routeCompleted.type)
  async register({ institutionId, subjectId: documentId }: JournalEntry) {
    await this.transactions.run(systemActor(institutionId), async (tx) => {
      const document = await tx.db.findOneByOrFail(Document, { id: documentId });
      if (!document.number || document.registeredAt) return;
      await registerReserved(tx, document);
    });
  }
}

/** Signing may begin only now: an unnumbered paper is never signed. An edit meanwhile has sent the sign step back to waiting. */
const openForSigning = (tx: Tx, documentId: string) =>
  tx.rows(sql`
    update document set state = 'to-sign' where id = ${documentId} and state = 'in-approval'
       and exists (select from step where document_id = ${documentId} and act = 'sign' and state = 'open')`);
