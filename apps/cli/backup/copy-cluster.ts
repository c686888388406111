import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Database, withClient } from '../postgres/database.ts';
import { copyTree, type Hashes } from './copy-tree.ts';

/** What belongs to the running server, not to the data (PostgreSQL documentation, "Backing Up the Data Directory"). */
const ofTheServer =
  /^(postmaster\.(pid|opts)|pg_(wal|replslot|dynshmem|notify|serial|snapshots|stat_tmp|subtrans)\/.+|(.*\/)?pgsql_tmp.*|pg_internal\.init)$/;

/**
 * Copies the cluster while people work in it. The copy alone is torn; together with the log written meanwhile and the
 * label it becomes, when it is started, the state at the end of the copying.
 */
export async function copyCluster(database: Database, to: string): Promise<Hashes> {
  const data = join(database.folder, 'data');
  return withClient(database.superuserUrl, async (superuser) => {
    // Keeps the log of these minutes from being recycled; gone with this connection.
    await superuser.query(`select pg_create_physical_replication_slot($1, true, true)`, [
      `aprite_backup_${process.pid}`,
    ]);
    await superuser.query(`select pg_backup_start('aprite', true)`);
    const copied = await copyTree(data, to, (path) => ofTheServer.test(path));
    const { rows } = await superuser.query<{ labelfile: string }>(`select labelfile from pg_backup_stop(false)`);
    await superuser.query(`select pg_switch_wal()`);
    const log = await copyTree(join(data, 'pg_wal'), join(to, 'pg_wal'));
    const label = rows[0]?.labelfile ?? '';
    writeFileSync(join(to, 'backup_label'), label, { mode: 0o600 });
    const logHashes = Object.entries(log).map(([path, hash]) => [`pg_wal/${path}`, hash] as const);
    return {
      ...copied,
      ...Object.fromEntries(logHashes),
      backup_label: createHash('sha256').update(label).digest('hex'),
    };
  });
}
