import { completeStep } from '#approval';
import { replaceFile } from '#documents';
import type { FileStore, StoredFile } from '#files';
import { problems as common, type Actor, type Tx } from '#kernel';
import type { Transactions } from '#platform';
import { completePades } from '#signatures';
import sql from 'sql-template-tag';
import { providerNamed } from '../adapters/providers.ts';
import { documentSigned, signingFailed } from '../facts.ts';
import { problems } from '../problems.ts';
import { paperToSign, type PaperToSign } from './paper-to-sign.ts';

interface Session {
  id: string;
  step_id: string;
  document_id: string;
  provider: string;
  source_sha256: string;
  prepared: Parameters<typeof completePades>[0] & { toBeSigned: string };
  state: 'prepared' | 'completed' | 'failed' | 'expired';
  expires_at: Date;
}

const sessionOf = async (tx: Tx, id: string): Promise<Session> => {
  const session = await tx.row<Session>(
    sql`select * from signing_session where id = ${id} and person_id = ${tx.actor.personId} for update`,
  );
  if (!session) throw common.notFound();
  return session;
};

/**
 * The second step: takes the signature value (from the signer's device, or from a provider that holds the key), puts it into the paper
 * and ends the step. A second click or a repeated answer finds the session completed and changes nothing.
 * @throws Problem signing-expired, signed-meanwhile, signature-value-missing, wrong-signature-value
 */
export async function completeSigning(
  transactions: Transactions,
  store: FileStore,
  me: Actor,
  sessionId: string,
  given: Uint8Array | null,
): Promise<void> {
  const begun = await transactions.run(me, async (tx) => {
    const session = await sessionOf(tx, sessionId);
    if (session.state === 'completed') return null;
    return { session, paper: await stillTheSame(tx, session) };
  });
  if (!begun) return;
  const { session, paper } = begun;
  const provider = providerNamed(session.provider);
  const toBeSigned = Buffer.from(session.prepared.toBeSigned, 'base64');
  const value = given ?? (await provider.sign?.(paper.person, toBeSigned));
  if (!value) throw problems.signatureValueMissing();
  const document = await store.read(paper.sha256);
  const signed = await completePades(session.prepared, value, { document, timestamp: provider.timestamp }).catch(
    async (error: Error) => {
      await transactions.run(me, (tx) => markFailed(tx, session, error.message));
      throw problems.wrongSignatureValue({ detail: error.message });
    },
  );
  const stored = await store.put(signed);
  await transactions.run(me, (tx) => recordSignature(tx, sessionId, paper, stored));
}

/** The step still waits and the file is the one that was prepared. */
async function stillTheSame(tx: Tx, session: Session): Promise<PaperToSign> {
  if (session.expires_at < tx.now) throw problems.signingExpired();
  const paper = await paperToSign(tx, session.step_id);
  if (paper.sha256 !== session.source_sha256) throw problems.signedMeanwhile();
  return paper;
}

/** Keeps the signed file, ends session and step; only now is the document signed. */
async function recordSignature(
  tx: Tx,
  sessionId: string,
  { paperSha256, name }: PaperToSign,
  stored: StoredFile,
): Promise<void> {
  const session = await sessionOf(tx, sessionId);
  if (session.state === 'completed') return;
  await tx.rows(sql`select 1 from document where id = ${session.document_id} for update`);
  await stillTheSame(tx, session);
  await replaceFile(tx, session.document_id, {
    ...stored,
    name,
    mediaType: 'application/pdf',
    role: 'signed',
    derivedFrom: paperSha256,
  });
  await tx.rows(sql`update signing_session set state = 'completed', prepared = '{}' where id = ${sessionId}`);
  tx.emit(documentSigned(session.document_id, { stepId: session.step_id, sha256: stored.sha256 }));
  await completeStep(tx, session.step_id, 'sign', { seenSha256: paperSha256 });
}

async function markFailed(tx: Tx, session: Session, reason: string): Promise<void> {
  await tx.rows(sql`update signing_session set state = 'failed', reason = ${reason} where id = ${session.id}`);
  tx.emit(signingFailed(session.document_id, { sessionId: session.id, reason }));
}
