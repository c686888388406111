import type { Tx } from '#kernel';
import sql from 'sql-template-tag';

/**
 * The channel is a rule, not a choice (Oficiālās elektroniskās adreses likums, Paziņošanas likums): who has an e-address is written
 * only there; then e-mail; then post.
 */
export async function chooseChannel(
  tx: Tx,
  counterpartyId: string | null,
  address: string,
): Promise<{ channel: 'e-address' | 'email' | 'post'; address: string }> {
  const party = counterpartyId
    ? await tx.row<{ e_address: string | null; email: string | null; address: string | null }>(
        sql`select e_address, email, address from counterparty where id = ${counterpartyId}`,
      )
    : undefined;
  if (party?.e_address) return { channel: 'e-address', address: party.e_address };
  if (address.startsWith('_')) return { channel: 'e-address', address };
  if (address.includes('@')) return { channel: 'email', address };
  if (party?.email) return { channel: 'email', address: party.email };
  return { channel: 'post', address: address || party?.address || '' };
}
