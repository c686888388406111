import { resolve } from 'node:path';
import { type Command, PlainError, printResult, readArguments } from '../arguments.ts';
import { restore } from '../backup/restore.ts';
import { dataFolder } from '../settings.ts';

export const restoreCommand: Command = {
  summary: 'Puts a backup in place, after checking every file of it.',
  usage: 'aprite restore FOLDER [--data DIR] [--fresh] [--json]\n\n  --fresh   replace the installation that is there',
  async run(argv) {
    const { values, positionals } = readArguments(argv, {
      data: { type: 'string' },
      fresh: { type: 'boolean', default: false },
    });
    if (!positionals[0]) throw new PlainError('From where? aprite restore FOLDER');
    const data = dataFolder(values.data);
    const files = await restore(resolve(positionals[0]), data, values.fresh);
    printResult(
      values.json,
      { data, files },
      `${files} files checked and restored to ${data}. Start it with aprite up.`,
    );
    return 0;
  },
};
