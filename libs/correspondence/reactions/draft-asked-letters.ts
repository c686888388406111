import { Injectable } from '@nestjs/common';
import { startRoute } from '#approval';
import { Composer, Document, linkDocuments, openCase } from '#documents';
import { letterAsked } from '#documents/facts';
import { systemActor, type Actor, type Tx } from '#kernel';
import { loadActor } from '#organisation';
import { OnEvent, Transactions, type JournalEntry } from '#platform';
import sql from 'sql-template-tag';
import { draftLetter } from '../commands/draft-letter.ts';
import { editDraft } from '../commands/edit-draft.ts';
import { outgoingLetter } from '../kinds.ts';

interface Asked {
  basisId: string;
  title: string;
  correspondent: string;
  counterpartyId: string | null;
  address: string;
  body: string;
  signerId: string | null;
  letterId: string | null;
}

/** Drafts the letters that other rooms ask for, in the name of who asked; with a signer named, the letter goes on its way at once. */
@Injectable()
export class DraftAskedLetters {
  constructor(
    private readonly transactions: Transactions,
    private readonly composer: Composer,
  ) {}

  @OnEvent(letterAsked.type)
  async draft({ institutionId, actorId, data }: JournalEntry) {
    const system = systemActor(institutionId);
    const author: Actor = await this.transactions.run(system, (tx) =>
      loadActor(tx.db, { personId: actorId, institutionId, locale: 'lv' }),
    );
    const requestId = String(data['requestId']);
    const letter = await this.transactions.run(author, (tx) => draftOnce(tx, requestId));
    if (!letter) return;
    await this.composer.compose(author, letter.id);
    const { id, signerId } = letter;
    if (signerId) {
      await this.transactions.run(author, (tx) => startRoute(tx, id, [{ act: 'sign', personIds: [signerId] }]));
    }
  }
}

/** The draft of a request; asked again, the same draft, and nothing once it has gone on its way. */
async function draftOnce(tx: Tx, requestId: string): Promise<{ id: string; signerId: string | null } | undefined> {
  const asked = await tx.row<Asked>(sql`
    select basis_id as "basisId", title, correspondent, counterparty_id as "counterpartyId", address, body, signer_id as "signerId",
           letter_id as "letterId" from letter_request where id = ${requestId} for update`);
  if (!asked) return undefined;
  const { basisId, counterpartyId, signerId, letterId } = asked;
  if (letterId) {
    const { state } = await tx.db.findOneByOrFail(Document, { id: letterId });
    return state === 'draft' ? { id: letterId, signerId } : undefined;
  }
  const text = { title: asked.title, correspondent: asked.correspondent, correspondentAddress: asked.address };
  const { id } = await draftLetter(tx, { ...text, template: 'blank' });
  await editDraft(tx, id, { ...text, salutation: 'Labdien!', body: asked.body });
  const { id: caseId } = await openCase(tx, outgoingLetter.caseIndex);
  await tx.db.update(Document, id, { counterpartyId, caseId });
  await linkDocuments(tx, id, 'related', basisId);
  await tx.rows(sql`update letter_request set letter_id = ${id} where id = ${requestId}`);
  return { id, signerId };
}
