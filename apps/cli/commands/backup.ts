import { resolve } from 'node:path';
import { type Command, PlainError, printResult, readArguments } from '../arguments.ts';
import { backUp } from '../backup/backup.ts';
import { dataFolder } from '../settings.ts';

export const backupCommand: Command = {
  summary: 'Copies the whole installation (documents, files, jobs, keys), also while it runs.',
  usage:
    'aprite backup FOLDER [--data DIR] [--json]\n\nThe copy holds keys and passwords: keep it as safe as the original.',
  async run(argv) {
    const { values, positionals } = readArguments(argv, { data: { type: 'string' } });
    if (!positionals[0]) throw new PlainError('Where to? aprite backup FOLDER');
    const target = resolve(positionals[0]);
    const { files, createdAt } = await backUp(dataFolder(values.data), target);
    const count = Object.keys(files).length;
    printResult(values.json, { target, createdAt, files: count }, `${count} files → ${target}`);
    return 0;
  },
};
