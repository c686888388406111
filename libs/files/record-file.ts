import type { Tx } from '#kernel';
import sql from 'sql-template-tag';
import type { StoredFile } from './adapters/file-store.ts';

/** Enters a stored file into the institution's list; to be called in the transaction that first refers to it. Safe to repeat. */
export async function recordFile(tx: Tx, { sha256, size }: StoredFile, mediaType: string): Promise<void> {
  await tx.rows(sql`insert into stored_file (sha256, size, media_type, stored_at) values (${sha256}, ${size}, ${mediaType}, ${tx.now})
    on conflict do nothing`);
}
