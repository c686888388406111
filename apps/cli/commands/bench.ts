import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Command, PlainError } from '../arguments.ts';

export const benchCommand: Command = {
  summary: 'Measures speed and prints it as ratios of the same run.',
  usage: 'aprite bench [--json]',
  async run(argv) {
    const file = join(import.meta.dirname, '../../../test/bench/main.js');
    if (!existsSync(file)) throw new PlainError('This version has no benchmarks yet.');
    const { bench } = (await import(pathToFileURL(file).href)) as { bench: (argv: string[]) => Promise<number> };
    return bench(argv);
  },
};
