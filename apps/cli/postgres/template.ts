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
 * A migrated, empty database to clone tests' databases from. Its name carries a hash of the migrations, so it is made
 * anew when they change; whoever comes second waits for the first.
 */
export async function ensureTemplate(server: Database): Promise<string> {
  const name = `template_${migrationsHash()}`;
  await withClient(urlFor(server.superuserUrl, 'postgres'), async (superuser) => {
    if (await exists(superuser, name)) return;
    await superuser.query(`select pg_advisory_lock(hashtext('aprite template'))`);
    if (await exists(superuser, name)) return;
    await dropTemplates(superuser);
    const draft = `draft_${name}`;
    await superuser.query(`create database ${draft}`);
    await withClient(urlFor(server.superuserUrl, draft), prepareDatabase);
    await migrate(urlFor(server.ownerUrl, draft));
    await superuser.query(`alter database ${draft} rename to ${name}`);
  });
  return name;
}

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

/** Templates of other migrations, and one whose making was interrupted. */
async function dropTemplates(superuser: Client): Promise<void> {
  const { rows } = await superuser.query<{ name: string }>(
    `select datname as name from pg_database where datname ~ '^(draft_)?template_[0-9a-f]{12}$'`,
  );
  for (const { name } of rows) await superuser.query(`drop database if exists ${name} with (force)`);
}
