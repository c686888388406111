import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Command } from '../arguments.ts';
import { removeDatabase, startDatabase } from '../postgres/database.ts';
import { ensureTemplate } from '../postgres/template.ts';
import { runChecks, tellCheck } from './check.ts';
import { type Counts, runJest } from './jest.ts';
import { sharedTestCluster } from './test-cluster.ts';
import { provideTools, startRedis } from './tools.ts';

export const testCommand: Command = {
  summary: 'Runs the tests; with names of files or options for Jest, only those.',
  usage:
    'aprite test [jest arguments]\n\n' +
    'Without arguments: all tests on a database server of their own, and the checks. With arguments: only those tests,\n' +
    'on the test server that `aprite test-db` keeps. The last line is `N passed, N failed, N skipped`.',
  async run(argv) {
    const counts = argv.length > 0 ? await runSome(argv) : await runAll();
    process.stdout.write(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped\n`);
    return counts.failed > 0 ? 1 : 0;
  },
};

const say = (text: string): void => void process.stdout.write(`${text}\n`);

async function runAll(): Promise<Counts> {
  return withSurroundings(async ({ folder, env, stop }) => {
    const cluster = join(folder, 'postgres');
    try {
      const checks = await runChecks(tellCheck);
      const failedChecks = checks.filter(({ passed }) => !passed).length;
      await ensureTemplate(await startDatabase({ root: cluster, test: true }));
      const tests = await runJest([], { ...env, APRITE_TEST_PG: cluster }, join(folder, 'report.json'), stop);
      return {
        passed: tests.passed + checks.length - failedChecks,
        failed: tests.failed + failedChecks,
        skipped: tests.skipped,
      };
    } finally {
      await removeDatabase(cluster);
    }
  });
}

const runSome = (argv: string[]): Promise<Counts> =>
  withSurroundings(({ folder, env, stop }) =>
    runJest(argv, { ...env, APRITE_TEST_PG: sharedTestCluster() }, join(folder, 'report.json'), stop),
  );

interface Surroundings {
  folder: string;
  env: NodeJS.ProcessEnv;
  stop: AbortSignal;
}

/** A folder and a Redis of this run's own, both gone afterwards, also when the run is interrupted. */
async function withSurroundings(run: (surroundings: Surroundings) => Promise<Counts>): Promise<Counts> {
  const controller = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, () => controller.abort());
  const folder = mkdtempSync(join(tmpdir(), 'aprite-test-'));
  // As root the database server runs as somebody else, who has to walk through.
  chmodSync(folder, 0o711);
  const tools = provideTools(process.env, say);
  const redis = await startRedis(tools['APRITE_REDIS_SERVER']);
  try {
    const env = testEnvironment({ ...tools, ...(redis.url ? { APRITE_REDIS_URL: redis.url } : {}) });
    return await run({ folder, env, stop: controller.signal });
  } finally {
    await redis.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Tests run in UTC wherever they run; what a person set for the product must not reach them. */
function testEnvironment(tools: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const { DATABASE_URL: _d, OWNER_DATABASE_URL: _o, QUEUE_URL: _q, APRITE_DATA: _a, ...given } = process.env;
  return { ...given, ...tools, TZ: 'UTC', NODE_ENV: 'test' };
}
