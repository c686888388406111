import { Injectable } from '@nestjs/common';
import { fileAdded } from '#documents/facts';
import { itemReceived } from '#exchange/facts';
import { systemActor } from '#kernel';
import { OnEvent, Transactions, type JournalEntry } from '#platform';
import sql from 'sql-template-tag';
import { SIGNABLE, SignatureReports } from '../validate-file.ts';

/** Everything that comes in, and everything signed here, is validated once and its report kept. */
@Injectable()
export class CheckReceivedFiles {
  constructor(
    private readonly transactions: Transactions,
    private readonly reports: SignatureReports,
  ) {}

  @OnEvent(itemReceived.type)
  async received({ institutionId, subjectId }: JournalEntry) {
    await this.checkAll(
      institutionId,
      sql`select f.sha256 from received_file f where f.item_id = ${subjectId} and f.media_type = any(${SIGNABLE})`,
    );
  }

  @OnEvent(fileAdded.type)
  async added({ institutionId, data }: JournalEntry) {
    await this.checkAll(
      institutionId,
      sql`select f.sha256 from document_file f join stored_file s on s.institution_id = f.institution_id and s.sha256 = f.sha256
           where f.id = ${data['fileId']} and f.role in ('signed', 'attachment', 'original') and s.media_type = any(${SIGNABLE})
             and not exists (select from signature_report r where r.sha256 = f.sha256)`,
    );
  }

  private async checkAll(institutionId: string, query: ReturnType<typeof sql>) {
    const files = await this.transactions.run(systemActor(institutionId), (tx) => tx.rows<{ sha256: string }>(query));
    for (const { sha256 } of files) await this.reports.check(institutionId, sha256);
  }
}
