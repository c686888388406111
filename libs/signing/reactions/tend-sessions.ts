import { Injectable } from '@nestjs/common';
import { FileStore } from '#files';
import { Problem, type Actor, type Tx } from '#kernel';
import { loadActor } from '#organisation';
import { Every, log, Transactions } from '#platform';
import sql from 'sql-template-tag';
import { completeSigning } from '../commands/complete-signing.ts';
import { endSession } from '../commands/session.ts';

/** Nothing waits for ever: each minute what ran out ends, what was interrupted waits for the person again, and what was received, or is awaited from a service, is finished. */
@Injectable()
export class TendSessions {
  constructor(
    private readonly transactions: Transactions,
    private readonly store: FileStore,
  ) {}

  @Every('* * * * *')
  async tend(): Promise<void> {
    await this.transactions.eachInstitution(async (system) => {
      const received = await this.transactions.run(system, async (tx) => {
        await endExpired(tx);
        await releaseInterrupted(tx);
        return toFinish(tx);
      });
      for (const { sessionId, personId } of received) await this.finish(system, sessionId, personId);
    });
  }

  /** In the name of the person who signed; what they may do is read anew. */
  private async finish(system: Actor, sessionId: string, personId: string): Promise<void> {
    const { institutionId } = system;
    const me: Actor = await this.transactions.run(system, (tx) =>
      loadActor(tx.db, { personId, institutionId, locale: 'lv' }),
    );
    await completeSigning(this.transactions, this.store, me, sessionId).catch((error: unknown) => {
      if (!(error instanceof Problem)) throw error;
      log.warn({ sessionId, problem: error.kind }, 'a signing was not brought to its end');
    });
  }
}

async function endExpired(tx: Tx): Promise<void> {
  const expired = await tx.rows<{ id: string; isAwaited: boolean }>(sql`
    select id, remote->'awaited' is not null as "isAwaited" from signing_session where state in ('identifying', 'prepared', 'signing') and expires_at < ${tx.now}
       and coalesce(claimed_until, '-infinity') < ${tx.now} for update skip locked`);
  for (const { id, isAwaited } of expired)
    await endSession(tx, id, 'expired', isAwaited ? 'trust-service-unavailable' : 'signing-expired');
}

const releaseInterrupted = (tx: Tx) =>
  tx.rows(sql`
    update signing_session set state = 'prepared', reason = 'signing-interrupted', claimed_until = null
     where state = 'signing' and claimed_until < ${tx.now} and remote->'awaited' is null`);

const toFinish = (tx: Tx) =>
  tx.rows<{ sessionId: string; personId: string }>(sql`
    select id as "sessionId", person_id as "personId" from signing_session
     where (state = 'finishing' or state = 'signing' and remote->'awaited' is not null)
       and coalesce(claimed_until, '-infinity') < ${tx.now} order by id limit 100`);
