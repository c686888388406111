import { Injectable } from '@nestjs/common';
import { allKinds } from '#documents';
import { fileAdded } from '#documents/facts';
import { itemReceived } from '#exchange/facts';
import { systemActor } from '#kernel';
import { OnEvent, Transactions, type JournalEntry } from '#platform';
import sql from 'sql-template-tag';
import { signatureCheckAsked, trustChanged } from '../validation-facts.ts';
import { isDetached, mayBeSigned, SignatureReports } from '../validate-file.ts';

const MOST_AGAIN = 500;

/** Kinds whose main file is ours and not signed yet. */
const composed = () => [...allKinds.values()].flatMap(({ name, compose }) => (compose ? [name] : []));

/** Everything that comes in, and everything signed here, is validated; again when asked, or when trust may now decide what was open. */
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
      sql`select f.sha256 from received_file f join received_item i on i.id = f.item_id
           where f.item_id = ${subjectId} and ${mayBeSigned(sql`f.media_type`, sql`f.name`)}
             and not exists (select from signature_report r where r.sha256 = f.sha256 and r.checked_at >= i.received_at)`,
    );
  }

  @OnEvent(fileAdded.type)
  async added({ institutionId, data }: JournalEntry) {
    await this.checkAll(
      institutionId,
      sql`select f.sha256 from document_file f join stored_file s on s.institution_id = f.institution_id and s.sha256 = f.sha256
            join document d on d.id = f.document_id
           where f.id = ${data['fileId']} and (f.role in ('signed', 'attachment', 'original') or f.role = 'main' and d.kind <> all(${composed()})) and ${mayBeSigned(sql`s.media_type`, sql`f.name`)}
             and (${isDetached(sql`f.name`)} or not exists (select from signature_report r where r.sha256 = f.sha256))`,
    );
  }

  @OnEvent(signatureCheckAsked.type)
  async asked({ institutionId, actorId, data }: JournalEntry<{ sha256s?: string[] }>) {
    for (const sha256 of data.sha256s ?? []) await this.reports.check(institutionId, sha256, actorId);
  }

  /** A new anchor or list may know the issuer that was missing. */
  @OnEvent(trustChanged.type)
  async trustGrew({ institutionId, at }: JournalEntry) {
    await this.checkAll(
      institutionId,
      sql`select sha256 from signature_report where superseded_at is null and verdict = 'indeterminate' and checked_at < ${at}
           order by checked_at desc limit ${MOST_AGAIN}`,
    );
  }

  private async checkAll(institutionId: string, query: ReturnType<typeof sql>) {
    const files = await this.transactions.run(systemActor(institutionId), (tx) => tx.rows<{ sha256: string }>(query));
    for (const { sha256 } of files) await this.reports.check(institutionId, sha256);
  }
}
