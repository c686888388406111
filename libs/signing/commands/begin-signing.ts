import type { FileStore } from '#files';
import { v7, type Actor } from '#kernel';
import type { Transactions } from '#platform';
import { preparePades } from '#signatures';
import sql from 'sql-template-tag';
import { providerNamed } from '../adapters/providers.ts';
import type { SigningView } from '../contract.ts';
import { signingPrepared } from '../facts.ts';
import { paperToSign } from './paper-to-sign.ts';

const MINUTES = 15;

/**
 * The first step: prepares the signature (PAdES, EN 319 142-1) and answers what the signer's device must sign. The session is a row,
 * so it survives a restart and a lost answer; an earlier unfinished session of the step simply expires.
 */
export async function beginSigning(
  transactions: Transactions,
  store: FileStore,
  me: Actor,
  stepId: string,
  providerName: string,
): Promise<SigningView> {
  const provider = providerNamed(providerName);
  const paper = await transactions.run(me, (tx) => paperToSign(tx, stepId));
  const [bytes, signer] = await Promise.all([store.read(paper.sha256), provider.certificateOf(paper.person)]);
  const prepared = preparePades(bytes, {
    ...signer,
    name: `${paper.person.givenName} ${paper.person.familyName}`,
    ...(provider.isTest ? { reason: 'TESTA PARAKSTS' } : {}),
    signingTime: new Date(),
    keepDocument: false,
  });
  return transactions.run(me, async (tx) => {
    const id = v7(tx.now);
    const expiresAt = new Date(tx.now.getTime() + MINUTES * 60_000);
    const state = { ...prepared.state, toBeSigned: Buffer.from(prepared.toBeSigned).toString('base64') };
    await tx.rows(sql`
      insert into signing_session (id, step_id, document_id, person_id, provider, source_sha256, prepared, created_at, expires_at)
      values (${id}, ${stepId}, ${paper.documentId}, ${me.personId}, ${provider.name}, ${paper.sha256}, ${JSON.stringify(state)}::jsonb, ${tx.now}, ${expiresAt})`);
    tx.emit(signingPrepared(paper.documentId, { sessionId: id, provider: provider.name }));
    return {
      id,
      provider: provider.name,
      digest: Buffer.from(prepared.digest).toString('base64'),
      digestAlgorithm: prepared.digestAlgorithm,
      signatureAlgorithm: prepared.signatureAlgorithm,
      certificateSubject: `${paper.person.givenName} ${paper.person.familyName}`,
      isTest: provider.isTest,
      expiresAt: expiresAt.toISOString(),
    };
  });
}
