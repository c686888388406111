import { problems as common, v7, type Tx } from '#kernel';
import { assertMay } from '#organisation';
import sql from 'sql-template-tag';
import type { NewAnchor, NewList } from '../validation-contract.ts';
import { trustChanged, trustSourceAdded, trustSourceRemoved } from '../validation-facts.ts';
import { certificatesIn } from './certificates.ts';
import { problems } from './problems.ts';

interface Source {
  readonly kind: 'certificate' | 'list';
  readonly name: string;
  readonly url: string | null;
  readonly certificates: Uint8Array[];
  readonly territories: readonly string[];
}

/** Trusts certificates by themselves, for this institution. @throws Problem certificate-unreadable, source-known-already */
export function addAnchor(tx: Tx, { name, certificates }: NewAnchor): Promise<string> {
  assertMay(tx, 'administer');
  const found = certificatesIn(certificates).map(({ der }) => der);
  return add(tx, { kind: 'certificate', name, url: null, certificates: found, territories: [] });
}

/**
 * Trusts a list (TS 119 612) and, when it is a list of lists, the lists that it names. Without signers the one who signed the first
 * copy stays the only one accepted. @throws Problem certificate-unreadable, source-known-already
 */
export function addList(tx: Tx, { name, url, certificates, territories = [] }: NewList): Promise<string> {
  assertMay(tx, 'administer');
  const signers = certificates ? certificatesIn(certificates).map(({ der }) => der) : [];
  return add(tx, { kind: 'list', name, url, certificates: signers, territories });
}

async function add(tx: Tx, { kind, name, url, certificates, territories }: Source): Promise<string> {
  const id = v7(tx.now);
  const known = await tx.row(sql`
    select 1 from trust_source where removed_at is null and kind = ${kind} and
           case kind when 'list' then url = ${url} else certificates @> ${certificates}::bytea[] end`);
  if (known) throw problems.sourceKnownAlready();
  await tx.rows(sql`
    insert into trust_source (id, kind, name, url, certificates, territories, added_at, added_by)
    values (${id}, ${kind}, ${name}, ${url}, ${certificates}::bytea[], ${territories}::text[], ${tx.now}, ${tx.actor.personId})`);
  tx.emit(trustSourceAdded(id, { kind }));
  if (kind === 'certificate') tx.emit(trustChanged(tx.actor.institutionId, {}));
  return id;
}

/** From now on it is not trusted; reports made with it stay as they were. @throws Problem not-found (404) */
export async function removeSource(tx: Tx, id: string): Promise<void> {
  assertMay(tx, 'administer');
  const removed = await tx.rows(sql`
    update trust_source set removed_at = ${tx.now}, removed_by = ${tx.actor.personId} where id = ${id} and removed_at is null returning id`);
  if (!removed.length) throw common.notFound();
  tx.emit(trustSourceRemoved(id, {}));
}
