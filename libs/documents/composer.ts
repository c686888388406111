import { Injectable } from '@nestjs/common';
import { FileStore, typeset } from '#files';
import type { Actor } from '#kernel';
import { Transactions } from '#platform';
import { replaceFile } from './commands/attach-file.ts';
import { Document } from './document.entity.ts';
import { kindOf } from './kinds.ts';

/** Writes the papers of kinds that declare `compose`: data from the database, set as PDF/A, stored, put in the place of the main file. */
@Injectable()
export class Composer {
  constructor(
    private readonly transactions: Transactions,
    private readonly store: FileStore,
  ) {}

  /**
   * Composes the document's main file anew. `derivedFrom` marks a mechanical form of a paper already seen (the number filled in):
   * it does not make visas stale.
   */
  async compose(actor: Actor, documentId: string, { derivedFrom }: { derivedFrom?: string } = {}): Promise<void> {
    const made = await this.transactions.run(actor, async (tx) => {
      const document = await tx.db.findOneByOrFail(Document, { id: documentId });
      const paper = await kindOf(document.kind).compose?.(tx, document);
      return paper && { paper, at: document.createdAt };
    });
    if (!made) return;
    const { template, data, fileName } = made.paper;
    const stored = await this.store.put(typeset(template, data, made.at));
    const file = { ...stored, name: fileName, mediaType: 'application/pdf', role: 'main' as const, derivedFrom };
    await this.transactions.run(actor, (tx) => replaceFile(tx, documentId, file));
  }
}
