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

-- Latvian word forms: "lv" with diacritics, "lv_ascii" without them on both sides.
do $$
begin
  if not exists (select from pg_ts_dict where dictname = 'lv_ispell') then
    create text search dictionary lv_ispell (template = ispell, dictfile = lv_lv, afffile = lv_lv);
    create text search configuration lv (copy = simple);
    alter text search configuration lv
      alter mapping for word, asciiword, hword, hword_part, asciihword, hword_asciipart with lv_ispell, simple;
  end if;
  if not exists (select from pg_ts_dict where dictname = 'lv_ascii_ispell') then
    create text search dictionary lv_ascii_ispell (template = ispell, dictfile = lv_ascii, afffile = lv_ascii);
    create text search configuration lv_ascii (copy = simple);
    alter text search configuration lv_ascii
      alter mapping for word, asciiword, hword, hword_part, asciihword, hword_asciipart
      with unaccent, lv_ascii_ispell, simple;
  end if;
end
$$;

-- Background jobs (BullMQ on PostgreSQL) keep their tables in a schema of their own. API and worker both use the login
-- aprite_app for it, so the tables have one owner; `aprite migrate` makes them in that role's name. BullMQ says
-- "create schema if not exists" each time it looks after its tables, which needs the right to create a schema even when
-- it exists.
create schema if not exists jobs authorization aprite_app;
do $$
begin
  execute format('grant create on database %I to aprite_app', current_database());
end
$$;
