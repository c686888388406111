import { Injectable } from '@nestjs/common';
import { systemActor } from '#kernel';
import { Mailer, Transactions } from '#platform';
import sql from 'sql-template-tag';
import { mailOf, readers, wanted, type Line, type Reader } from '../by-email.ts';
import { textOf } from '../texts.ts';

type Waiting = Line & Reader & { id: string };

/** News that its reader wants by e-mail at once; called when it was told. */
@Injectable()
export class SendAtOnce {
  constructor(
    private readonly transactions: Transactions,
    private readonly mailer: Mailer,
  ) {}

  /** Writes of these facts to whoever wants it. Safe to repeat. @throws Error when one could not be sent: the job is tried again */
  async send(institutionId: string, factIds: readonly string[]): Promise<void> {
    const system = systemActor(institutionId);
    // Taken before it is sent, so that two who are told at once do not both write.
    const waiting = await this.transactions.run(system, (tx) =>
      tx.rows<Waiting>(sql`
        with taken as (
          update notification set mailed_at = ${tx.now} where id in (
            select n.id from notification n ${readers(tx)}
             where n.fact_id = any(${[...factIds]}::uuid[]) and n.mailed_at is null and n.read_at is null and ${wanted('at-once')}
               for update of n skip locked)
          returning *)
        select n.id, n.type, n.document_id as "documentId", n.due_on as "dueOn", p.email, a.locale, i.email as "institutionEmail"
          from taken n ${readers(tx)}`),
    );
    let failure: unknown;
    for (const news of waiting) {
      try {
        const subject = textOf(news.type)[news.locale];
        await this.mailer.notify(mailOf(news, { subject, lines: [news], id: `news-${news.id}` }));
      } catch (error) {
        failure = error;
        await this.transactions.run(system, (tx) =>
          tx.rows(sql`update notification set mailed_at = null where id = ${news.id}`),
        );
      }
    }
    if (failure) throw failure;
  }
}
