import { v7, type Day, type Tx } from '#kernel';
import sql from 'sql-template-tag';
import type { NotificationType } from '../texts.ts';

export interface News {
  readonly personIds: readonly string[];
  /** The fact it tells of; a person is told of a fact once. */
  readonly factId: string;
  readonly type: NotificationType;
  readonly documentId: string | null;
  /** The task or step, so that its end reads the notification. */
  readonly matterId?: string;
  readonly dueOn?: Day | null;
  readonly at: Date;
}

/** Puts news into people's bells. Safe to repeat. */
export async function tellPeople(
  tx: Tx,
  { personIds, factId, type, documentId, matterId, dueOn, at }: News,
): Promise<void> {
  for (const personId of new Set(personIds)) {
    await tx.rows(sql`
      insert into notification (id, person_id, fact_id, type, document_id, matter_id, due_on, at)
      select ${v7(tx.now)}, id, ${factId}, ${type}, ${documentId}::uuid, ${matterId ?? null}::uuid, ${dueOn ?? null}::date, ${at}
        from person where id = ${personId} on conflict do nothing`);
  }
}
