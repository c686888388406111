import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { migrate } from '../../apps/cli/migrate.ts';
import { removeDatabase, startDatabase, type Database } from '../../apps/cli/postgres/database.ts';
import { projectRoot } from '../../apps/cli/project-root.ts';
import { seedBase, type Directory } from '../../apps/cli/seed/base.ts';

/** A server as in production (every commit reaches the disk), the base of the demonstration municipality, and the built API before it. */
export interface Ground {
  readonly database: Database;
  readonly directory: Directory;
  readonly url: string;
  close(): Promise<void>;
}

export async function openGround(port = 3990): Promise<Ground> {
  const folder = await mkdtemp(join(tmpdir(), 'aprite-bench-'));
  const database = await startDatabase({ root: join(folder, 'database') });
  await migrate(database.ownerUrl);
  const owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
  const directory = await seedBase(owner).finally(() => owner.end());
  const api = spawn(process.execPath, [join(projectRoot, 'dist/apps/api/main.js')], {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: {
      ...process.env,
      NODE_ENV: 'production',
      DATABASE_URL: database.appUrl,
      QUEUE_URL: database.workerUrl,
      API_PORT: String(port),
      DEMO: '1',
      LOG_LEVEL: 'error',
      FILES_DIR: join(folder, 'files'),
      KEYS_DIR: join(folder, 'keys'),
    },
  });
  const url = `http://127.0.0.1:${port}`;
  await ready(url, api);
  return {
    database,
    directory,
    url,
    close: async () => {
      api.kill('SIGTERM');
      await new Promise((ended) => (api.exitCode === null ? api.once('exit', ended) : ended(null)));
      await removeDatabase(join(folder, 'database'));
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function ready(url: string, api: ChildProcess) {
  for (let tries = 0; tries < 300; tries++) {
    if (api.exitCode !== null) throw new Error('The API ended before it was ready.');
    const response = await fetch(`${url}/health/ready`).catch(() => null);
    if (response?.ok) return;
    await new Promise((again) => setTimeout(again, 100));
  }
  throw new Error('The API is not ready after 30 s.');
}
