import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '../project-root.ts';

export interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

interface JestReport {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  /** Files that could not even be loaded; their tests are not in the other numbers. */
  numRuntimeErrorTestSuites: number;
}

/** Runs Jest with its usual output, and answers what it counted. */
export async function runJest(
  argv: string[],
  env: NodeJS.ProcessEnv,
  reportFile: string,
  stop: AbortSignal,
): Promise<Counts> {
  rmSync(reportFile, { force: true });
  const jest = join(projectRoot, 'node_modules/jest/bin/jest.js');
  // Jest leaves one core free by default; where there are two, that would double the time.
  const workers = argv.some((option) => /^(-i|-w|--runInBand|--maxWorkers)/.test(option))
    ? []
    : ['--maxWorkers', String(Math.max(2, availableParallelism() - 1))];
  const own = ['-c', 'test/jest.config.js', '--forceExit', '--passWithNoTests', '--json', '--outputFile', reportFile];
  const code = await new Promise<number>((resolve, reject) => {
    const child = spawn(
      process.execPath,
      ['--enable-source-maps', '--no-warnings', jest, ...own, ...workers, ...argv],
      {
        cwd: projectRoot,
        env,
        signal: stop,
        // The report goes to its file; printed as well it would bury what a person reads.
        stdio: ['ignore', 'ignore', 'inherit'],
      },
    );
    child.on('error', (error) => {
      if (!stop.aborted) reject(error);
    });
    child.on('exit', (exit) => resolve(exit ?? 1));
  });
  if (!existsSync(reportFile)) return { passed: 0, failed: 1, skipped: 0 };
  const report = JSON.parse(readFileSync(reportFile, 'utf8')) as JestReport;
  const failed = report.numFailedTests + report.numRuntimeErrorTestSuites;
  return {
    passed: report.numPassedTests,
    // Jest may fail for a reason that no test tells, such as a threshold; that must not look green.
    failed: failed === 0 && code !== 0 ? 1 : failed,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}
