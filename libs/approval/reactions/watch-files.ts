import { Injectable } from '@nestjs/common';
import { fileReplaced } from '#documents/facts';
import { systemActor } from '#kernel';
import { OnEvent, Transactions, type JournalEntry } from '#platform';
import sql from 'sql-template-tag';
import { makeVisasStale } from '../commands/make-visas-stale.ts';

/** A new main file makes visas stale, unless it is a mechanical form (its number filled in) of the file that was seen. */
@Injectable()
export class WatchFiles {
  constructor(private readonly transactions: Transactions) {}

  @OnEvent(fileReplaced.type)
  async staleVisas({ institutionId, subjectId, data }: JournalEntry) {
    await this.transactions.run(systemActor(institutionId), async (tx) => {
      const file = await tx.row<{ role: string; derived_from: string | null }>(
        sql`select role, derived_from from document_file where id = ${data['fileId']}`,
      );
      if (file?.role === 'main' && !file.derived_from) await makeVisasStale(tx, subjectId, String(data['sha256']));
    });
  }
}
