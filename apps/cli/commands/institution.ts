import { type Command, PlainError, printResult, readArguments } from '../arguments.ts';
import { withClient } from '../postgres/database.ts';
import { dataFolder, publicUrl, withOwner } from '../settings.ts';

const NEEDED = ['genitive', 'place', 'registration-number', 'administrator'] as const;

export const institutionCommand: Command = {
  summary: 'Makes an institution ready for its first document, and its first administrator.',
  usage:
    'aprite institution NAME --genitive TEXT --place TEXT --registration-number N --administrator "NAME SURNAME"\n' +
    '                   [--username NAME] [--address TEXT] [--phone TEXT] [--email ADDRESS] [--data DIR] [--json]\n\n' +
    '  aprite institution "Zaļā novada pašvaldība" --genitive "Zaļā novada" --place "Zaļajā" \\\n' +
    '    --registration-number 90000000001 --administrator "Anna Paraudziņa" --email pasts@zala.example\n\n' +
    '  --genitive   as in the heads of papers: "Zaļā novada" (dome, pašvaldība)\n' +
    '  --place      where papers are made: "Zaļajā"\n' +
    '  --username   of the administrator (default: admins)\n\n' +
    'Units, registers and this year’s classification scheme come with it. Prints a one-time link by which the\n' +
    'administrator chooses a password. PUBLIC_URL is the address of the staff application.',
  async run(argv) {
    const text = { type: 'string' } as const;
    const { values, positionals } = readArguments(argv, {
      genitive: text,
      place: text,
      'registration-number': text,
      administrator: text,
      username: { type: 'string', default: 'admins' },
      address: text,
      phone: text,
      email: text,
      data: text,
    });
    const name = positionals.join(' ').trim();
    const missing = [...(name ? [] : ['NAME']), ...NEEDED.filter((option) => !values[option]).map((o) => `--${o}`)];
    if (missing.length > 0) throw new PlainError(`Missing: ${missing.join(', ')}. \`aprite institution --help\``);
    const number = values['registration-number']!;
    if (!/^\d{11}$/.test(number)) throw new PlainError('A registration number has eleven digits.');
    const { found } = await import('../founding/found.ts');
    const data = dataFolder(values.data);
    const wish = {
      name,
      nameGenitive: values.genitive!,
      placeLocative: values.place!,
      registrationNumber: number,
      address: values.address ?? '',
      phone: values.phone ?? '',
      email: values.email ?? '',
      administrator: values.administrator!,
      username: values.username,
      publicUrl: publicUrl(data),
    };
    const founded = await withOwner(data, (url) => withClient(url, (owner) => found(owner, wish)));
    printResult(
      values.json,
      founded,
      `${name} is ready. The administrator's user name is "${wish.username}"; the link to choose a password opens until ` +
        `${founded.until}:\n\n  ${founded.link}\n`,
    );
    return 0;
  },
};
