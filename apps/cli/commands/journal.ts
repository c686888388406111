import type { Verification } from '#audit';
import { type Command, PlainError, printResult, readArguments } from '../arguments.ts';
import { withClient } from '../postgres/database.ts';
import { dataFolder, useSettings, withOwner } from '../settings.ts';

export const journalCommand: Command = {
  summary: 'Proves that nothing in the journal was changed, removed or reordered.',
  usage: 'aprite journal verify [--data DIR] [--json]\n\nExit code 0: whole; 1: the first wrong row is named.',
  async run(argv) {
    const { values, positionals } = readArguments(argv, { data: { type: 'string' } });
    if (positionals[0] !== 'verify') throw new PlainError('The journal can be verified: aprite journal verify');
    const verdict = await withOwner(dataFolder(values.data), async (ownerUrl) => {
      useSettings(dataFolder(values.data), ownerUrl);
      const { verifyJournal } = await import('#audit');
      return withClient(ownerUrl, (owner) => verifyJournal(owner));
    });
    printResult(values.json, verdict, inWords(verdict));
    return verdict.ok ? 0 : 1;
  },
};

function inWords({ ok, rows, sealed, unsealed, stamp, firstWrong }: Verification): string {
  const witness = stamp ? `; ${stamp.size} witnessed by ${stamp.service ?? 'a time-stamp service'} at ${stamp.at}` : '';
  const extent = `${rows} rows, ${sealed} sealed, ${unsealed} wait for the next seal${witness}`;
  if (ok) return `The journal is whole: ${extent}. / Žurnāls ir neskarts.`;
  const where = firstWrong ? ` First wrong row: ${firstWrong.seq} (${firstWrong.reason}).` : '';
  return `THE JOURNAL IS NOT WHOLE. / ŽURNĀLS NAV NESKARTS.${where} ${extent}.`;
}
