import { assertVisible } from '#documents';
import { chooseChannel, queueDispatch } from '#exchange';
import { problems as common, type Tx } from '#kernel';
import sql from 'sql-template-tag';
import type { ContractSending } from '../contract.ts';

/**
 * Sends the contract as it is signed to the other side, by the channel that its data decide; `address` where none is known of it.
 * @throws Problem not-found (404), wrong-state (409) before our signature, not-permitted (403), address-needed (422)
 */
export async function sendContract(tx: Tx, id: string, { address }: ContractSending): Promise<void> {
  await assertVisible(tx, id);
  const contract = await tx.row<{ state: string; partyId: string | null; recipient: string; isSigned: boolean }>(sql`
    select d.state, d.counterparty_id as "partyId", c.supplier_name as recipient,
           exists (select from document_file f where f.document_id = d.id and f.role = 'signed' and f.superseded_at is null) as "isSigned"
      from contract c join document d on d.id = c.id where c.id = ${id}`);
  if (!contract) throw common.notFound();
  const { state, partyId, recipient, isSigned } = contract;
  if (!isSigned || !['signed', 'in-execution'].includes(state)) throw common.wrongState({ state });
  await queueDispatch(tx, { documentId: id, recipient, ...(await chooseChannel(tx, partyId, address)) });
}
