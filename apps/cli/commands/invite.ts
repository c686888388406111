import { type Command, PlainError, printResult, readArguments } from '../arguments.ts';
import { withClient } from '../postgres/database.ts';
import { dataFolder, publicUrl, withOwner } from '../settings.ts';

export const inviteCommand: Command = {
  summary: 'A one-time link to choose a password, for when no administrator can sign in.',
  usage:
    'aprite invite USERNAME [--data DIR] [--json]\n\nThe old password and every session of the account end at once.',
  async run(argv) {
    const { values, positionals } = readArguments(argv, { data: { type: 'string' } });
    const [username] = positionals;
    if (!username) throw new PlainError('Whose link? `aprite invite USERNAME`');
    const { inviteAgain } = await import('../founding/invite-again.ts');
    const data = dataFolder(values.data);
    const invited = await withOwner(data, (url) =>
      withClient(url, (owner) => inviteAgain(owner, username, publicUrl(data))),
    );
    printResult(values.json, invited, `The link opens until ${invited.until}:\n\n  ${invited.link}\n`);
    return 0;
  },
};
