#!/usr/bin/env node
/**
 * The `aprite` command. Runs on any Node from 20.19 with nothing installed: brings the packages and the project's own
 * Node, builds what changed, and hands over to apps/cli/main.ts.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildServer, buildStaffApplication } from './bootstrap/build.mjs';
import { installPackages, ownNode } from './bootstrap/install.mjs';
import { PlainError, say } from './bootstrap/say.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const main = join(root, 'dist/apps/cli/main.js');
const command = process.argv[2];

/** These read or judge something and must answer at once, also where nothing may be installed or built. */
const wantsFreshBuild = ['up', 'test', 'test-db', 'bench', 'build', 'check', 'seed', 'migrate'].includes(command);
/** Somebody who runs a few tests waits for the browser's part only when they are tests of the browser. */
const fewTests = command === 'test' && process.argv.length > 3 && !process.argv.some((word) => /\bweb\b/.test(word));
const wantsStaffApplication = ['up', 'test', 'bench', 'build'].includes(command) && !fewTests;

try {
  refuseOldNode();
  if (wantsFreshBuild || !existsSync(main)) {
    await installPackages(root);
    await buildServer(root);
    if (wantsStaffApplication) await buildStaffApplication(root).catch(tolerateInTests);
  }
  if (command === 'build') say('Built. / Uzbūvēts.');
  else process.exitCode = await handOver();
} catch (error) {
  if (!(error instanceof PlainError)) throw error;
  console.error(`\n${error.message}\n`);
  process.exitCode = 1;
}

/** Tests of everything else are worth running also while the staff application does not build; its own will fail. */
function tolerateInTests(error) {
  if (command !== 'test') throw error;
  say(error.message);
}

function refuseOldNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  throw new PlainError(`Aprite needs Node 20.19 or newer to begin with; this is ${process.versions.node}.`);
}

/** Waits for the command proper. Signals are its business: it stops things in their order, and this process waits. */
function handOver() {
  // What Node compiled once it need not compile again: a fifth of what each process of the product needs to start.
  const env = { NODE_COMPILE_CACHE: join(root, 'dist/.compiled'), ...process.env };
  const child = spawn(ownNode(root), ['--enable-source-maps', main, ...process.argv.slice(2)], {
    stdio: 'inherit',
    env,
  });
  // The terminal sends Ctrl-C to both; what is sent to this process alone is passed on.
  process.on('SIGINT', () => {});
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  if (process.env.npm_lifecycle_event) stopWithNpm(child);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code) => resolve(code ?? 1));
  });
}

/** Whoever ends `npm start` ends npm and its shell; the shell passes nothing on, so its death is the signal. */
function stopWithNpm(child) {
  const shell = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === shell) return;
    clearInterval(watch);
    child.kill('SIGTERM');
  }, 500);
  watch.unref();
}
