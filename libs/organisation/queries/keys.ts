import type { Tx } from '#kernel';
import sql from 'sql-template-tag';
import type { KeyView } from '../contract.ts';
import { assertMay } from '../may.ts';

/** The keys by which other systems sign in, also those whose time is over until they are revoked; the keys themselves are told once only. */
export async function keys(tx: Tx): Promise<KeyView[]> {
  assertMay(tx, 'administer');
  const rows = await tx.rows<Omit<KeyView, 'issuedAt' | 'expiresAt'> & { issuedAt: Date; expiresAt: Date }>(sql`
    select s.person_id as id, s.name, (select r.role from role_assignment r where r.person_id = s.person_id limit 1) as role,
           s.created_at as "issuedAt", s.expires_at as "expiresAt", s.expires_at <= ${tx.now} as "isOver"
      from session s where s.name is not null order by s.name collate "lv-x-icu", s.created_at`);
  return rows.map((row) => ({
    ...row,
    issuedAt: row.issuedAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
  }));
}
