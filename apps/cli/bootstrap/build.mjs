import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ownNode } from './install.mjs';
import { runQuietly } from './say.mjs';

/**
 * Builds dist/ where the sources changed since the last time. Types are not checked here but by `npm run check`, so
 * that the product starts in seconds; the compiler still refuses what it cannot read.
 */
export async function buildServer(root) {
  const server = hashOf(root, ['package-lock.json', 'tsconfig.json', 'apps', 'libs', 'migrations', 'test'], 'apps/web');
  if (readStamp(root).server === server && existsSync(join(root, 'dist/apps/cli/main.js'))) return;
  const tsc = join(root, 'node_modules/typescript-native/bin/tsc');
  const options = ['-p', 'tsconfig.json', '--noCheck', '--tsBuildInfoFile', 'dist/.aprite.tsbuildinfo'];
  await runQuietly('Building / Būvē', ownNode(root), [tsc, ...options], { cwd: root });
  writeStamp(root, { server });
}

/** What the browser loads: dist/web. */
export async function buildStaffApplication(root) {
  if (!existsSync(join(root, 'apps/web/vite.config.ts'))) return;
  const web = hashOf(root, ['package-lock.json', 'apps/web', 'libs']);
  if (readStamp(root).web === web && existsSync(join(root, 'dist/web/index.html'))) return;
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  const options = ['build', '-c', 'apps/web/vite.config.ts', '--logLevel', 'warn'];
  await runQuietly('Building the staff application / Būvē darbinieku lietotni', ownNode(root), [vite, ...options], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production', NO_COLOR: '1' },
  });
  writeStamp(root, { web });
}

const stampFile = (root) => join(root, 'dist/.aprite-built.json');

function readStamp(root) {
  try {
    return JSON.parse(readFileSync(stampFile(root), 'utf8'));
  } catch {
    return {};
  }
}

function writeStamp(root, news) {
  mkdirSync(join(root, 'dist'), { recursive: true });
  writeFileSync(stampFile(root), JSON.stringify({ ...readStamp(root), ...news }));
}

/** By content, not by time: a checkout gives every file a new time. */
function hashOf(root, paths, without) {
  const hash = createHash('sha256');
  for (const file of paths.flatMap((path) => filesBelow(root, path, without)))
    hash.update(`${file}\0`).update(readFileSync(join(root, file)));
  return hash.digest('hex');
}

function filesBelow(root, path, without) {
  const full = join(root, path);
  if (path === without || !existsSync(full)) return [];
  if (!statSync(full).isDirectory()) return [path];
  return readdirSync(full)
    .sort()
    .flatMap((name) => filesBelow(root, `${path}/${name}`, without));
}
