import { randomBytes } from 'node:crypto';
import { problems as common, v7, type Tx } from '#kernel';
import sql from 'sql-template-tag';
import type { NewKey } from '../contract.ts';
import { keyIssued, keyRevoked } from '../facts.ts';
import { assertMay } from '../may.ts';
import { hashToken } from '../session.guard.ts';

/**
 * Issues a key by which another system signs in with the rights of its role (`authorization: Bearer …`). The key is told once; only its hash
 * is kept. The system is a person of its own in the journal.
 */
export async function issueKey(tx: Tx, { name, role, days = 365 }: NewKey): Promise<{ id: string; key: string }> {
  assertMay(tx, 'administer');
  const personId = v7(tx.now);
  const key = randomBytes(32).toString('base64url');
  const expiresAt = new Date(tx.now.getTime() + days * 86_400_000);
  await tx.rows(sql`
    insert into person (id, given_name, family_name, job_title, is_system) values (${personId}, 'Sistēma', ${name}, '', true)`);
  await tx.rows(sql`insert into account (person_id, username) values (${personId}, ${`system.${personId}`})`);
  await tx.rows(sql`insert into role_assignment (id, person_id, role) values (${v7(tx.now)}, ${personId}, ${role})`);
  await tx.rows(sql`
    insert into session (token_hash, person_id, name, created_at, seen_at, expires_at)
    values (${hashToken(key)}, ${personId}, ${name}, ${tx.now}, ${tx.now}, ${expiresAt})`);
  tx.emit(keyIssued(personId, { role }));
  return { id: personId, key };
}

/** Revokes a system's key; its acts stay in the journal. @throws Problem not-found (404) */
export async function revokeKey(tx: Tx, personId: string): Promise<void> {
  assertMay(tx, 'administer');
  const revoked = await tx.row(sql`
    delete from session where person_id = ${personId} and name is not null returning person_id`);
  if (!revoked) throw common.notFound();
  tx.emit(keyRevoked(personId, {}));
}
