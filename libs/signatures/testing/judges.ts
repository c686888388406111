import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** True when a command can be started on this machine. */
export const hasTool = (tool: string): boolean => spawnSync('sh', ['-c', `command -v ${tool}`]).status === 0;

/** A test that needs outside programs; without them it is skipped and says which one is missing. */
export function itWith(tools: string[], title: string, run: () => Promise<void>): void {
  const missing = tools.filter((tool) => !hasTool(tool));
  if (missing.length === 0) it(title, run);
  else it.skip(`${title} (skipped: ${missing.join(', ')} not installed)`, run);
}

/** Runs with files in a folder that is gone afterwards; the combined output is returned, whatever the exit code. */
export function judge(
  files: Record<string, Uint8Array | string>,
  command: string,
  args: string[],
): { output: string; code: number } {
  const folder = mkdtempSync(join(tmpdir(), 'signatures-'));
  try {
    for (const [name, content] of Object.entries(files)) {
      if (name.includes('/')) execFileSync('mkdir', ['-p', join(folder, name, '..')]);
      writeFileSync(join(folder, name), content);
    }
    const { stdout, stderr, status } = spawnSync(command, args, { cwd: folder, encoding: 'utf8' });
    return { output: stdout + stderr, code: status ?? -1 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
