import { problems as common, type Tx } from '#kernel';
import { createDocument, Document, kindOf, linkDocuments, openCase } from '#documents';
import { assertMay } from '#organisation';
import sql from 'sql-template-tag';
import type { NewDraft } from '../contract.ts';
import { replyDrafted } from '../facts.ts';
import { statement } from '../kinds.ts';
import { Letter } from '../letter.entity.ts';
import { problems } from '../problems.ts';
import { REPLY_TEMPLATES, STATEMENT_TEXT } from '../reply-templates.ts';

/**
 * Drafts an outgoing letter or a statement; an answer takes addressee, matter and access from the letter it answers, a letter also its
 * case. Statements lie in a case of their own.
 */
export async function draftLetter(
  tx: Tx,
  { kind = 'outgoing-letter', answersId, title, correspondent, correspondentAddress, template }: NewDraft,
): Promise<Document> {
  assertMay(tx, 'draft');
  const answered = answersId ? await answeredLetter(tx, answersId) : null;
  if (!answered && (!title || !correspondent)) {
    throw common.invalidInput({
      errors: [{ pointer: title ? '/correspondent' : '/title', detail: 'jānorāda / required' }],
    });
  }
  const isStatement = kind === statement.name;
  const drafter = await tx.row<{ unit_id: string }>(sql`select unit_id from person where id = ${tx.actor.personId}`);
  const document = await createDocument(tx, kindOf(kind), {
    title: title ?? replyTitle(answered!.document.title),
    state: 'draft',
    unitId: drafter?.unit_id ?? answered!.document.unitId,
    caseId: isStatement ? (await openCase(tx, statement.caseIndex)).id : (answered?.document.caseId ?? null),
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
    body: isStatement ? STATEMENT_TEXT : answered ? REPLY_TEMPLATES[template ?? 'answer'](answered) : '',
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
