import type { Actor, Tx } from '#kernel';
import type { Transactions } from '#platform';
import sql from 'sql-template-tag';
import type { AwaitedValues, Consent, ToSign, TrustService } from '../adapters/signature-provider.ts';
import { problems } from '../problems.ts';
import { claimFrom, type Session } from './session.ts';

/** Null when the service has taken the request and still works on it; by which name it did so is kept before anything is waited for. */
export async function valuesFromService(
  transactions: Transactions,
  me: Actor,
  service: TrustService,
  { id, remote }: Session,
  all: readonly ToSign[],
  consent: Consent,
): Promise<Uint8Array[] | null> {
  const { credential, awaited } = remote ?? {};
  if (credential && awaited) return service.collect(credential, awaited, { count: all.length, isPatient: false });
  const isConsented =
    credential?.consent === 'none' || (credential?.consent === 'pages' ? consent.code : consent.answers?.length);
  if (!credential || !isConsented) throw problems.signatureValueMissing();
  const made = await service.sign(credential, all, consent);
  if (!('responseId' in made)) return made;
  await transactions.run(me, (tx) => keepAwaited(tx, id, made));
  return service.collect(credential, made, { count: all.length, isPatient: true });
}

/** What the service keeps for us ends with the session. */
const keepAwaited = (tx: Tx, sessionId: string, awaited: AwaitedValues) =>
  tx.rows(sql`
    update signing_session set remote = remote || ${JSON.stringify({ awaited })}::jsonb, claimed_until = ${claimFrom(tx.now)},
           expires_at = ${awaited.until} where id = ${sessionId} and state = 'signing'`);

/** Leaves the session waiting for the service, whom the system asks again; false when nothing is awaited. */
export async function awaitFurther(tx: Tx, sessionId: string, reason: string): Promise<boolean> {
  const awaiting = await tx.rows(sql`
    update signing_session set reason = ${reason}, claimed_until = null
     where id = ${sessionId} and state = 'signing' and remote->'awaited' is not null returning id`);
  return awaiting.length > 0;
}
