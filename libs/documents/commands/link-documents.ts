import { SYSTEM_PERSON, type Tx } from '#kernel';
import sql from 'sql-template-tag';

export type LinkKind = 'answers' | 'amends' | 'revokes' | 'supplements' | 'related' | 'basis';

/** Links two documents of the institution; safe to repeat. */
export async function linkDocuments(tx: Tx, fromId: string, kind: LinkKind, toId: string): Promise<void> {
  await tx.rows(
    sql`insert into document_link (from_id, to_id, kind) values (${fromId}, ${toId}, ${kind}) on conflict do nothing`,
  );
}

/** Makes people take part in a document, so that they see it whatever their unit; safe to repeat. The system itself is nobody. */
export async function addParticipants(
  tx: Tx,
  documentId: string,
  personIds: readonly string[],
  reason: string,
): Promise<void> {
  await tx.rows(sql`
    insert into document_participant (document_id, person_id, reason)
    select ${documentId}, id, ${reason} from unnest(${personIds.filter((id) => id !== SYSTEM_PERSON)}::uuid[]) as id on conflict do nothing`);
}

/** Makes one person responsible for a document, in the place of whoever was; both take part in it. Safe to repeat. */
export async function makeResponsible(tx: Tx, documentId: string, personId: string): Promise<void> {
  await tx.rows(sql`
    update document_participant set reason = 'was-responsible'
     where document_id = ${documentId} and reason = 'responsible' and person_id <> ${personId}`);
  await tx.rows(sql`
    insert into document_participant (document_id, person_id, reason) values (${documentId}, ${personId}, 'responsible')
    on conflict (document_id, person_id) do update set reason = excluded.reason`);
}
