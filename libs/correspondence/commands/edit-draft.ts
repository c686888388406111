import type { Tx } from '#kernel';
import { Document } from '#documents';
import { detailsChanged } from '#documents/facts';
import { assertMay } from '#organisation';
import type { DraftText } from '../contract.ts';
import { Letter } from '../letter.entity.ts';
import { problems } from '../problems.ts';

/** States in which the text of an outgoing letter may still be changed; visas that saw another text become stale. */
export const EDITABLE = ['draft', 'in-approval'];

/** Changes the draft's text; the caller composes its paper anew afterwards. Saves of unchanged text leave no trace. */
export async function editDraft(tx: Tx, documentId: string, { title, ...text }: DraftText): Promise<void> {
  assertMay(tx, 'draft');
  const document = await tx.db.findOne(Document, { where: { id: documentId }, lock: { mode: 'pessimistic_write' } });
  const letter = await tx.db.findOneBy(Letter, { id: documentId });
  if (!document || !letter) throw problems.notALetter();
  if (!EDITABLE.includes(document.state)) throw problems.notADraft({ state: document.state });
  const fields = (Object.keys(text) as (keyof typeof text)[]).filter((field) => letter[field] !== text[field]);
  if (title !== document.title) await tx.db.update(Document, documentId, { title });
  if (text.correspondent !== letter.correspondent)
    await tx.db.update(Document, documentId, { counterpartyName: text.correspondent });
  if (fields.length) await tx.db.update(Letter, documentId, text);
  const changed = [...fields, ...(title === document.title ? [] : ['title'])];
  if (changed.length) tx.emit(detailsChanged(documentId, { fields: changed }));
}
