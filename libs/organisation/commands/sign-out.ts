import type { Tx } from '#kernel';
import sql from 'sql-template-tag';
import { signedOut } from '../facts.ts';
import { hashToken } from '../session.guard.ts';

/** Ends this one session; safe to repeat. */
export async function signOut(tx: Tx, token: string): Promise<void> {
  await tx.rows(sql`delete from session where token_hash = ${hashToken(token)}`);
  tx.emit(signedOut(tx.actor.personId, {}));
}
