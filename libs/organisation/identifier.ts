import { createHmac, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Tx } from '#kernel';
import { config, keepOnce } from '#platform';
import { PERSONAL_IDENTIFIER } from './contract.ts';

/**
 * What is kept of a personal identifier (`PNOLV-010180-12345`, ETSI EN 319 412-1 §5.1.3; a bare Latvian code counts as PNOLV): an HMAC by a
 * key of this installation, which nobody can turn back into the code, and another one in each institution. Null when the text is none.
 * Whoever loses the key (`KEYS_DIR/identifiers.key`, made on first use) must enter the identifiers anew.
 */
export async function identifierHash(tx: Tx, text: string | undefined): Promise<Buffer | null> {
  const { semantics = 'PNOLV', foreign, latvian } = PERSONAL_IDENTIFIER.exec(text ?? '')?.groups ?? {};
  const code = foreign ?? latvian;
  if (!code) return null;
  const key = await keepOnce(join(config().KEYS_DIR, 'identifiers.key'), () => randomBytes(32));
  const identifier = `${semantics}-${code.replaceAll(/[\s-]/g, '')}`.toUpperCase();
  return createHmac('sha256', key).update(`${tx.actor.institutionId} ${identifier}`).digest();
}
