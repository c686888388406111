import { latvianDate, type Locale, type Tx } from '#kernel';
import sql from 'sql-template-tag';
import type { Invitation } from '../contract.ts';

interface Letter {
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** The message that brings a one-time link to its holder; nothing when no address is known. */
export async function invitationLetter(
  tx: Tx,
  personId: string,
  { link, until }: Omit<Invitation, 'sentTo'>,
): Promise<Letter | null> {
  const holder = await tx.row<{ to: string; locale: Locale; username: string; from: string; institution: string }>(sql`
    select p.email as "to", a.locale, a.username, i.email as "from", i.name as institution
      from account a join person p on p.id = a.person_id join institution i on i.id = p.institution_id
     where a.person_id = ${personId} and p.email <> ''`);
  if (!holder) return null;
  const { to, from, locale, username, institution } = holder;
  const day = latvianDate(until.slice(0, 10));
  return locale === 'lv'
    ? {
        from,
        to,
        subject: 'Izvēlieties paroli dokumentu vadības sistēmai',
        text: `Labdien!\n\nJūsu lietotājvārds dokumentu vadības sistēmā (${institution}) ir ${username}. Paroli izvēlieties šeit:\n\n${link}\n\nSaite der vienu reizi, līdz ${day} Ja to negaidījāt, sazinieties ar savas iestādes sistēmas administratoru un saiti neatveriet.\n`,
      }
    : {
        from,
        to,
        subject: 'Choose a password for the document management system',
        text: `Good day!\n\nYour user name in the document management system (${institution}) is ${username}. Choose a password here:\n\n${link}\n\nThe link is good once, until ${day} If you did not expect it, tell your institution’s system administrator and do not open the link.\n`,
      };
}
