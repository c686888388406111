import type { Locale } from '#kernel';
import { latvianDate, type Tx } from '#kernel';
import { config } from '#platform';
import sql, { type Sql } from 'sql-template-tag';
import type { EmailChoice } from './contract.ts';
import { pageOf, textOf } from './texts.ts';

/** A notification's kind, as people choose by it; SQL over the alias `n`. */
const kind = sql`case when n.type in ('step.refused', 'dispatch.failed') then 'returned' when n.type like 'task.%' then 'tasks'
  when n.type like 'step.%' then 'approvals' else 'terms' end`;

/** "Its reader wants it by e-mail in this way", over the aliases `n` and `s` (notification_setting). */
export const wanted = (choice: EmailChoice): Sql => sql`s.email ->> (${kind}) = ${choice}`;

export interface Mail {
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** The same for every try, so that a receiver drops repetitions. */
  readonly messageId: string;
}

export interface Line {
  readonly type: string;
  readonly documentId: string | null;
  readonly dueOn: string | null;
}

export interface Reader {
  readonly email: string;
  readonly locale: Locale;
  readonly institutionEmail: string;
}

const SHOWN = 50;

/** E-mail is not a safe place: it tells what waits and links to it, no titles, no names. */
export function mailOf(
  { email, locale, institutionEmail }: Reader,
  { subject, lines, id }: { subject: string; lines: readonly Line[]; id: string },
): Mail {
  const isLatvian = locale === 'lv';
  const shown = lines.slice(0, SHOWN).map(({ type, documentId, dueOn }) => {
    const due = dueOn ? (isLatvian ? ` (termiņš ${latvianDate(dueOn)})` : ` (due ${latvianDate(dueOn)})`) : '';
    const page = pageOf(type, documentId);
    const link = page ? `\n  ${config().PUBLIC_URL}${page}` : '';
    return `- ${textOf(type)[locale]}${due}${link}`;
  });
  const left = lines.length - SHOWN;
  const more = left > 0 ? [isLatvian ? `… un vēl ${left}.` : `… and ${left} more.`] : [];
  const ending = isLatvian
    ? `Šo vēstuli sagatavoja dokumentu vadības sistēma. Kad un par ko tā raksta, izvēlaties pats: ${config().PUBLIC_URL}/notifications`
    : `This message was prepared by the document management system. You choose when and of what it writes: ${config().PUBLIC_URL}/notifications`;
  return {
    from: institutionEmail,
    to: email,
    subject,
    text: [isLatvian ? 'Labdien!' : 'Good day!', '', ...shown, ...more, '', ending, ''].join('\n'),
    messageId: `<${id}@${institutionEmail.split('@')[1] ?? 'aprite'}>`,
  };
}

/** The people's part of a question about notifications `n`: the reader, where mail goes, in what language. */
export const readers = (tx: Tx): Sql => sql`
  join person p on p.id = n.person_id join account a on a.person_id = p.id join institution i on i.id = p.institution_id
  join notification_setting s on s.person_id = p.id and p.email <> '' and (p.active_until is null or p.active_until >= ${tx.today}::date)`;
