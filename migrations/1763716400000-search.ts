import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTables } from './tenant.ts';

/** Search: the words of files and of documents; exchange: who is sending a dispatch just now, and what its bounces name it by. */
export class Search1763716400000 implements MigrationInterface {
  async up(db: QueryRunner) {
    await db.query(`
      create table file_text (
        institution_id uuid references institution, sha256 text not null, text text not null, words tsvector not null,
        extracted_at timestamptz not null, primary key (institution_id, sha256),
        foreign key (institution_id, sha256) references stored_file (institution_id, sha256)
      );
      create table search_entry (
        document_id uuid primary key references document, institution_id uuid references institution, at timestamptz not null, kind text not null,
        register_id uuid, year int not null, unit_id uuid not null, words tsvector not null
      );
      create index search_entry_words on search_entry using gin (words);
      create index search_entry_newest on search_entry (institution_id, at desc, document_id desc);
      create index search_entry_unit on search_entry (unit_id, at desc);
      create index search_entry_kind on search_entry (kind, at desc);

      create function add_words(words tsvector, more tsvector) returns tsvector language plpgsql immutable parallel safe as $$
      begin
        return words || more;
      exception when program_limit_exceeded then
        return words;
      end $$;
      comment on function add_words is 'A tsvector holds one megabyte; what is too much is left out, the rest stays findable.';
      create aggregate all_words (tsvector) (sfunc = add_words, stype = tsvector, initcond = '', parallel = safe);

      create function search_words(content text) returns tsvector language sql immutable parallel safe
        as $$ select add_words(to_tsvector('lv', left(content, 300000)), to_tsvector('lv_ascii', left(content, 300000))) $$;
      comment on function search_words is 'Dictionary forms with diacritics and, beside them, without: a query word chooses its kind.';

      alter table dispatch add column sending_until timestamptz;
      comment on column dispatch.sending_until is 'While a worker sends: no other may begin before this moment.';
      create index dispatch_document on dispatch (document_id);
      create index dispatch_external on dispatch (institution_id, external_id) where external_id is not null;
      create index received_item_raw on received_item (institution_id, raw_sha256);`);
    await tenantTables(db, 'file_text', 'search_entry');
  }

  async down() {
    throw new Error('Migrations go forward only.');
  }
}
