import type { FileStore } from '#files';
import { Problem, problems as common, type Actor, type Tx } from '#kernel';
import type { Transactions } from '#platform';
import sql from 'sql-template-tag';
import { providerNamed } from '../adapters/providers.ts';
import type { Consent, TrustService } from '../adapters/signature-provider.ts';
import type { Arrival, SigningView } from '../contract.ts';
import { problems } from '../problems.ts';
import { signingView } from '../queries/signing-view.ts';
import { assertUsable, ownIdentifier } from './assert-usable.ts';
import { certificateOf, prepareAll, subjectOf, type Ready } from './begin-signing.ts';
import { completeSigning } from './complete-signing.ts';
import { departToConsent } from './depart-to-consent.ts';
import { paperToSign, sourceOf, type PaperToSign } from './paper-to-sign.ts';
import { claimFrom, isClaimed, itemsOf, lockSession, type Item, type Session } from './session.ts';

/**
 * The person is back from the pages of the trust service: after saying who they are, the papers are prepared with their certificate;
 * after consenting, they are signed. Coming back twice with the same answer changes nothing.
 * @throws Problem consent-refused (422) when the person said no there; those of `completeSigning`
 */
export async function arriveFromService(
  transactions: Transactions,
  store: FileStore,
  me: Actor,
  { state, code, error }: Arrival,
): Promise<SigningView> {
  const [sessionId = ''] = state.split('.');
  const session = await transactions.run(me, (tx) => sessionAt(tx, sessionId, state));
  if (!session) return transactions.run(me, (tx) => signingView(tx, sessionId));
  if (error || !code) {
    await transactions.run(me, (tx) => note(tx, sessionId, 'consent-refused'));
    throw problems.consentRefused({ sessionId, ...(error ? { code: error } : {}) });
  }
  const consent = { code, codeVerifier: session.remote!.departure!.codeVerifier };
  if (session.state === 'prepared') return completeSigning(transactions, store, me, sessionId, {}, consent);
  try {
    await identify(transactions, store, me, session, consent);
  } catch (failure) {
    await transactions.run(me, (tx) =>
      note(tx, sessionId, failure instanceof Problem ? failure.kind : 'signing-interrupted'),
    );
    throw failure;
  }
  await departToConsent(transactions, me, sessionId);
  return transactions.run(me, (tx) => signingView(tx, sessionId));
}

/** The session that waits for exactly this answer, claimed while the person is identified; null when there is nothing left to do. */
async function sessionAt(tx: Tx, sessionId: string, state: string): Promise<Session | null> {
  if (!/^[0-9a-f-]{36}$/.test(sessionId)) throw common.notFound();
  const session = await lockSession(tx, sessionId);
  const isExpected = session.remote?.state === state && session.remote.departure !== undefined;
  if (!isExpected || isClaimed(session, tx.now)) return null;
  if (session.expiresAt < tx.now) throw problems.signingExpired();
  if (session.state === 'identifying')
    await tx.rows(sql`update signing_session set claimed_until = ${claimFrom(tx.now)} where id = ${sessionId}`);
  return session;
}

async function identify(
  transactions: Transactions,
  store: FileStore,
  me: Actor,
  session: Session,
  consent: Consent,
): Promise<void> {
  const { provider, papers } = await transactions.run(me, async (tx) => ({
    provider: (await providerNamed(tx, session.provider)) as TrustService,
    papers: await papersOf(tx, await itemsOf(tx, session.id)),
  }));
  const credential = await provider.identified(consent);
  const signer = certificateOf(credential);
  if (papers.length > credential.most) throw problems.tooManyDocuments({ most: credential.most });
  if (papers[0]) assertUsable(provider, signer.certificate, papers[0].person);
  const identifierHash = await transactions.run(me, (tx) => ownIdentifier(tx, provider, signer.certificate));
  const ready = await prepareAll(store, papers, signer, provider);
  await transactions.run(me, async (tx) => {
    await lockSession(tx, session.id);
    for (const one of ready) await keepPrepared(tx, session.id, one);
    const remote = JSON.stringify({ credential, state: session.remote!.state });
    await tx.rows(sql`
      update signing_session set state = 'prepared', reason = null, claimed_until = null, remote = ${remote}::jsonb,
             certificate_subject = ${subjectOf(signer)}, identifier_hash = ${identifierHash}
       where id = ${session.id} and state = 'identifying'`);
  });
}

async function keepPrepared(tx: Tx, sessionId: string, one: Ready): Promise<void> {
  const { paper } = one;
  const prepared = 'prepared' in one && one.prepared ? JSON.stringify(one.prepared) : null;
  const reason = 'problem' in one ? one.problem.kind : null;
  await tx.rows(sql`
    update signing_item set prepared = ${prepared}::jsonb, source_sha256 = ${sourceOf(paper)}, form = ${paper.form},
           state = ${reason ? 'failed' : 'prepared'}, reason = ${reason}
     where session_id = ${sessionId} and step_id = ${paper.stepId} and state = 'prepared'`);
}

/** The papers as they stand now; one that has gone meanwhile is marked. */
async function papersOf(tx: Tx, items: readonly Item[]): Promise<PaperToSign[]> {
  const papers: PaperToSign[] = [];
  for (const item of items) {
    try {
      papers.push(await paperToSign(tx, item.stepId, item.form));
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      await tx.rows(sql`update signing_item set state = 'failed', reason = ${error.kind} where id = ${item.id}`);
    }
  }
  return papers;
}

/** Says why the session waits; the person may go to the service again, or cancel. */
const note = (tx: Tx, sessionId: string, reason: string) =>
  tx.rows(sql`
    update signing_session set reason = ${reason}, claimed_until = null where id = ${sessionId} and state in ('identifying', 'prepared')`);
