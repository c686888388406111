import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The folder with package.json: the sources lie at different depths in apps/ and in dist/apps/. */
export const projectRoot: string = above(import.meta.dirname);

function above(folder: string): string {
  if (existsSync(join(folder, 'package-lock.json')) && existsSync(join(folder, 'apps'))) return folder;
  if (dirname(folder) === folder) throw new Error('Aprite runs from its own folder; package-lock.json is missing.');
  return above(dirname(folder));
}
