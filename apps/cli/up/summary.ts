import { DEMO_PASSWORD, DEMO_PEOPLE } from '../seed/people.ts';

/** What a person needs to know once everything runs. */
export function summary(
  addresses: Record<string, string>,
  { demonstration, isEmpty }: { demonstration: boolean; isEmpty: boolean },
  seconds: string,
): string {
  const lines = [
    '',
    `Aprite darbojas / is running (${seconds} s)`,
    '',
    ...Object.entries(addresses).map(([name, address]) => `  ${name.padEnd(44)}${address}`),
    '',
    ...(demonstration ? accounts() : []),
    ...(isEmpty ? beginning : []),
    'Beigt: Ctrl-C. / To stop: Ctrl-C.',
  ];
  return lines.join('\n');
}

const beginning = [
  'Šeit vēl nav nevienas iestādes. / There is no institution here yet. Begin with:',
  '',
  '  npx aprite institution --help',
  '',
];

/** The people whom the demonstration tells stories of have plain names; those who fill the house have numbers in them. */
function accounts(): string[] {
  const known = DEMO_PEOPLE.filter(({ username }) => /^[a-z]+$/.test(username));
  return [
    `Parauga novads: demonstrācijas konti / demonstration accounts (parole / password: ${DEMO_PASSWORD})`,
    '',
    ...known.map((p) => `  ${p.username.padEnd(18)}${p.givenName} ${p.familyName}, ${p.jobTitle}`),
    '',
  ];
}
