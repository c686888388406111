import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PlainError, runQuietly, say } from './say.mjs';

/** The Node that the project brings along; this process's own one where it is new enough. */
export function ownNode(root) {
  const brought = join(root, 'node_modules/node/bin/node');
  if (existsSync(brought)) return brought;
  const [major, minor] = process.versions.node.split('.').map(Number);
  return major > 24 || (major === 24 && minor >= 15) ? process.execPath : undefined;
}

/** Brings the packages of package-lock.json when they are missing or the file changed since. */
export async function installPackages(root) {
  const lock = readFileSync(join(root, 'package-lock.json'), 'utf8');
  const wanted = createHash('sha256').update(lock).digest('hex');
  const stamp = join(root, 'node_modules/.aprite-installed');
  if (!(existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) && !installedByHand(root, lock)) {
    // npm writes this file last; without it an installation was interrupted and cannot be trusted.
    if (!existsSync(installedList(root))) rmSync(join(root, 'node_modules'), { recursive: true, force: true });
    // Not `npm ci`: it refuses a lock file that was written where the registry had no packages for other platforms.
    const seconds = await runQuietly(
      'Installing the packages, some minutes the first time / Instalē pakotnes, pirmajā reizē dažas minūtes',
      ...npm('install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'),
      { cwd: root },
    );
    say(`  ${seconds} s`);
  }
  if (!ownNode(root)) await installNode(root);
  writeFileSync(stamp, wanted);
}

const installedList = (root) => join(root, 'node_modules/.package-lock.json');

/** npm writes down what it really installed: whoever ran it by hand does not wait a second time. */
function installedByHand(root, lock) {
  try {
    const installed = JSON.parse(readFileSync(installedList(root), 'utf8')).packages;
    return Object.entries(JSON.parse(lock).packages).every(
      ([path, { version, optional, devOptional }]) =>
        path === '' || installed[path]?.version === version || (!installed[path] && (optional || devOptional)),
    );
  } catch {
    return false;
  }
}

/** Where install scripts are switched off, the script that fetches Node is run by its name. */
async function installNode(root) {
  const folder = join(root, 'node_modules/node');
  await runQuietly('Bringing Node 24', process.execPath, ['installArchSpecificPackage.js'], { cwd: folder });
  if (!ownNode(root))
    throw new PlainError(
      `Node 24 could not be brought, and this is ${process.versions.node}. Install Node 24 yourself.`,
    );
}

/** The npm beside this Node, also when it is not on the path. */
function npm(...args) {
  const own = process.env.npm_execpath;
  return own?.endsWith('.js') ? [process.execPath, [own, ...args]] : ['npm', args];
}
