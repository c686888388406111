import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { type Command, printResult, readArguments } from '../arguments.ts';
import { projectRoot } from '../project-root.ts';

export interface CheckResult {
  name: string;
  passed: boolean;
  output: string;
}

const modules = join(projectRoot, 'node_modules');
const checks: { name: string; script: string; args: string[] }[] = [
  { name: 'types', script: 'typescript-native/bin/tsc', args: ['--noEmit', '-p', 'tsconfig.json'] },
  {
    name: 'types of the staff application',
    script: 'typescript-native/bin/tsc',
    args: ['--noEmit', '-p', 'apps/web/tsconfig.json'],
  },
  { name: 'lint', script: 'oxlint/bin/oxlint', args: ['--type-aware'] },
  { name: 'format', script: 'prettier/bin/prettier.cjs', args: ['--check', '--log-level', 'warn', '.'] },
  {
    name: 'house plan',
    script: 'dependency-cruiser/bin/dependency-cruiser.mjs',
    args: ['apps', 'libs', '-c', 'test/house-plan.cjs'],
  },
];

/** Types, lint, format and boundaries, each told as one test. */
export async function runChecks(tell: (result: CheckResult) => void): Promise<CheckResult[]> {
  const results: CheckResult[] = [];
  // One after the other: each of them takes all the cores it finds.
  for (const check of checks) {
    const result = await runCheck(check);
    tell(result);
    results.push(result);
  }
  return results;
}

function runCheck({ name, script, args }: (typeof checks)[number]): Promise<CheckResult> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(modules, script), ...args], { cwd: projectRoot });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => (output += part.toString()));
    child.on('error', (error) => resolve({ name, passed: false, output: error.message }));
    child.on('exit', (code) => resolve({ name, passed: code === 0, output: output.trim() }));
  });
}

export function tellCheck({ name, passed, output }: CheckResult): void {
  process.stdout.write(passed ? `✓ check: ${name}\n` : `✕ check: ${name}\n${output.slice(-8000)}\n`);
}

export const checkCommand: Command = {
  summary: 'Types, lint, format and the house plan.',
  usage: 'aprite check [--json]',
  async run(argv) {
    const { values } = readArguments(argv, {});
    const results = await runChecks(values.json ? () => {} : tellCheck);
    const failed = results.filter(({ passed }) => !passed).length;
    printResult(values.json, { checks: results }, `${results.length - failed} passed, ${failed} failed`);
    return failed ? 1 : 0;
  },
};
