import type { Tx } from '#kernel';
import { config } from '#platform';
import sql from 'sql-template-tag';
import type { SessionView } from '../contract.ts';

export async function sessionView(tx: Tx, csrfToken: string): Promise<SessionView> {
  const { personId, institutionId, actsFor, grants, locale } = tx.actor;
  const people = await tx.rows<{ id: string; name: string; jobTitle: string; unitName: string | null }>(sql`
    select p.id, p.given_name || ' ' || p.family_name as name, p.job_title as "jobTitle", u.name as "unitName"
      from person p left join unit u on u.id = p.unit_id where p.id = any(${actsFor})`);
  const institution = await tx.row<{ id: string; name: string }>(
    sql`select id, name from institution where id = ${institutionId}`,
  );
  const substitutes = people.filter(({ id }) => id !== personId).map(({ id, name }) => ({ id, name }));
  return {
    person: people.find(({ id }) => id === personId)!,
    institution: institution!,
    locale,
    permissions: [...new Set(grants.map(({ permission }) => permission))],
    substitutes,
    csrfToken,
    isDemonstration: config().DEMO === '1',
  };
}
