import { Injectable } from '@nestjs/common';
import { taskDone } from '#approval/facts';
import { documentOpened, restrictedFileRead } from '#documents/facts';
import { systemActor } from '#kernel';
import { OnEvent, Transactions, type JournalEntry } from '#platform';
import sql from 'sql-template-tag';

/** Keeps acquaintances in step with what the person did elsewhere: opened the document, ended the task in the inbox. */
@Injectable()
export class FollowAcquaintance {
  constructor(private readonly transactions: Transactions) {}

  @OnEvent(documentOpened.type, restrictedFileRead.type)
  async opened({
    institutionId,
    subjectId,
    actorId,
    at,
  }: Pick<JournalEntry, 'institutionId' | 'subjectId' | 'actorId' | 'at'>) {
    await this.transactions.run(systemActor(institutionId), (tx) =>
      tx.rows(sql`
        update acquaintance set opened_at = ${at} where document_id = ${subjectId} and person_id = ${actorId} and opened_at is null`),
    );
  }

  /** A task ended by a substitute is no acquaintance: it has to be the person's own act. */
  @OnEvent(taskDone.type)
  async confirmed({
    institutionId,
    actorId,
    at,
    data,
  }: Pick<JournalEntry, 'institutionId' | 'actorId' | 'at' | 'data'>) {
    if (data['kind'] !== 'acquaint') return;
    await this.transactions.run(systemActor(institutionId), (tx) =>
      tx.rows(sql`
        update acquaintance set acquainted_at = ${at}, acquainted_by = ${actorId}, opened_at = coalesce(opened_at, ${at})
         where task_id = ${String(data['taskId'])} and person_id = ${actorId} and num_nonnulls(acquainted_at, refused_at) = 0`),
    );
  }
}
