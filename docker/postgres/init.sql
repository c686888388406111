-- What a superuser has to do once in Aprite's database; everything else is done by the migrations as aprite_owner.
-- Run it in the database that Aprite shall use (psql -d aprite -f init.sql). Running it again does no harm.
-- Passwords are not given here: ALTER ROLE … PASSWORD for the four roles afterwards.
-- The dictionary files lv_lv.* and lv_ascii.* must lie in the server's tsearch_data folder
-- (`npx aprite dictionary FOLDER` writes them; the image of docker/postgres brings them).

do $$
declare
  name text;
begin
  foreach name in array array['aprite_owner', 'aprite_app', 'aprite_worker', 'aprite_portal'] loop
    if not exists (select from pg_roles where rolname = name) then
      execute format('create role %I login', name);
    end if;
  end loop;
  if not pg_has_role('aprite_worker', 'aprite_app', 'member') then
    grant aprite_app to aprite_worker;
  end if;
  if not pg_has_role('aprite_owner', 'aprite_app', 'member') then
    grant aprite_app to aprite_owner;
  end if;
  if (select datdba <> 'aprite_owner'::regrole from pg_database where datname = current_database()) then
    execute format('alter database %I owner to aprite_owner', current_database());
  end if;
end
$$;

create extension if not exists unaccent;
create extension if not exists pg_trgm;
create extension if not exists btree_gist;
create extension if not exists pgcrypto;

-- Without this, row-level security keeps the full-text index from being used. The function compares, and raises no
-- error that could tell of rows one may not see.
alter function pg_catalog.ts_match_vq(tsvector, tsquery) leakproof;

-- Latvian word forms: "lv" with diacritics, "lv_ascii" without them on both sides. Without the dictionary files the search
-- looks for beginnings of words instead; run this again once the files are there, before the first documents.
do $$
declare
  dictionary record;
begin
  for dictionary in
    select * from (values ('lv', 'lv_ispell', 'lv_lv', 'lv_ispell, simple'),
                          ('lv_ascii', 'lv_ascii_ispell', 'lv_ascii', 'unaccent, lv_ascii_ispell, simple')) d(config, name, files, chain)
  loop
    continue when exists (select from pg_ts_dict d join pg_ts_template t on t.oid = d.dicttemplate
                           where d.dictname = dictionary.name and t.tmplname = 'ispell');
    begin
      execute format('create text search dictionary %I_files (template = ispell, dictfile = %s, afffile = %s)',
                     dictionary.name, dictionary.files, dictionary.files);
    exception when config_file_error then
      raise warning 'The Latvian dictionary % is not in tsearch_data (aprite dictionary FOLDER writes it): %', dictionary.files, sqlerrm;
      continue when exists (select from pg_ts_dict where dictname = dictionary.name);
      execute format('create text search dictionary %I_files (template = simple, accept = false)', dictionary.name);
    end;
    execute format('drop text search configuration if exists %I', dictionary.config);
    execute format('drop text search dictionary if exists %I', dictionary.name);
    execute format('alter text search dictionary %I_files rename to %I', dictionary.name, dictionary.name);
    execute format('create text search configuration %I (copy = simple)', dictionary.config);
    execute format('alter text search configuration %I alter mapping for word, asciiword, hword, hword_part, asciihword,
                    hword_asciipart with %s', dictionary.config, dictionary.chain);
  end loop;
end
$$;

-- Background jobs (BullMQ on PostgreSQL) keep their tables in a schema of their own. API and worker both use the login
-- aprite_app for it, so the tables have one owner; `aprite migrate` makes them in that role's name.
create schema if not exists jobs authorization aprite_app;
