import { type Command, PlainError, printResult, readArguments } from '../arguments.ts';

export const seedCommand: Command = {
  summary: 'Loads the demonstration municipality into an empty database.',
  usage:
    'aprite seed [--json]\n\n`aprite up` calls it by itself. Settings come from the environment as for the API ' +
    '(DATABASE_URL, OWNER_DATABASE_URL, QUEUE_URL, FILES_DIR, KEYS_DIR).',
  async run(argv) {
    const { values } = readArguments(argv, {});
    for (const name of ['DATABASE_URL', 'OWNER_DATABASE_URL', 'FILES_DIR', 'KEYS_DIR'])
      if (!process.env[name])
        throw new PlainError(`${name} is not set. \`aprite up\` sets it and loads the data itself.`);
    const { seed } = await import('../seed/index.ts');
    await seed(process.env['OWNER_DATABASE_URL'] ?? '');
    printResult(values.json, { seeded: true }, 'The demonstration municipality is loaded.');
    return 0;
  },
};
