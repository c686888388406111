import { v7, type Tx } from '#kernel';
import sql from 'sql-template-tag';
import type { LetterInput } from '../contract.ts';

/** The counterparty with this registration number, or with this name and address; entered when it is new. */
export async function findCounterparty(
  tx: Tx,
  { name, kind, address, registrationNumber }: LetterInput['sender'],
): Promise<string> {
  const email = address.includes('@') && !address.startsWith('_') ? address.toLowerCase() : null;
  const eAddress = address.startsWith('_') ? address : null;
  const known = await tx.row<{ id: string }>(sql`
    select id from counterparty
     where registration_number = ${registrationNumber ?? null}
        or (lower(name) = lower(${name}) and (${email}::text is null or email is null or email = ${email}))
     order by registration_number is not distinct from ${registrationNumber ?? null} desc limit 1`);
  if (known) return known.id;
  const id = v7(tx.now);
  await tx.rows(sql`
    insert into counterparty (id, kind, name, registration_number, email, e_address, address)
    values (${id}, ${kind}, ${name}, ${registrationNumber ?? null}, ${email}, ${eAddress}, ${email || eAddress ? null : address || null})`);
  return id;
}
