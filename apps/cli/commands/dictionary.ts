import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Command, PlainError, printResult, readArguments } from '../arguments.ts';
import { latvianDictionaryFiles } from '../postgres/latvian-dictionary.ts';
import { projectRoot } from '../project-root.ts';

export const dictionaryCommand: Command = {
  summary: 'Writes the Latvian dictionary files for a PostgreSQL server of your own.',
  usage: 'aprite dictionary FOLDER [--json]\n\nFOLDER is the tsearch_data folder of the server (pg_config --sharedir).',
  async run(argv) {
    const { values, positionals } = readArguments(argv, {});
    const folder = positionals[0];
    if (!folder) throw new PlainError('Which folder? aprite dictionary FOLDER');
    mkdirSync(folder, { recursive: true });
    const files = latvianDictionaryFiles(join(projectRoot, 'node_modules/dictionary-lv'));
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text, { mode: 0o644 });
    printResult(values.json, { folder, files: Object.keys(files) }, `${Object.keys(files).join(', ')} → ${folder}`);
    return 0;
  },
};
