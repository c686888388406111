import { takeStep } from '#approval';
import { Document } from '#documents';
import type { Tx } from '#kernel';
import sql from 'sql-template-tag';
import type { SigningPerson } from '../adapters/signature-provider.ts';
import { problems } from '../problems.ts';

export interface PaperToSign {
  readonly documentId: string;
  readonly title: string;
  /** The file that gets the signature: the paper, or its form already signed by others. */
  readonly sha256: string;
  /** The paper without any signature. */
  readonly paperSha256: string;
  readonly name: string;
  readonly person: SigningPerson;
}

/** What the step asks its person to sign. The signer is the acting person: a substitute signs in the own name. */
export async function paperToSign(tx: Tx, stepId: string): Promise<PaperToSign> {
  const step = await takeStep(tx, stepId, 'sign');
  const document = await tx.db.findOneByOrFail(Document, { id: step.documentId });
  if (document.state !== 'to-sign') throw problems.notReadyToSign({ state: document.state });
  const paper = await tx.row<{ paper: string; signed: string | null; name: string }>(sql`
    select m.sha256 as paper, s.sha256 as signed, m.name
      from document_file m
      left join document_file s on s.document_id = m.document_id and s.role = 'signed' and s.superseded_at is null and s.derived_from = m.sha256
     where m.document_id = ${document.id} and m.role = 'main' and m.superseded_at is null`);
  const person = await tx.row<SigningPerson>(sql`
    select id, given_name as "givenName", family_name as "familyName" from person where id = ${tx.actor.personId}`);
  return {
    documentId: document.id,
    title: document.title,
    sha256: paper!.signed ?? paper!.paper,
    paperSha256: paper!.paper,
    name: paper!.name,
    person: person!,
  };
}
