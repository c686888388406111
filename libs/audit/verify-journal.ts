import type { KeyObject } from 'node:crypto';
import type { Client } from 'pg';
import { ROW_COLUMNS, rowHash, type JournalRow } from './journal-row.ts';
import { Frontier } from './merkle.ts';
import { readTimestamp } from '#signatures';
import { headBytes, headIsGenuine, sealPublicKey, type SealedHead } from './seal-key.ts';

/**
 * What is wrong with the first wrong row: `changed`, `removed`, `inserted`, `reordered`; `leaf-changed`, `leaf-removed`: the row
 * is whole but its leaf is not; `resealed`: rows and leaves were changed together, somewhere in the stretch that begins here;
 * `head-changed`, `head-removed`: the signed head over the stretch that begins here is forged or gone; `stamp-wrong`: its time stamp is
 * over another head, so it was sealed anew later; `key-unknown`: no public
 * key to check the heads with.
 */
export type WrongReason =
  | 'changed'
  | 'removed'
  | 'inserted'
  | 'reordered'
  | 'leaf-changed'
  | 'leaf-removed'
  | 'resealed'
  | 'head-changed'
  | 'head-removed'
  | 'stamp-wrong'
  | 'key-unknown';

export interface Verification {
  readonly ok: boolean;
  readonly rows: number;
  readonly sealed: number;
  /** Rows committed since the last head; the next sealing takes them. */
  readonly unsealed: number;
  readonly head: { size: number; root: string; at: string; keyId: string } | null;
  /** The last head that a time-stamp service witnessed. Whether the service is to be trusted is for the reader to judge. */
  readonly stamp: { size: number; at: string; service: string | null } | null;
  readonly firstWrong?: { seq: number; reason: WrongReason };
}

interface Head extends SealedHead {
  signature: Buffer;
  /** RFC 3161 token over the signed head, where one was asked for. */
  stamp: Buffer | null;
}
interface Leaf {
  seq: number;
  hash: Buffer;
}
type HashedRow = Leaf & { row: JournalRow };

/**
 * Proves that no sealed journal row was changed, removed, reordered or inserted, and tells the first wrong one in commit order.
 * The connection must see the whole journal (the owner or the worker's role); everything is read in one snapshot.
 * Whoever holds the private key can forge the past; compare with a head kept elsewhere to exclude that.
 */
export async function verifyJournal(
  client: Client,
  publicKey: KeyObject | undefined = sealPublicKey(),
): Promise<Verification> {
  await client.query('begin isolation level repeatable read read only');
  try {
    return await verify(client, publicKey);
  } finally {
    await client.query('rollback');
  }
}

async function verify(client: Client, publicKey: KeyObject | undefined): Promise<Verification> {
  const heads = await readHeads(client);
  await client.query(`declare entry no scroll cursor for select ${ROW_COLUMNS} from journal j order by j.xid, j.seq`);
  const last = heads.at(-1);
  const total = await client.query<{ count: string }>('select count(*) from journal');
  const rows = Number(total.rows[0]!.count);
  const sealed = last?.size ?? 0;
  let stamp: Verification['stamp'] = null;
  const wrong = (firstWrong?: Verification['firstWrong']): Verification => ({
    ok: !firstWrong,
    rows,
    sealed,
    unsealed: Math.max(0, rows - sealed),
    head: last ? { size: last.size, root: last.root.toString('hex'), at: last.at, keyId: last.keyId } : null,
    stamp,
    ...(firstWrong && { firstWrong }),
  });
  let tree = Frontier.empty();
  for (const head of heads) {
    const leaves = await readLeaves(client, tree.size, head.size);
    const batch = await fetchRows(client, head.size - tree.size);
    const start = leaves[0]?.seq ?? batch[0]?.seq ?? 0;
    if (!publicKey) return wrong({ seq: start, reason: 'key-unknown' });
    if (!headIsGenuine(head, head.signature, publicKey)) return wrong({ seq: start, reason: 'head-changed' });
    const found = await checkBatch(client, { tree, head, leaves, batch });
    if (found) return wrong(found);
    if (head.stamp) {
      const { time, service, fault } = readTimestamp(head.stamp, [headBytes(head), head.signature]);
      if (fault) return wrong({ seq: start, reason: 'stamp-wrong' });
      stamp = { size: head.size, at: time.toISOString(), service };
    }
    tree = grown(tree, batch);
  }
  const orphan = await firstBeyond(client, tree.size);
  return wrong(orphan);
}

const grown = (tree: Frontier, leaves: readonly { hash: Buffer }[]): Frontier => {
  const next = tree.copy();
  for (const { hash } of leaves) next.append(hash);
  return next;
};

/** One head's stretch: the rows as they are now, and the leaves as they were kept, against the signed root. */
async function checkBatch(
  client: Client,
  { tree, head, leaves, batch }: { tree: Frontier; head: Head; leaves: Leaf[]; batch: HashedRow[] },
): Promise<Verification['firstWrong']> {
  const count = head.size - tree.size;
  const rowsFit = batch.length === count && grown(tree, batch).root().equals(head.root);
  const leavesFit = leaves.length === count && grown(tree, leaves).root().equals(head.root);
  const apart = Array.from({ length: count }, (_, i) => i).find((i) => !isSame(leaves[i], batch[i]));
  if (rowsFit && apart === undefined) return undefined;
  if (rowsFit) {
    const row = batch[apart!]!;
    return { seq: row.seq, reason: leaves.some(({ seq }) => seq === row.seq) ? 'leaf-changed' : 'leaf-removed' };
  }
  if (apart === undefined || !leavesFit) {
    const at = leaves[apart ?? 0] ?? batch[apart ?? 0];
    return { seq: at?.seq ?? 0, reason: 'resealed' };
  }
  return diagnose(client, leaves[apart]!, batch[apart]);
}

const isSame = (leaf: Leaf | undefined, row: Leaf | undefined): boolean =>
  Boolean(leaf && row && leaf.seq === row.seq && leaf.hash.equals(row.hash));

/** The leaves are genuine; what became of the row that this leaf was made from? */
async function diagnose(client: Client, leaf: Leaf, there: HashedRow | undefined): Promise<Verification['firstWrong']> {
  const { rows } = await client.query<JournalRow>(`select ${ROW_COLUMNS} from journal j where j.seq = $1`, [leaf.seq]);
  const now = rows[0];
  if (!now) return { seq: leaf.seq, reason: 'removed' };
  if (rowHash(now).equals(leaf.hash)) return { seq: there?.seq ?? leaf.seq, reason: 'inserted' };
  return { seq: leaf.seq, reason: there?.seq === leaf.seq ? 'changed' : 'reordered' };
}

/** Leaves behind the last head, or rows that the sealer has passed but that no head covers: a head was taken away. */
async function firstBeyond(client: Client, size: number): Promise<Verification['firstWrong']> {
  const leaf = await client.query<{ seq: string }>(
    `select seq::text from journal_leaf where position >= $1 order by position limit 1`,
    [size],
  );
  if (leaf.rows[0]) return { seq: Number(leaf.rows[0].seq), reason: 'head-removed' };
  const [next] = await fetchRows(client, 1);
  if (!next) return undefined;
  const passed = await client.query<{ passed: boolean }>(
    `select ($1::xid8, $2::bigint) <= (xid, seq) as passed from journal_reader where name = 'seal'`,
    [next.row.xid, next.seq],
  );
  return passed.rows[0]?.passed ? { seq: next.seq, reason: 'head-removed' } : undefined;
}

async function readHeads(client: Client): Promise<Head[]> {
  const { rows } = await client.query<Omit<Head, 'size'> & { size: string }>(
    `select size::text, root, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at, key_id as "keyId", signature,
            s.token as stamp
       from journal_head h left join journal_head_stamp s using (size) order by h.size`,
  );
  return rows.map((head) => ({ ...head, size: Number(head.size) }));
}

async function readLeaves(client: Client, from: number, to: number): Promise<Leaf[]> {
  const { rows } = await client.query<{ seq: string; hash: Buffer }>(
    `select seq::text, hash from journal_leaf l where l.position >= $1 and l.position < $2 order by l.position`,
    [from, to],
  );
  return rows.map(({ seq, hash }) => ({ seq: Number(seq), hash }));
}

/** The next rows in commit order. */
async function fetchRows(client: Client, count: number): Promise<HashedRow[]> {
  if (count <= 0) return [];
  const { rows } = await client.query<JournalRow>(`fetch ${count} from entry`);
  return rows.map((row) => ({ seq: Number(row.seq), hash: rowHash(row), row }));
}
