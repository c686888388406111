import { Injectable } from '@nestjs/common';
import { systemActor } from '#kernel';
import { OnEvent, Transactions, type JournalEntry } from '#platform';
import { Couriers } from '../adapters/couriers.ts';
import { Undeliverable } from '../adapters/courier.ts';
import { claimDispatch, markSent, markTryFailed, TRIES } from '../commands/attempt-dispatch.ts';
import { dispatchQueued } from '../facts.ts';

/** Sends what was queued, outside any transaction; the queue tries again with growing pauses. */
@Injectable()
export class SendDispatches {
  constructor(
    private readonly transactions: Transactions,
    private readonly couriers: Couriers,
  ) {}

  @OnEvent(dispatchQueued.type)
  async send({ institutionId, data }: JournalEntry<{ dispatchId: string; channel: string }>) {
    const courier = this.couriers.of(data.channel);
    // Post and in person: people hand it over and say so.
    if (!courier) return;
    const actor = systemActor(institutionId);
    const sending = await this.transactions.run(actor, (tx) => claimDispatch(tx, data.dispatchId));
    if (!sending) return;
    if (sending === 'busy') throw new Error('Another worker is sending this dispatch.');
    let externalId: string;
    try {
      externalId = await courier.deliver(sending);
    } catch (error) {
      const isFinal = error instanceof Undeliverable || sending.attempts >= TRIES;
      await this.transactions.run(actor, (tx) => markTryFailed(tx, sending, (error as Error).message, isFinal));
      if (isFinal) return;
      throw error;
    }
    await this.transactions.run(actor, (tx) => markSent(tx, sending, externalId));
  }
}
