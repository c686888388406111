import type { Actor } from '#kernel';
import type { Transactions } from '#platform';
import sql from 'sql-template-tag';
import { providerNamed } from '../adapters/providers.ts';
import { toSignOf } from './make-signature.ts';
import { itemsOf, lockSession, newState } from './session.ts';

/** Where the credential asks for consent on the service's pages, finds the way there and keeps it in the session. */
export async function departToConsent(transactions: Transactions, me: Actor, sessionId: string): Promise<void> {
  const { session, items, provider } = await transactions.run(me, async (tx) => {
    const found = await lockSession(tx, sessionId);
    return { session: found, items: await itemsOf(tx, sessionId), provider: await providerNamed(tx, found.provider) };
  });
  const credential = session.remote?.credential;
  if (provider.holds !== 'service' || session.state !== 'prepared' || credential?.consent !== 'pages') return;
  const all = items.flatMap(({ state, prepared }) => (state === 'prepared' && prepared ? [toSignOf(prepared)] : []));
  const state = newState(sessionId);
  const departure = await provider.departToConsent(credential, all, state);
  const remote = JSON.stringify({ credential, state, departure });
  await transactions.run(me, async (tx) => {
    await lockSession(tx, sessionId);
    await tx.rows(
      sql`update signing_session set remote = ${remote}::jsonb where id = ${sessionId} and state = 'prepared'`,
    );
  });
}
