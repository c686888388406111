import { assertVisible } from '#documents';
import { chooseChannel, queueDispatch } from '#exchange';
import { problems as common, type Tx } from '#kernel';
import sql from 'sql-template-tag';
import type { ContractSending } from '../contract.ts';

/**
 * Sends the contract as it is signed to one of the other parties, by the channel that its data decide; `address` where none is known of it.
 * @throws Problem not-found (404), wrong-state (409) before our signature, not-permitted (403), address-needed (422)
 */
export async function sendContract(tx: Tx, id: string, { party, address }: ContractSending): Promise<void> {
  await assertVisible(tx, id);
  const contract = await tx.row<{ state: string; partyId: string | null; recipient: string; isSigned: boolean }>(sql`
    select d.state, case when p.place is null then d.counterparty_id else p.counterparty_id end as "partyId",
           coalesce(p.name, c.supplier_name) as recipient,
           exists (select from document_file f where f.document_id = d.id and f.role = 'signed' and f.superseded_at is null) as "isSigned"
      from contract c join document d on d.id = c.id left join contract_party p on p.contract_id = c.id and p.place = ${party}
     where c.id = ${id} and (p.place is not null or ${party} = 0)`);
  if (!contract) throw common.notFound();
  const { state, partyId, recipient, isSigned } = contract;
  if (!isSigned || !['signed', 'in-execution'].includes(state)) throw common.wrongState({ state });
  await queueDispatch(tx, { documentId: id, recipient, ...(await chooseChannel(tx, partyId, address)) });
}
