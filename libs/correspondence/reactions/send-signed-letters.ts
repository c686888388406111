import { Injectable } from '@nestjs/common';
import { routeCompleted } from '#approval/facts';
import { Document, registerReserved } from '#documents';
import { chooseChannel, queueDispatch } from '#exchange';
import { dispatchSent } from '#exchange/facts';
import { systemActor } from '#kernel';
import { OnEvent, Transactions, type JournalEntry } from '#platform';

import { markSent } from '../commands/mark-sent.ts';
import { OUTGOING } from '../kinds.ts';
import { Letter } from '../letter.entity.ts';

/** A letter or statement whose route is completed is registered and handed to the channel that the addressee's data decide. */
@Injectable()
export class SendSignedLetters {
  constructor(private readonly transactions: Transactions) {}

  @OnEvent(routeCompleted.type)
  async dispatch({ institutionId, subjectId: documentId }: JournalEntry) {
    await this.transactions.run(systemActor(institutionId), async (tx) => {
      const document = await tx.db.findOneByOrFail(Document, { id: documentId });
      if (!OUTGOING.some(({ name }) => name === document.kind) || document.state === 'sent') return;
      const letter = await tx.db.findOneByOrFail(Letter, { id: documentId });
      if (!document.registeredAt) await registerReserved(tx, document);
      await tx.db.update(Document, documentId, { state: 'signed' });
      const { channel, address } = await chooseChannel(tx, document.counterpartyId, letter.correspondentAddress);
      await queueDispatch(tx, { documentId, channel, recipient: letter.correspondent, address });
    });
  }

  @OnEvent(dispatchSent.type)
  async sent({ institutionId, subjectId: documentId, data }: JournalEntry) {
    await this.transactions.run(systemActor(institutionId), (tx) => markSent(tx, documentId, String(data['channel'])));
  }
}
