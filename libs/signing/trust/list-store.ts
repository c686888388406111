import { recordFile, type FileStore } from '#files';
import type { Actor } from '#kernel';
import type { Transactions } from '#platform';
import { signerOf, type ListStore } from '#signatures';
import sql from 'sql-template-tag';

/** The last good copies of a source's lists: bytes in the file store, their state in `trusted_list`. */
export function listStore(transactions: Transactions, files: FileStore, actor: Actor, sourceId: string): ListStore {
  return {
    async read(url) {
      const kept = await transactions.run(actor, (tx) =>
        tx.row<{ sha256: string | null }>(
          sql`select sha256 from trusted_list where source_id = ${sourceId} and url = ${url}`,
        ),
      );
      return kept?.sha256 && (await files.has(kept.sha256)) ? files.read(kept.sha256) : undefined;
    },
    async write(url, bytes, { territory, sequence, issued, nextUpdate, signer, services }) {
      const stored = await files.put(bytes);
      await transactions.run(actor, async (tx) => {
        await recordFile(tx, stored, 'application/vnd.etsi.tsl+xml');
        await tx.rows(sql`
          insert into trusted_list (source_id, url, territory, sequence, issued_at, next_update, signer, signer_certificate, services, sha256, loaded_at)
          values (${sourceId}, ${url}, ${territory}, ${sequence}, ${issued}, ${nextUpdate ?? null}, ${signerOf(signer).name}, ${signer.der},
                  ${services.length}, ${stored.sha256}, ${tx.now})
          on conflict (institution_id, source_id, url) do update set territory = excluded.territory, sequence = excluded.sequence,
            issued_at = excluded.issued_at, next_update = excluded.next_update, signer = excluded.signer,
            signer_certificate = excluded.signer_certificate, services = excluded.services, sha256 = excluded.sha256, loaded_at = excluded.loaded_at`);
      });
    },
  };
}
