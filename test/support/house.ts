import 'reflect-metadata';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Client } from 'pg';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { SeedContext } from '../../apps/cli/seed/context.ts';
import { freshDatabase } from './database.ts';

export interface House extends SeedContext {
  /** The API as it stands in production, on a port of its own when `listen` was asked. */
  readonly api: NestExpressApplication;
  readonly url: string;
  readonly ownerUrl: string;
  /** A connection of the database's owner, who is bound by no rule of rows; for looking behind the house. */
  readonly owner: Client;
  readonly folder: string;
  close(): Promise<void>;
}

/**
 * The whole house on a fresh database with the base of the demonstration municipality: API and worker in this process,
 * real PostgreSQL, real HTTP when `listen`: on the port of PUBLIC_URL where that is set. One per test file; `settings` are environment
 * variables.
 */
export async function openHouse({
  listen = false,
  settings = {},
  furnish = () => {},
}: {
  listen?: boolean;
  settings?: Record<string, string>;
  furnish?: (api: NestExpressApplication) => void;
} = {}): Promise<House> {
  const database = await freshDatabase();
  const folder = await mkdtemp(join(tmpdir(), 'aprite-house-'));
  Object.assign(process.env, {
    DATABASE_URL: database.workerUrl,
    QUEUE_URL: database.workerUrl,
    FILES_DIR: join(folder, 'files'),
    KEYS_DIR: join(folder, 'keys'),
    DEMO: '1',
    LOG_LEVEL: process.env['LOG_LEVEL'] ?? 'error',
    ...settings,
  });
  // Only now: some modules read their settings when they are loaded.
  const { Test } = await import('@nestjs/testing');
  const { RelayModule, dress } = await import('#platform');
  const { ApiModule } = await import('../../apps/api/api.module.ts');
  const { seedBase } = await import('../../apps/cli/seed/base.ts');
  const { contextOf } = await import('../../apps/cli/seed/index.ts');
  const { describeApi } = await import('../../apps/api/open-api.ts');
  const { default: pg } = await import('pg');
  const owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
  const directory = await seedBase(owner);
  const testing = await Test.createTestingModule({ imports: [ApiModule, RelayModule] }).compile();
  const api = dress(testing.createNestApplication<NestExpressApplication>({ bodyParser: false, logger: false }));
  describeApi(api);
  furnish(api);
  await api.init();
  if (listen) await api.listen(Number(new URL(settings['PUBLIC_URL'] ?? 'http://127.0.0.1:0').port), '127.0.0.1');
  const context = contextOf(api, directory);
  return {
    ...context,
    api,
    folder,
    ownerUrl: database.ownerUrl,
    owner,
    url: listen ? await api.getUrl() : '',
    close: async () => {
      await api.close();
      await owner.end();
      await database.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
