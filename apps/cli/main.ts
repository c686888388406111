import { type Command, PlainError } from './arguments.ts';

/** Each command is loaded only when it is asked for: `aprite invoice` need not know how to start a database. */
const commands: Record<string, () => Promise<Command>> = {
  up: async () => (await import('./up/up.ts')).up,
  migrate: async () => (await import('./commands/migrate.ts')).migrateCommand,
  seed: async () => (await import('./commands/seed.ts')).seedCommand,
  institution: async () => (await import('./commands/institution.ts')).institutionCommand,
  invite: async () => (await import('./commands/invite.ts')).inviteCommand,
  journal: async () => (await import('./commands/journal.ts')).journalCommand,
  signature: async () => (await import('./commands/signature.ts')).signatureCommand,
  invoice: async () => (await import('./commands/invoice.ts')).invoiceCommand,
  doctor: async () => (await import('./commands/doctor.ts')).doctorCommand,
  backup: async () => (await import('./commands/backup.ts')).backupCommand,
  restore: async () => (await import('./commands/restore.ts')).restoreCommand,
  dictionary: async () => (await import('./commands/dictionary.ts')).dictionaryCommand,
  test: async () => (await import('./test/test.ts')).testCommand,
  'test-db': async () => (await import('./test/test-db.ts')).testDatabaseCommand,
  check: async () => (await import('./test/check.ts')).checkCommand,
  bench: async () => (await import('./commands/bench.ts')).benchCommand,
};

async function run([name, ...argv]: string[]): Promise<number> {
  const load = name === undefined ? undefined : commands[name];
  if (!load) {
    const wanted = name === undefined || name === '--help' || name === '-h' || name === 'help';
    process[wanted ? 'stdout' : 'stderr'].write(wanted ? await overview() : `There is no command "${name}". ${hint}\n`);
    return wanted ? 0 : 2;
  }
  const command = await load();
  // A subcommand of its own library (signature, invoice) explains its verbs itself.
  if (argv[0] === '--help' || argv[0] === '-h') {
    process.stdout.write(`${command.summary}\n\n${command.usage}\n`);
    return 0;
  }
  return command.run(argv);
}

const hint = '`aprite --help` lists them.';

async function overview(): Promise<string> {
  const lines = await Promise.all(
    Object.entries(commands).map(async ([name, load]) => `  ${name.padEnd(12)}${(await load()).summary}`),
  );
  return `aprite COMMAND [--json] [--help]\n\n${lines.join('\n')}\n`;
}

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof PlainError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}
