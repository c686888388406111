import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Client } from 'pg';
import { migrate } from '../migrate.ts';
import { projectRoot } from '../project-root.ts';
import { type Database, urlFor, withClient } from './database.ts';
import { dictionaryEdition } from './latvian-dictionary.ts';
import { initSql, prepareDatabase } from './prepare.ts';

/**
 * A migrated, empty database to clone tests' databases from. Its name carries a hash of the migrations, so another one is made
 * when they change; whoever comes second waits for the first.
 */
export async function ensureTemplate(server: Database): Promise<string> {
  const name = `template_${edition}`;
  await withClient(urlFor(server.superuserUrl, 'postgres'), async (superuser) => {
    if (await exists(superuser, name)) return;
    await superuser.query(`select pg_advisory_lock(hashtext('aprite template'))`);
    if (await exists(superuser, name)) return;
    await dropOldTemplates(superuser);
    const draft = `draft_${name}`;
    await superuser.query(`create database ${draft}`);
    await withClient(urlFor(server.superuserUrl, draft), prepareDatabase);
    await migrate(urlFor(server.ownerUrl, draft));
    await superuser.query(`alter database ${draft} rename to ${name}`);
  });
  return name;
}

/** Read when the migrations themselves are loaded: a file that changes later is not what this process runs. */
const edition = migrationsHash();

function migrationsHash(): string {
  const folder = join(projectRoot, 'migrations');
  const hash = createHash('sha256').update(initSql()).update(String(dictionaryEdition));
  for (const name of readdirSync(folder)
    .filter((name) => name.endsWith('.ts'))
    .sort())
    hash.update(name).update(readFileSync(join(folder, name)));
  return hash.digest('hex').slice(0, 12);
}

async function exists(superuser: Client, name: string): Promise<boolean> {
  const { rowCount } = await superuser.query('select from pg_database where datname = $1', [name]);
  return rowCount === 1;
}

/**
 * Templates that nobody made today, and those whose making was interrupted: only the holder of the lock makes one. A younger one may
 * still be cloned by a process that began before the migrations changed.
 */
async function dropOldTemplates(superuser: Client): Promise<void> {
  const { rows } = await superuser.query<{ name: string }>(
    `select datname as name from pg_database where datname ~ '^draft_template_[0-9a-f]{12}$'
        or (datname ~ '^template_[0-9a-f]{12}$'
            and (pg_stat_file('base/' || oid || '/PG_VERSION')).modification < now() - interval '1 day')`,
  );
  for (const { name } of rows) await superuser.query(`drop database if exists ${name} with (force)`);
}
