import type { FileStore } from '#files';
import type { Tx } from '#kernel';
import { openCms, type FindData } from '#signatures';
import sql from 'sql-template-tag';

/** An item or document that holds a detached signature, with the files that lie beside it there. */
export interface Place {
  /** The name of the signature without its last ending. */
  readonly wanted: string;
  /** The e-mail in which it came. */
  readonly mailSha256: string | null;
  readonly files: readonly { sha256: string; name: string }[];
}

const MOST_PLACES = 20;

/** Every place of a file, the newest first. */
export const placesOf = (tx: Tx, sha256: string): Promise<Place[]> =>
  tx.rows<Place>(sql`
    select regexp_replace(f.name, '[.][^.]+$', '') as wanted, mail.sha256 as "mailSha256",
           coalesce((select jsonb_agg(jsonb_build_object('sha256', o.sha256, 'name', o.name) order by o.place) from received_file o
                      where o.item_id = f.item_id and o.sha256 <> f.sha256), '[]') as files, f.item_id as id
      from received_file f join received_item i on i.id = f.item_id
      left join stored_file mail on mail.institution_id = i.institution_id and mail.sha256 = i.raw_sha256 and mail.media_type = 'message/rfc822'
     where f.sha256 = ${sha256}
     union all
    select regexp_replace(f.name, '[.][^.]+$', ''), null,
           coalesce((select jsonb_agg(jsonb_build_object('sha256', o.sha256, 'name', o.name) order by o.place) from document_file o
                      where o.document_id = f.document_id and o.superseded_at is null and o.sha256 <> f.sha256), '[]'), f.document_id
      from document_file f where f.sha256 = ${sha256}
     order by id desc limit ${MOST_PLACES}`);

/** What the signature is about in one place: the file whose name it carries, the only one, or the text of its e-mail. */
export const dataIn =
  (store: FileStore, { wanted, mailSha256, files }: Place): FindData =>
  async (name) => {
    const named = files.find((file) => file.name === (name ?? wanted));
    const found = named ?? (name === undefined && files.length === 1 ? files[0] : undefined);
    if (found) return { name: found.name, content: await store.read(found.sha256) };
    return mailSha256 === null ? undefined : openCms(await store.read(mailSha256))?.content;
  };
