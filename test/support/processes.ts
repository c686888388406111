import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate } from '../../apps/cli/migrate.ts';
import { type Database, removeDatabase, startDatabase } from '../../apps/cli/postgres/database.ts';
import { projectRoot } from '../../apps/cli/project-root.ts';
import { freePort } from '../../apps/cli/test/tools.ts';

/** One process of the product, as it runs in production. */
export interface Part {
  readonly url: string;
  readonly process: ChildProcess;
  readonly pid: number;
}

/** Several processes of the product on a database server and a file folder of their own; each may be killed. */
export interface Street {
  readonly root: string;
  readonly database: Database;
  start(app: 'api' | 'worker'): Promise<Part>;
  close(): Promise<void>;
}

export async function openStreet(): Promise<Street> {
  const folder = mkdtempSync(join(tmpdir(), 'aprite-street-'));
  chmodSync(folder, 0o711);
  for (const name of ['files', 'keys']) mkdirSync(join(folder, name), { mode: 0o700 });
  const root = join(folder, 'postgres');
  const database = await startDatabase({ root, test: true });
  await migrate(database.ownerUrl);
  const parts: ChildProcess[] = [];
  return {
    root,
    database,
    async start(app) {
      const port = String(await freePort());
      const child = spawn(process.execPath, [join(projectRoot, 'dist/apps', app, 'main.js')], {
        env: {
          PATH: process.env['PATH'],
          DATABASE_URL: app === 'api' ? database.appUrl : database.workerUrl,
          QUEUE_URL: database.appUrl,
          API_PORT: port,
          WORKER_PORT: port,
          FILES_DIR: join(folder, 'files'),
          KEYS_DIR: join(folder, 'keys'),
          DEMO: '1',
          LOG_LEVEL: 'silent',
          TZ: 'UTC',
        },
        stdio: 'ignore',
      });
      parts.push(child);
      const url = `http://127.0.0.1:${port}`;
      await until(async () => (await fetch(`${url}/health/ready`).catch(() => undefined))?.ok === true);
      return { url, process: child, pid: child.pid! };
    },
    async close() {
      for (const part of parts) part.kill('SIGKILL');
      await removeDatabase(root);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Waits for something that other processes do; two minutes at most. */
export async function until(condition: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 1200; tries++) {
    if (await condition()) return;
    await new Promise((wake) => setTimeout(wake, 100));
  }
  throw new Error('It did not happen within two minutes.');
}
