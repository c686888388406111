import type { Tx } from '#kernel';
import sql from 'sql-template-tag';

export interface FileToRead {
  readonly sha256: string;
  readonly name: string;
}

/** Current files of a document whose words are not known yet. */
export const filesToRead = (tx: Tx, documentId: string): Promise<FileToRead[]> =>
  tx.rows(sql`
    select distinct on (f.sha256) f.sha256, f.name from document_file f
     where f.document_id = ${documentId} and f.superseded_at is null
       and not exists (select from file_text t where t.institution_id = f.institution_id and t.sha256 = f.sha256)`);

/** Keeps the words of a file; the same file once more changes nothing. */
export async function keepFileText(tx: Tx, sha256: string, text: string): Promise<void> {
  await tx.rows(sql`
    insert into file_text (sha256, text, words, extracted_at) values (${sha256}, ${text}, strip(search_words(${text})), ${tx.now})
    on conflict do nothing`);
}

/**
 * Writes a document's entry anew from what it is now: title, parties, numbers and days, and the words of its current files.
 * Numbers and days are lexemes of their own kind (`nr:…`, `dt:…`), so that one index answers every question. Safe to repeat;
 * two at once wait for each other, the later one sees what the earlier one wrote.
 */
export async function indexDocument(tx: Tx, documentId: string): Promise<void> {
  await tx.rows(sql`select pg_advisory_xact_lock(hashtextextended('search ' || ${documentId}::text, 0))`);
  await tx.rows(sql`
    insert into search_entry (document_id, at, kind, register_id, year, unit_id, words)
    select d.id, coalesce(d.registered_at, d.created_at), d.kind, d.register_id,
           extract(year from coalesce(d.registered_at, d.created_at) at time zone 'Europe/Riga')::int, d.unit_id,
           add_words(setweight(search_words(concat_ws(' ', d.title, d.counterparty_name)), 'A')
             || setweight(search_words(concat_ws(' ', l.correspondent, l.body)), 'B')
             || array_to_tsvector(array_remove(array[
                  'nr:' || lower(unaccent(d.number)), 'nr:' || d.number_seq, 'nr:' || lower(unaccent(l.sender_number)), 'nr:' || lower(d.tracking_code),
                  'dt:' || d.registered_on, 'dt:' || l.sender_date, 'dt:' || l.received_on], null)),
             coalesce(f.words, ''))
             
      from document d left join letter l on l.id = d.id
      left join lateral (
        select all_words(t.words order by df.place) as words
          from document_file df join file_text t on t.institution_id = df.institution_id and t.sha256 = df.sha256
         where df.document_id = d.id and df.superseded_at is null) f on true
     where d.id = ${documentId}
    on conflict (document_id) do update set at = excluded.at, kind = excluded.kind, register_id = excluded.register_id, year = excluded.year,
      unit_id = excluded.unit_id, words = excluded.words`);
}
