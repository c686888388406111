import type { FileStore } from '#files';
import { Problem, v7, type Actor, type Tx } from '#kernel';
import { assertMay } from '#organisation';
import type { Transactions } from '#platform';
import { readCertificate, signerOf, usualAlgorithm } from '#signatures';
import sql from 'sql-template-tag';
import { providerNamed } from '../adapters/providers.ts';
import type { RemoteCredential, SignatureProvider, SignerCertificate } from '../adapters/signature-provider.ts';
import type { BeginSigning, SigningView } from '../contract.ts';
import { signingPrepared } from '../facts.ts';
import { problems } from '../problems.ts';
import { signingView } from '../queries/signing-view.ts';
import { assertUsable, ownIdentifier, readUsable } from './assert-usable.ts';
import { prepareSignature, type Prepared } from './make-signature.ts';
import { paperToSign, sourceOf, type Form, type PaperToSign } from './paper-to-sign.ts';
import { departToConsent } from './depart-to-consent.ts';
import { endSession, MINUTES_FOR_PERSON, newState, type Remote } from './session.ts';

/** What may become of one document: ready to be signed, or why not. */
export type Ready = { paper: PaperToSign; prepared: Prepared | null } | { paper: PaperToSign; problem: Problem };

/**
 * The first step, for one document or many: prepares their signatures and opens a session, which is a row and so survives a restart and
 * a lost answer. When a trust service must first be told who the person is, the session waits for that. An earlier session over the same
 * steps ends, unless its signature was received already. A document that cannot be signed does not stop the others.
 * @throws Problem no-such-provider, certificate-…, signing-under-way, too-many-documents; for a single document also its own
 */
export async function beginSigning(
  transactions: Transactions,
  store: FileStore,
  me: Actor,
  { stepIds, provider: name, form = null, certificate, digestAlgorithms }: BeginSigning,
): Promise<SigningView> {
  const { provider, papers } = await transactions.run(me, async (tx) => {
    const chosen = await providerNamed(tx, name);
    if (chosen.makes === 'seal') assertMay(tx, 'sign');
    return { provider: chosen, papers: await papersToSign(tx, stepIds, form) };
  });
  const sessionId = v7(new Date());
  const state = newState(sessionId);
  const signer = await signerFrom(
    provider,
    papers[0]!,
    certificate ? deviceSigner(certificate, digestAlgorithms) : null,
    state,
  );
  const remote: Remote | null = provider.holds === 'service' ? { state, ...signer.remote } : null;
  const most = remote?.credential?.most ?? papers.length;
  if (papers.length > most) throw problems.tooManyDocuments({ most });
  const der = signer.certificate?.certificate;
  if (der) assertUsable(provider, der, papers[0]!.person);
  const identifierHash = der ? await transactions.run(me, (tx) => ownIdentifier(tx, provider, der)) : null;
  const ready = await prepareAll(store, papers, signer.certificate, provider);
  await transactions.run(me, async (tx) => {
    await endEarlier(tx, stepIds);
    await openSession(tx, sessionId, provider, { ...signer, remote, identifierHash });
    await addItems(tx, sessionId, ready, provider);
  });
  await departToConsent(transactions, me, sessionId);
  return transactions.run(me, (tx) => signingView(tx, sessionId));
}

/** What each step asks to sign; in a batch a step that cannot be signed is left out here and told by the offer. */
async function papersToSign(tx: Tx, stepIds: readonly string[], form: Form | null): Promise<PaperToSign[]> {
  const papers: PaperToSign[] = [];
  for (const stepId of new Set(stepIds)) {
    try {
      papers.push(await paperToSign(tx, stepId, form));
    } catch (error) {
      if (!(error instanceof Problem) || (papers.length === 0 && stepId === stepIds.at(-1))) throw error;
    }
  }
  return papers;
}

/** The certificate, where it comes from: the house, the device, the service; or the way to the service's pages. */
async function signerFrom(
  provider: SignatureProvider,
  { person }: PaperToSign,
  device: SignerCertificate | null,
  state: string,
): Promise<{ certificate?: SignerCertificate; remote?: Pick<Remote, 'credential' | 'departure'> }> {
  if (provider.holds === 'house') return { certificate: await provider.certificateOf(person) };
  if (provider.holds === 'device') {
    if (!device) throw problems.certificateMissing();
    return { certificate: device };
  }
  const found = await provider.identify(state);
  return 'departure' in found
    ? { remote: found }
    : { certificate: certificateOf(found.credential), remote: { credential: found.credential } };
}

/** The usual algorithm of the card's key, or another digest when the card cannot sign that one. */
function deviceSigner(base64: string, digests: readonly string[] | null | undefined): SignerCertificate {
  const certificate = Buffer.from(base64, 'base64');
  const usual = usualAlgorithm(readUsable(certificate).key);
  const digest =
    DIGESTS.find((one) => one === usual.digest && digests?.includes(one)) ??
    DIGESTS.find((one) => digests?.includes(one));
  return { certificate, chain: [], algorithm: { ...usual, digest: digest ?? usual.digest } };
}

const DIGESTS = ['SHA-256', 'SHA-384', 'SHA-512'] as const;

export const certificateOf = ({ certificate, chain, algorithm }: RemoteCredential): SignerCertificate => ({
  certificate: Buffer.from(certificate, 'base64'),
  chain: chain.map((one) => Buffer.from(one, 'base64')),
  algorithm,
});

/** Prepares every paper; without a certificate yet, they wait. A single paper's problem is the caller's. */
export async function prepareAll(
  store: FileStore,
  papers: readonly PaperToSign[],
  signer: SignerCertificate | undefined,
  provider: SignatureProvider,
): Promise<Ready[]> {
  const ready: Ready[] = [];
  for (const paper of papers) {
    try {
      ready.push({ paper, prepared: signer ? await prepareSignature(store, paper, signer, provider) : null });
    } catch (error) {
      if (!(error instanceof Problem) || papers.length === 1) throw error;
      ready.push({ paper, problem: error });
    }
  }
  return ready;
}

interface Opening {
  readonly certificate?: SignerCertificate;
  readonly remote: Remote | null;
  readonly identifierHash: Buffer | null;
}

async function openSession(
  tx: Tx,
  id: string,
  provider: SignatureProvider,
  { certificate, remote, identifierHash }: Opening,
): Promise<void> {
  const expiresAt = new Date(tx.now.getTime() + MINUTES_FOR_PERSON * 60_000);
  await tx.rows(sql`
    insert into signing_session (id, person_id, provider, state, certificate_subject, identifier_hash, remote, created_at, expires_at)
    values (${id}, ${tx.actor.personId}, ${provider.name}, ${certificate ? 'prepared' : 'identifying'},
            ${certificate ? subjectOf(certificate) : null}, ${identifierHash}, ${remote && JSON.stringify(remote)}::jsonb, ${tx.now}, ${expiresAt})`);
}

export const subjectOf = ({ certificate }: SignerCertificate) => signerOf(readCertificate(certificate)).name;

/** @throws Problem signing-under-way (409) with the session that holds the signature already */
async function endEarlier(tx: Tx, stepIds: readonly string[]): Promise<void> {
  const earlier = await tx.rows<{ id: string; state: string }>(sql`
    select id, state from signing_session s where person_id = ${tx.actor.personId} and state in ('identifying', 'prepared', 'signing', 'finishing')
       and exists (select from signing_item i where i.session_id = s.id and i.step_id = any(${[...stepIds]}::uuid[]) and i.state in ('prepared', 'valued'))
       for update`);
  for (const { id, state } of earlier) {
    if (state === 'signing' || state === 'finishing') throw problems.signingUnderWay({ sessionId: id });
    await endSession(tx, id, 'cancelled', 'signing-cancelled');
  }
}

async function addItems(
  tx: Tx,
  sessionId: string,
  ready: readonly Ready[],
  provider: SignatureProvider,
): Promise<void> {
  for (const [place, one] of ready.entries()) {
    const { paper } = one;
    const problem = 'problem' in one ? one.problem : null;
    const prepared = 'prepared' in one ? one.prepared : null;
    await tx.rows(sql`
      insert into signing_item (id, session_id, place, step_id, document_id, form, source_sha256, prepared, state, reason)
      values (${v7(tx.now)}, ${sessionId}, ${place + 1}, ${paper.stepId}, ${paper.documentId}, ${paper.form}, ${sourceOf(paper)},
              ${prepared && JSON.stringify(prepared)}::jsonb, ${problem ? 'failed' : 'prepared'}, ${problem?.kind ?? null})`);
    if (!problem) tx.emit(signingPrepared(paper.documentId, { sessionId, provider: provider.name }));
  }
}
