import { startRoute } from '#approval';
import { addWorkingDays, dayOf, type Tx } from '#kernel';
import sql from 'sql-template-tag';
import { takeSittingAsSecretary } from '../hall.ts';
import { problems } from '../problems.ts';
import { rulesOn } from '../rules.ts';

/** The papers of a closed sitting: protocol, protocol of the closed part, decisions; in one state when asked. */
export async function papersOf(
  tx: Tx,
  sittingId: string,
  state?: 'draft',
): Promise<{ id: string; isProtocol: boolean }[]> {
  return tx.rows(sql`
    select d.id, d.kind <> 'council-decision' as "isProtocol" from document d
     where d.id in (select id from council_decision where sitting_id = ${sittingId}
                    union select closed_protocol_id from sitting where id = ${sittingId} union select ${sittingId}::uuid)
       and (${state ?? null}::text is null or d.state = ${state ?? null})
     order by d.id`);
}

/**
 * Sends the composed papers to be signed: protocols by the chair of the sitting and the protocolist, decisions by the chair. Papers already
 * on their route or signed are left alone, so it is safe to repeat.
 * @throws Problem protocol-not-ready (409)
 */
export async function sendToSign(tx: Tx, sittingId: string): Promise<number> {
  const { chairId, minuteTakerId, closedAt } = await takeSittingAsSecretary(tx, sittingId, 'closed');
  const rules = await rulesOn(tx, tx.today);
  const dueOn = addWorkingDays(dayOf(closedAt!), rules.protocolSignWorkingDays);
  let sent = 0;
  for (const { id, isProtocol } of await papersOf(tx, sittingId)) {
    const paper = await tx.row<{ state: string; composed: boolean }>(sql`
      select state, exists (select from document_file f where f.document_id = d.id and f.role = 'main' and f.superseded_at is null) as composed
        from document d where id = ${id}`);
    if (paper!.state !== 'draft') continue;
    if (!paper!.composed) throw problems.protocolNotReady();
    const personIds = isProtocol ? [...new Set([chairId!, minuteTakerId!])] : [chairId!];
    await startRoute(tx, id, [{ act: 'sign', personIds, dueOn }]);
    sent += 1;
  }
  return sent;
}
