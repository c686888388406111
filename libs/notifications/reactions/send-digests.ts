import { Injectable } from '@nestjs/common';
import type { Tx } from '#kernel';
import { Every, log, Mailer, Transactions } from '#platform';
import sql from 'sql-template-tag';
import { mailOf, readers, wanted, type Line, type Mail, type Reader } from '../by-email.ts';

interface Unread extends Reader {
  personId: string;
  lines: Line[];
}

/** Each working morning one e-mail to everybody who asked for it and has something unread of the kinds chosen. */
@Injectable()
export class SendDigests {
  constructor(
    private readonly transactions: Transactions,
    private readonly mailer: Mailer,
  ) {}

  @Every('30 7 * * 1-5')
  async send(): Promise<void> {
    await this.transactions.eachInstitution(async (system) => {
      const { people, today } = await this.transactions.run(system, async (tx) => ({
        people: await unread(tx),
        today: tx.today,
      }));
      for (const person of people) {
        try {
          await this.mailer.notify(digest(person, today));
          await this.transactions.run(system, (tx) =>
            tx.rows(
              sql`update notification_setting set digest_sent_on = ${today} where person_id = ${person.personId}`,
            ),
          );
        } catch (error) {
          // One refused address must not keep the others from their mail; the next morning tries again.
          log.warn({ err: error }, 'a digest could not be sent');
        }
      }
    });
  }
}

const unread = (tx: Tx): Promise<Unread[]> =>
  tx.rows<Unread>(sql`
    select p.id as "personId", p.email, a.locale, i.email as "institutionEmail",
           json_agg(json_build_object('type', n.type, 'documentId', n.document_id, 'dueOn', n.due_on) order by n.at desc) as lines
      from notification n ${readers(tx)}
     where n.read_at is null and ${wanted('digest')} and s.digest_sent_on is distinct from ${tx.today}::date
     group by p.id, a.locale, i.email`);

function digest(person: Unread, today: string): Mail {
  const { locale, lines, personId } = person;
  const subject = `${locale === 'lv' ? 'Jūs gaida nelasīti paziņojumi' : 'Unread notifications'}: ${lines.length}`;
  return mailOf(person, { subject, lines, id: `digest-${personId}-${today}` });
}
