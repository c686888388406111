import type { FileStore } from '#files';
import { knownProblems, Problem, type Actor, type Tx } from '#kernel';
import type { Transactions } from '#platform';
import sql from 'sql-template-tag';
import { providerNamed } from '../adapters/providers.ts';
import type { Consent, SignatureProvider, SigningPerson } from '../adapters/signature-provider.ts';
import type { CompleteSigning, SigningView } from '../contract.ts';
import { problems } from '../problems.ts';
import { signingView } from '../queries/signing-view.ts';
import { finishItems } from './finish-items.ts';
import { toSignOf } from './make-signature.ts';
import { claimFrom, HOURS_FOR_TIMESTAMP, isClaimed, itemsOf, lockSession, type Item, type Session } from './session.ts';

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

/** Asks for the values and keeps them; when that fails, the session waits for the person again and says why. */
async function obtainValues(
  transactions: Transactions,
  me: Actor,
  { session, items, provider, person }: Claimed,
  devices: Buffer[] | undefined,
  consent: Consent,
): Promise<void> {
  const waiting = items.filter(({ state }) => state === 'prepared');
  try {
    const values = await valuesFrom(provider, session, person, waiting, devices, consent);
    await transactions.run(me, (tx) => keepValues(tx, session.id, waiting, values));
  } catch (error) {
    const reason = error instanceof Problem ? error.kind : 'signing-interrupted';
    await transactions.run(me, (tx) => release(tx, session.id, reason));
    throw error;
  }
}

function valuesFrom(
  provider: SignatureProvider,
  { remote }: Session,
  person: SigningPerson,
  waiting: readonly Item[],
  devices: Buffer[] | undefined,
  consent: Consent,
): Promise<Uint8Array[]> | Uint8Array[] {
  const all = waiting.map(({ prepared }) => toSignOf(prepared!));
  if (provider.holds === 'house') return provider.sign(person, all);
  if (provider.holds === 'device') {
    if (devices?.length !== all.length) throw problems.signatureValueMissing();
    return devices;
  }
  const { credential } = remote ?? {};
  const isConsented =
    credential?.consent === 'none' || (credential?.consent === 'pages' ? consent.code : consent.answers?.length);
  if (!credential || !isConsented) throw problems.signatureValueMissing();
  return provider.sign(credential, all, consent);
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

const release = (tx: Tx, sessionId: string, reason: string) =>
  tx.rows(
    sql`update signing_session set state = 'prepared', reason = ${reason}, claimed_until = null where id = ${sessionId} and state = 'signing'`,
  );
