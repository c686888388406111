import { type Command, PlainError, printResult, readArguments } from '../arguments.ts';
import { migrate } from '../migrate.ts';
import { withClient } from '../postgres/database.ts';
import { initSql, knowsWordForms, missingPreparations, wordFormsMissing } from '../postgres/prepare.ts';
import { dataFolder, withOwner } from '../settings.ts';

export const migrateCommand: Command = {
  summary: 'Brings the database to this version of Aprite.',
  usage: 'aprite migrate [--data DIR] [--json]\n\nOWNER_DATABASE_URL names a server of your own.',
  async run(argv) {
    const { values } = readArguments(argv, { data: { type: 'string' } });
    const taken = await withOwner(dataFolder(values.data), async (ownerUrl) => {
      await refuseUnprepared(ownerUrl);
      if (!(await withClient(ownerUrl, knowsWordForms))) process.stderr.write(`${wordFormsMissing}\n`);
      return migrate(ownerUrl);
    });
    printResult(values.json, { migrations: taken }, taken.length ? taken.join('\n') : 'Nothing to do.');
    return 0;
  },
};

/** Only a superuser may make what is missing, so an administrator is told exactly what to run. */
export async function refuseUnprepared(ownerUrl: string): Promise<void> {
  const missing = await withClient(ownerUrl, missingPreparations);
  if (missing.length === 0) return;
  throw new PlainError(
    `The database lacks: ${missing.join(', ')}.\nAs a superuser run this once in it (docker/postgres/init.sql):\n\n${initSql()}`,
  );
}
