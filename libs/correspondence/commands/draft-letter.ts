import { problems as common, type Tx } from '#kernel';
import { createDocument, Document, linkDocuments } from '#documents';
import { assertMay } from '#organisation';
import sql from 'sql-template-tag';
import type { DraftInput } from '../contract.ts';
import { replyDrafted } from '../facts.ts';
import { outgoingLetter } from '../kinds.ts';
import { Letter } from '../letter.entity.ts';
import { problems } from '../problems.ts';
import { REPLY_TEMPLATES } from '../reply-templates.ts';

/** Drafts an outgoing letter; an answer takes addressee, matter, case and access from the letter it answers. */
export async function draftLetter(
  tx: Tx,
  { answersId, title, correspondent, correspondentAddress, template }: DraftInput,
): Promise<Document> {
  assertMay(tx, 'draft');
  const answered = answersId ? await answeredLetter(tx, answersId) : null;
  if (!answered && (!title || !correspondent)) {
    throw common.invalidInput({
      errors: [{ pointer: title ? '/correspondent' : '/title', detail: 'jānorāda / required' }],
    });
  }
  const drafter = await tx.row<{ unit_id: string }>(sql`select unit_id from person where id = ${tx.actor.personId}`);
  const document = await createDocument(tx, outgoingLetter, {
    title: title ?? replyTitle(answered!.document.title),
    state: 'draft',
    unitId: drafter?.unit_id ?? answered!.document.unitId,
    caseId: answered?.document.caseId ?? null,
    counterpartyId: answered?.document.counterpartyId ?? null,
    counterpartyName: correspondent ?? answered!.letter.correspondent,
    dueOn: answered?.document.dueOn ?? null,
    access: answered?.document.access ?? 'open',
    restrictionBasis: answered?.document.restrictionBasis ?? null,
    restrictedUntil: answered?.document.restrictedUntil ?? null,
  });
  const letter: Letter = {
    id: document.id,
    correspondent: correspondent ?? answered!.letter.correspondent,
    correspondentAddress: correspondentAddress ?? answered?.letter.correspondentAddress ?? '',
    senderNumber: null,
    senderDate: null,
    receivedOn: null,
    body: answered ? REPLY_TEMPLATES[template](answered) : '',
    salutation: '',
    needsAnswer: false,
    answersId: answersId ?? null,
    sentAt: null,
  };
  await tx.db.insert(Letter, letter);
  if (answersId) await linkDocuments(tx, document.id, 'answers', answersId);
  tx.emit(replyDrafted(document.id, { answersId: answersId ?? null }));
  return document;
}

/** Titles of letters begin with "Par" already, and may end with the sender's own number, which is not ours to repeat. */
const replyTitle = (title: string): string => {
  const matter = title.replace(/^(?:(?:re|fw|fwd):\s*)+/i, '').replace(/\s*\(Nr\.[^)]*\)\s*$/, '');
  return /^par\s/i.test(matter) ? matter : `Par: ${matter}`;
};

async function answeredLetter(tx: Tx, id: string) {
  const document = await tx.db.findOneBy(Document, { id });
  const letter = await tx.db.findOneBy(Letter, { id });
  if (!document || !letter) throw problems.notALetter();
  return { document, letter };
}
