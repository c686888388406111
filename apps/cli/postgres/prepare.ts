import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Client } from 'pg';
import { projectRoot } from '../project-root.ts';

/** The same file an administrator runs on a server of their own. */
export const initSql = (): string => readFileSync(join(projectRoot, 'docker/postgres/init.sql'), 'utf8');

/** Does in this database what only a superuser may: extensions, Latvian text search, roles. */
export async function prepareDatabase(superuser: Client): Promise<void> {
  await superuser.query(initSql());
}

const preparations = `
  select 'role ' || name as part from unnest($1::text[]) name where not exists (select from pg_roles where rolname = name)
  union all
  select 'extension ' || name from unnest($2::text[]) name where not exists (select from pg_extension where extname = name)
  union all
  select 'text search configuration ' || name from unnest($3::text[]) name
    where not exists (select from pg_ts_config where cfgname = name)
  union all
  select 'schema jobs' where not exists (select from pg_namespace where nspname = 'jobs')
  union all
  select 'leakproof ts_match_vq' from pg_proc where proname = 'ts_match_vq' and not proleakproof`;

export const roles = ['aprite_owner', 'aprite_app', 'aprite_worker', 'aprite_portal'] as const;
export type Role = (typeof roles)[number];

/** What of the preparations a database lacks; nothing when all is done. Any login may ask. */
export async function missingPreparations(client: Client): Promise<string[]> {
  const extensions = ['unaccent', 'pg_trgm', 'btree_gist', 'pgcrypto'];
  const { rows } = await client.query<{ part: string }>(preparations, [roles, extensions, ['lv', 'lv_ascii']]);
  return rows.map(({ part }) => part);
}

/** Whether the server has the Latvian dictionary; without it the search looks for beginnings of words. */
export async function knowsWordForms(client: Client): Promise<boolean> {
  const { rowCount } = await client.query(
    `select from pg_ts_dict d join pg_ts_template t on t.oid = d.dicttemplate where d.dictname = 'lv_ispell' and t.tmplname = 'ispell'`,
  );
  return rowCount === 1;
}

export const wordFormsMissing =
  'The database server has no Latvian dictionary, so the search finds words by their beginnings only: write the files with ' +
  '`aprite dictionary FOLDER` and run docker/postgres/init.sql again before the first documents. / ' +
  'Datubāzes serverī nav latviešu vārdnīcas; meklēšana atrod vārdus tikai pēc sākuma.';
