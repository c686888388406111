import type { FileStore } from '#files';
import { knownProblems, Problem, type Actor, type Tx } from '#kernel';
import type { Transactions } from '#platform';
import sql from 'sql-template-tag';
import { providerNamed } from '../adapters/providers.ts';
import type { Consent, SignatureProvider, SigningPerson, ToSign } from '../adapters/signature-provider.ts';
import type { CompleteSigning, SigningView } from '../contract.ts';
import { problems } from '../problems.ts';
import { signingView } from '../queries/signing-view.ts';
import { finishItems } from './finish-items.ts';
import { toSignOf } from './make-signature.ts';
import { claimFrom, HOURS_FOR_TIMESTAMP, isClaimed, itemsOf, lockSession, type Item, type Session } from './session.ts';
import { awaitFurther, valuesFromService } from './values-from-service.ts';

/**
 * The second step: gets the values (from the device, or from who holds the key), puts them into the papers and ends the steps. Every part
 * leaves a trace in the session, so it may be repeated after a crash, a lost answer or a double click: what is done stays done, a received
 * value is never asked for again, and while one process works the others only look. Answers how everything stands.
 * @throws Problem signing-expired, signing-cancelled, signature-value-missing; those of the trust service (the session then waits for
 *   another try); for a single document also why it could not be signed
 */
export async function completeSigning(
  transactions: Transactions,
  store: FileStore,
  me: Actor,
  sessionId: string,
  { signatureValues, answers }: CompleteSigning = {},
  arrived: Consent = {},
): Promise<SigningView> {
  const claimed = await transactions.run(me, (tx) => claim(tx, sessionId));
  if (claimed) {
    const consent = { ...arrived, ...(answers ? { answers } : {}) };
    const devices = signatureValues?.map((value) => Buffer.from(value, 'base64'));
    if (claimed.session.state === 'prepared') await obtainValues(transactions, me, claimed, devices, consent);
    await finishItems(transactions, store, me, sessionId);
  }
  const view = await transactions.run(me, (tx) => signingView(tx, sessionId));
  const [only, another] = view.items;
  if (only?.problem && only.state === 'failed' && !another) throw problemOf(only.problem);
  return view;
}

const problemOf = ({ kind, lv, en }: { kind: string; lv: string; en: string }) =>
  new Problem(kind, knownProblems.get(kind)!.status, { lv, en });

interface Claimed {
  session: Session;
  items: Item[];
  provider: SignatureProvider;
  person: SigningPerson;
}

/** Takes the session for this process; null when it has ended or another process is at work on it. */
async function claim(tx: Tx, sessionId: string): Promise<Claimed | null> {
  const session = await lockSession(tx, sessionId);
  if (session.state === 'completed') return null;
  if (session.state === 'cancelled') throw problems.signingCancelled();
  if (session.state === 'expired' || (session.expiresAt < tx.now && session.state !== 'finishing'))
    throw problems.signingExpired();
  if (isClaimed(session, tx.now)) return null;
  if (session.state === 'identifying') throw problems.signatureValueMissing();
  const isFinishing = session.state === 'finishing';
  await tx.rows(sql`
    update signing_session set state = ${isFinishing ? 'finishing' : 'signing'}, claimed_until = ${claimFrom(tx.now)}
     where id = ${sessionId}`);
  const person = await tx.row<SigningPerson>(
    sql`select id, given_name as "givenName", family_name as "familyName" from person where id = ${session.personId}`,
  );
  // A claim that ran out before a value was here leaves everything as it was prepared.
  const state = isFinishing ? 'finishing' : 'prepared';
  return {
    session: { ...session, state },
    items: await itemsOf(tx, sessionId),
    provider: await providerNamed(tx, session.provider),
    person: person!,
  };
}

/**
 * Asks for the values and keeps them. A service that works in its own time is asked again by the system; when anything else fails, the
 * session waits for the person again and says why.
 */
async function obtainValues(
  transactions: Transactions,
  me: Actor,
  claimed: Claimed,
  devices: Buffer[] | undefined,
  consent: Consent,
): Promise<void> {
  const { id } = claimed.session;
  const waiting = claimed.items.filter(({ state }) => state === 'prepared');
  const all = waiting.map(({ prepared }) => toSignOf(prepared!));
  try {
    const values = await valuesFrom(transactions, me, claimed, all, devices, consent);
    if (values) await transactions.run(me, (tx) => keepValues(tx, id, waiting, values));
    else await transactions.run(me, (tx) => awaitFurther(tx, id, 'trust-service-at-work'));
  } catch (error) {
    const reason = error instanceof Problem ? error.kind : 'signing-interrupted';
    const isPassing = error instanceof Problem && error.status === 503;
    const isAwaited = isPassing && (await transactions.run(me, (tx) => awaitFurther(tx, id, reason)));
    if (isAwaited) return;
    await transactions.run(me, (tx) => release(tx, id, reason));
    throw error;
  }
}

async function valuesFrom(
  transactions: Transactions,
  me: Actor,
  { provider, session, person }: Claimed,
  all: readonly ToSign[],
  devices: Buffer[] | undefined,
  consent: Consent,
): Promise<Uint8Array[] | null> {
  if (provider.holds === 'house') return provider.sign(person, all);
  if (provider.holds === 'service') return valuesFromService(transactions, me, provider, session, all, consent);
  if (devices?.length !== all.length) throw problems.signatureValueMissing();
  return devices;
}

/** From here on nothing more is needed from the person. */
async function keepValues(
  tx: Tx,
  sessionId: string,
  waiting: readonly Item[],
  values: readonly Uint8Array[],
): Promise<void> {
  await lockSession(tx, sessionId);
  for (const [index, { id }] of waiting.entries())
    await tx.rows(
      sql`update signing_item set state = 'valued', reason = null, signature_value = ${Buffer.from(values[index]!)} where id = ${id} and state = 'prepared'`,
    );
  const until = new Date(tx.now.getTime() + HOURS_FOR_TIMESTAMP * 3_600_000);
  await tx.rows(sql`
    update signing_session set state = 'finishing', reason = null, remote = null, claimed_until = ${claimFrom(tx.now)}, expires_at = ${until}
     where id = ${sessionId}`);
}

/** Nothing is awaited any more: the person signs again. */
const release = (tx: Tx, sessionId: string, reason: string) =>
  tx.rows(sql`
    update signing_session set state = 'prepared', reason = ${reason}, claimed_until = null, remote = remote - 'awaited'
     where id = ${sessionId} and state = 'signing'`);
