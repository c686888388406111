import { problems as common, type Tx } from '#kernel';
import sql from 'sql-template-tag';
import { identifierBound, identifierRemoved, identifierSet } from '../facts.ts';
import { identifierHash } from '../identifier.ts';
import { assertMay } from '../may.ts';
import { problems } from '../problems.ts';
import { holdersOf } from '../queries/holders.ts';

/**
 * Says whose personal identifier the person's certificates must carry; null lets the next certificate whose name fits say it. Only its hash
 * is kept, and the journal has neither. @throws Problem not-found (404), identifier-taken (409)
 */
export async function changeIdentifier(tx: Tx, personId: string, identifier: string | null): Promise<void> {
  assertMay(tx, 'administer');
  const hash = identifier === null ? null : await identifierHash(tx, identifier);
  const person = await tx.row<{ hash: Buffer | null }>(
    sql`select identifier_hash as hash from person where id = ${personId} and not is_system for update`,
  );
  if (!person) throw common.notFound();
  if (await belongsToAnother(tx, personId, hash)) throw problems.identifierTaken();
  if (hash ? person.hash?.equals(hash) : !person.hash) return;
  await tx.rows(sql`update person set identifier_hash = ${hash} where id = ${personId}`);
  tx.emit(hash ? identifierSet(personId, {}) : identifierRemoved(personId, {}));
}

/**
 * A certificate's identifier is the person's, or nobody's yet. Where one is bound, a certificate that tells none will not do.
 * @throws Problem identifier-of-another (422)
 */
export async function assertIdentifier(tx: Tx, personId: string, hash: Buffer | null): Promise<void> {
  const person = await tx.row<{ hash: Buffer | null }>(
    sql`select identifier_hash as hash from person where id = ${personId}`,
  );
  const isOther = person?.hash ? !hash || !person.hash.equals(hash) : await belongsToAnother(tx, personId, hash);
  if (isOther) throw problems.identifierOfAnother();
}

/** The first identifier that was proven by a signature becomes the person's, and administrators are told. Safe to repeat. */
export async function bindIdentifier(tx: Tx, personId: string, hash: Buffer): Promise<void> {
  await assertIdentifier(tx, personId, hash);
  const bound = await tx.row(sql`
    update person set identifier_hash = ${hash} where id = ${personId} and identifier_hash is null returning id`);
  if (bound) tx.emit(identifierBound(personId, { personIds: await holdersOf(tx, 'administer') }));
}

const belongsToAnother = async (tx: Tx, personId: string, hash: Buffer | null): Promise<boolean> =>
  (await tx.row(sql`select 1 from person where identifier_hash = ${hash} and id <> ${personId}`)) !== undefined;
