import { Injectable } from '@nestjs/common';
import { detailsChanged, documentRegistered, fileAdded, fileReplaced, numberReserved } from '#documents/facts';
import { extractText, FileStore, readScan } from '#files';
import { systemActor } from '#kernel';
import { OnEvent, Transactions, type JournalEntry } from '#platform';
import { filesToRead, indexDocument, keepFileText } from '../commands/index-document.ts';

/** Keeps the index in step with documents: files are read outside any transaction, each content once. */
@Injectable()
export class IndexDocuments {
  constructor(
    private readonly transactions: Transactions,
    private readonly store: FileStore,
  ) {}

  @OnEvent(documentRegistered.type, numberReserved.type, detailsChanged.type, fileAdded.type, fileReplaced.type)
  async index({ institutionId, subjectId }: Pick<JournalEntry, 'institutionId' | 'subjectId'>) {
    const actor = systemActor(institutionId);
    for (const { sha256, name } of await this.transactions.run(actor, (tx) => filesToRead(tx, subjectId))) {
      const bytes = await this.store.read(sha256);
      const text = (await extractText(bytes, name)) || (await readScan(bytes));
      await this.transactions.run(actor, (tx) => keepFileText(tx, sha256, text));
    }
    await this.transactions.run(actor, (tx) => indexDocument(tx, subjectId));
  }
}
