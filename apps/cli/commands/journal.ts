import type { Client } from 'pg';
import { type Command, PlainError, printResult, readArguments } from '../arguments.ts';
import { withClient } from '../postgres/database.ts';
import { dataFolder, withOwner } from '../settings.ts';

/** What `verifyJournal` of #audit finds; `ok` decides the exit code. */
interface Verdict {
  ok: boolean;
  [finding: string]: unknown;
}

export const journalCommand: Command = {
  summary: 'Proves that nothing in the journal was changed, removed or reordered.',
  usage: 'aprite journal verify [--data DIR] [--json]\n\nExit code 0: whole; 1: the first wrong row is named.',
  async run(argv) {
    const { values, positionals } = readArguments(argv, { data: { type: 'string' } });
    if (positionals[0] !== 'verify') throw new PlainError('The journal can be verified: aprite journal verify');
    const audit = (await import('#audit')) as unknown as { verifyJournal?: (client: Client) => Promise<Verdict> };
    const verify = audit.verifyJournal;
    if (!verify) throw new PlainError('This version cannot verify the journal yet.');
    const verdict = await withOwner(dataFolder(values.data), (ownerUrl) => withClient(ownerUrl, verify));
    printResult(values.json, verdict, inWords(verdict));
    return verdict.ok ? 0 : 1;
  },
};

function inWords({ ok, ...findings }: Verdict): string {
  const details = Object.entries(findings).map(([name, value]) => `  ${name}: ${JSON.stringify(value)}`);
  return [
    ok ? 'The journal is whole. / Žurnāls ir neskarts.' : 'THE JOURNAL IS NOT WHOLE. / ŽURNĀLS NAV NESKARTS.',
    ...details,
  ].join('\n');
}
