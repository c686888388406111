import { Injectable } from '@nestjs/common';
import { latvianDate, systemActor, type Locale, type Tx } from '#kernel';
import { config, Every, log, Transactions } from '#platform';
import sql from 'sql-template-tag';
import { DataSource } from 'typeorm';
import { Mailer, type Mail } from '../adapters/mailer.ts';
import { textOf } from '../texts.ts';

interface Unread {
  personId: string;
  email: string;
  locale: Locale;
  institutionEmail: string;
  lines: { type: string; documentId: string | null; dueOn: string | null }[];
}

/** Each working morning one e-mail to everybody who asked for it and has something unread. */
@Injectable()
export class SendDigests {
  constructor(
    private readonly transactions: Transactions,
    private readonly dataSource: DataSource,
    private readonly mailer: Mailer,
  ) {}

  @Every('30 7 * * 1-5')
  async send(): Promise<void> {
    const institutions = await this.dataSource.query<{ id: string }[]>('select id from institutions()');
    for (const { id } of institutions) {
      const system = systemActor(id);
      const { people, today } = await this.transactions.run(system, async (tx) => ({
        people: await unread(tx),
        today: tx.today,
      }));
      for (const person of people) {
        try {
          await this.mailer.send(digest(person, today));
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
    }
  }
}

const unread = (tx: Tx): Promise<Unread[]> =>
  tx.rows<Unread>(sql`
    select p.id as "personId", p.email, a.locale, i.email as "institutionEmail",
           json_agg(json_build_object('type', n.type, 'documentId', n.document_id, 'dueOn', n.due_on) order by n.at desc) as lines
      from notification_setting s join person p on p.id = s.person_id join account a on a.person_id = p.id
      join institution i on i.id = p.institution_id join notification n on n.person_id = p.id and n.read_at is null
     where s.digest and p.email <> '' and s.digest_sent_on is distinct from ${tx.today}::date
       and (p.active_until is null or p.active_until >= ${tx.today}::date)
     group by p.id, a.locale, i.email`);

/** E-mail is not a safe place: it tells what waits and links to it, no titles, no names. */
export function digest({ personId, email, locale, institutionEmail, lines }: Unread, today: string): Mail {
  const isLatvian = locale === 'lv';
  const shown = lines.slice(0, 50).map(({ type, documentId, dueOn }) => {
    const due = dueOn ? (isLatvian ? ` (termiņš ${latvianDate(dueOn)})` : ` (due ${latvianDate(dueOn)})`) : '';
    const link = documentId ? `\n  ${config().PUBLIC_URL}/documents/${documentId}` : '';
    return `- ${textOf(type)[locale]}${due}${link}`;
  });
  const more =
    lines.length > 50 ? [isLatvian ? `… un vēl ${lines.length - 50}.` : `… and ${lines.length - 50} more.`] : [];
  const ending = isLatvian
    ? 'Šo vēstuli sagatavoja dokumentu vadības sistēma. Atteikties no tās varat sistēmas paziņojumu iestatījumos.'
    : 'This message was prepared by the document management system. You can turn it off in its notification settings.';
  return {
    from: institutionEmail,
    to: email,
    subject: isLatvian ? `Jūs gaida nelasīti paziņojumi: ${lines.length}` : `Unread notifications: ${lines.length}`,
    text: [isLatvian ? 'Labrīt!' : 'Good morning!', '', ...shown, ...more, '', ending, ''].join('\n'),
    messageId: `<digest-${personId}-${today}@${institutionEmail.split('@')[1] ?? 'aprite'}>`,
  };
}
