import { completeStep } from '#approval';
import { replaceFile } from '#documents';
import type { FileStore, StoredFile } from '#files';
import { Problem, type Actor, type Tx } from '#kernel';
import { bindIdentifier } from '#organisation';
import { log, type Transactions } from '#platform';
import sql from 'sql-template-tag';
import { signingServices, type SigningServices } from '../adapters/services.ts';
import { documentSigned, signingFailed } from '../facts.ts';
import { problems } from '../problems.ts';
import { completeSignature, type Signed } from './make-signature.ts';
import { ASIC_E, paperToSign, sourceOf, type PaperToSign } from './paper-to-sign.ts';
import { claimFrom, endSession, itemsOf, lockSession, type Item } from './session.ts';

const AT_ONCE = 4;

/**
 * Puts received values into their papers. A document that fails for good says why and stops no other; one whose time stamp is not to be
 * had stays with its value, to be tried again without the person. When none is left, the session is completed.
 */
export async function finishItems(
  transactions: Transactions,
  store: FileStore,
  me: Actor,
  sessionId: string,
): Promise<void> {
  const { items, services } = await transactions.run(me, async (tx) => ({
    items: (await itemsOf(tx, sessionId)).filter(({ state }) => state === 'valued'),
    services: await signingServices(tx),
  }));
  const queue = [...items];
  const work = async () => {
    for (let item = queue.shift(); item; item = queue.shift())
      await finishItem(transactions, store, me, sessionId, item, services);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  await transactions.run(me, (tx) => settleSession(tx, sessionId));
}

async function finishItem(
  transactions: Transactions,
  store: FileStore,
  me: Actor,
  sessionId: string,
  item: Item,
  services: SigningServices,
): Promise<void> {
  try {
    const paper = await transactions.run(me, async (tx) => {
      await tx.rows(sql`update signing_session set claimed_until = ${claimFrom(tx.now)} where id = ${sessionId}`);
      return stillTheSame(tx, item);
    });
    const signed = await completeSignature(store, paper, item.prepared!, item.value!, services);
    const stored = await store.put(signed.bytes);
    await transactions.run(me, (tx) => recordSignature(tx, sessionId, item, stored, signed));
  } catch (error) {
    const isFinal = error instanceof Problem && error.kind !== 'timestamp-unavailable';
    if (!(error instanceof Problem))
      log.error({ err: error, sessionId }, 'a received signature could not be put into its document');
    const reason = error instanceof Problem ? error.kind : 'timestamp-unavailable';
    await transactions.run(me, (tx) =>
      isFinal ? markFailed(tx, sessionId, item, reason) : keepForLater(tx, item, reason),
    );
  }
}

/** The step still waits and the files are those that were prepared. @throws Problem signed-meanwhile (409) and those of the step */
async function stillTheSame(tx: Tx, item: Item): Promise<PaperToSign> {
  const paper = await paperToSign(tx, item.stepId, item.form);
  if (sourceOf(paper) !== item.source) throw problems.signedMeanwhile();
  return paper;
}

/** Keeps the signed file and ends the step; only now is the document signed. Safe to repeat. */
async function recordSignature(
  tx: Tx,
  sessionId: string,
  item: Item,
  stored: StoredFile,
  { level, renewOn }: Signed,
): Promise<void> {
  const { personId, identifierHash } = await lockSession(tx, sessionId);
  const now = await tx.row<{ state: string }>(sql`select state from signing_item where id = ${item.id} for update`);
  if (now!.state === 'signed') return;
  // The value fits the certificate: who holds its key has signed.
  if (identifierHash) await bindIdentifier(tx, personId, identifierHash);
  await tx.rows(sql`select 1 from document where id = ${item.documentId} for update`);
  const { name, paperSha256 } = await stillTheSame(tx, item);
  await replaceFile(tx, item.documentId, {
    ...stored,
    name,
    mediaType: item.form === 'pades' ? 'application/pdf' : ASIC_E,
    role: 'signed',
    derivedFrom: paperSha256,
  });
  await tx.rows(sql`
    insert into signature_level (sha256, document_id, level, signed_at, renew_on)
    values (${stored.sha256}, ${item.documentId}, ${level}, ${tx.now}, ${renewOn}) on conflict do nothing`);
  await tx.rows(
    sql`update signing_item set state = 'signed', reason = null, prepared = null, signature_value = null where id = ${item.id}`,
  );
  tx.emit(documentSigned(item.documentId, { stepId: item.stepId, sha256: stored.sha256 }));
  await completeStep(tx, item.stepId, 'sign', { seenSha256: paperSha256 });
}

async function markFailed(tx: Tx, sessionId: string, { id, documentId }: Item, reason: string): Promise<void> {
  await tx.rows(sql`
    update signing_item set state = 'failed', reason = ${reason}, prepared = null, signature_value = null where id = ${id} and state = 'valued'`);
  tx.emit(signingFailed(documentId, { sessionId, reason }));
}

async function keepForLater(tx: Tx, { id }: Item, reason: string): Promise<void> {
  await tx.rows(sql`update signing_item set reason = ${reason} where id = ${id} and state = 'valued'`);
}

/** Completed when every document has its outcome; otherwise free for the next try. */
async function settleSession(tx: Tx, sessionId: string): Promise<void> {
  const { expiresAt, state } = await lockSession(tx, sessionId);
  if (state !== 'finishing') return;
  const left = (await itemsOf(tx, sessionId)).filter((item) => item.state === 'valued');
  if (left.length === 0) return endSession(tx, sessionId, 'completed');
  if (expiresAt > tx.now)
    return void (await tx.rows(
      sql`update signing_session set claimed_until = null, reason = ${left[0]!.reason} where id = ${sessionId}`,
    ));
  for (const item of left) await markFailed(tx, sessionId, item, 'timestamp-missed');
  await endSession(tx, sessionId, 'completed');
}
