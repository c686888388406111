import { takeNextEntries } from '#platform';
import { createPublicKey, type KeyObject } from 'node:crypto';
import type { DataSource, EntityManager } from 'typeorm';
import { ROW_COLUMNS, rowHash, type JournalRow } from '../journal-row.ts';
import { Frontier } from '../merkle.ts';
import { headIsGenuine, keyIdOf, signHead, type SealedHead } from '../seal-key.ts';

/** Rows folded under one head; a wrong row whose leaf was forged too is known to this many rows. */
const BATCH = 1000;

/**
 * Seals every committed row that is not sealed yet, in commit order, and answers how many. It reads the journal without locks:
 * writers never wait for it. Another sealer at work at this moment makes it answer 0.
 * @throws Error when the last head is not genuine: a tampered seal is not built upon
 */
export async function sealJournal(dataSource: DataSource, key: KeyObject): Promise<number> {
  let sealed = 0;
  for (;;) {
    const count = await dataSource.transaction((db) => sealBatch(db, key));
    sealed += count;
    if (count === 0) return sealed;
  }
}

async function sealBatch(db: EntityManager, key: KeyObject): Promise<number> {
  const entries = await takeNextEntries(db, 'seal', BATCH);
  if (!entries.length) return 0;
  const tree = await lastTree(db, key);
  const rows = await db.query<JournalRow[]>(
    `select ${ROW_COLUMNS} from journal j where j.seq = any($1) order by j.xid, j.seq`,
    [entries.map(({ seq }) => seq)],
  );
  const first = tree.size;
  const hashes = rows.map(rowHash);
  for (const hash of hashes) tree.append(hash);
  await db.query(
    `insert into journal_leaf (position, seq, hash)
     select $1::bigint + n - 1, seq, hash from unnest($2::bigint[], $3::bytea[]) with ordinality as leaf (seq, hash, n)`,
    [first, rows.map(({ seq }) => seq), hashes],
  );
  const head: SealedHead = { size: tree.size, root: tree.root(), at: new Date().toISOString(), keyId: keyIdOf(key) };
  await db.query(
    `insert into journal_head (size, root, at, key_id, signature, peaks) values ($1, $2, $3, $4, $5, $6)`,
    [head.size, head.root, head.at, head.keyId, signHead(head, key), tree.bytes()],
  );
  return rows.length;
}

async function lastTree(db: EntityManager, key: KeyObject): Promise<Frontier> {
  const [last] = await db.query<
    { size: number; root: Buffer; at: Date; keyId: string; signature: Buffer; peaks: Buffer }[]
  >(`select size, root, at, key_id as "keyId", signature, peaks from journal_head order by size desc limit 1`);
  if (!last) return Frontier.empty();
  const tree = Frontier.of(last.size, last.peaks);
  const isGenuine = headIsGenuine({ ...last, at: last.at.toISOString() }, last.signature, createPublicKey(key));
  if (!isGenuine || !tree.root().equals(last.root))
    throw new Error(`The journal's seal at ${last.size} is not genuine; nothing was added to it.`);
  return tree;
}
