import type { VoteView } from '../contract.ts';
import { voteBlocks } from './item-blocks.ts';
import { byName, initials, shortNames } from './names.ts';
import { presenceLines } from './presence.ts';
import type { ProtocolRecord } from './record.ts';
import { ending, majorityText, office, quoted, said, sentence } from './words.ts';

const person = (personId: string, givenName: string, familyName: string) => ({ personId, givenName, familyName });
const anna = person('1', 'Anna', 'Kalniņa');
const andris = person('2', 'Andris', 'Bērziņš');
const agnese = person('3', 'Agnese', 'Kalniņa');
const dzintra = person('4', 'Dzintra', 'Ābola');
const dzeina = person('5', 'Anna-Marija', 'Žagare');

test('initials keep the letters Dz and Dž, hyphens and second names', () => {
  expect(['Dzintra', 'Džeina', 'Dace', 'Anna-Marija', 'Anna Marija', 'Ēriks'].map(initials)).toEqual([
    'Dz.',
    'Dž.',
    'D.',
    'A.-M.',
    'A. M.',
    'Ē.',
  ]);
});

test('names stand in Latvian alphabetical order, namesakes with the whole given name', () => {
  const people = [dzeina, anna, andris, agnese, dzintra].sort(byName);
  expect(people.map(({ familyName }) => familyName)).toEqual(['Ābola', 'Bērziņš', 'Kalniņa', 'Kalniņa', 'Žagare']);
  expect(people[2]).toBe(agnese);
  const short = shortNames(people);
  expect(people.map(({ personId }) => short(personId))).toEqual([
    'Dz.\u00a0Ābola',
    'A.\u00a0Bērziņš',
    'Agnese\u00a0Kalniņa',
    'Anna\u00a0Kalniņa',
    'A.-M.\u00a0Žagare',
  ]);
});

const vote = (ballots: [string, string | null][], more: Partial<VoteView> = {}) =>
  ({
    id: 'v',
    itemId: null,
    speechId: null,
    purpose: 'proposal',
    question: '',
    rule: 'SIMPLE_PRESENT',
    seats: 15,
    openedAt: '2026-11-26T08:00:00Z',
    closedAt: '2026-11-26T08:25:00Z',
    verdict: 'rejected',
    revoteOf: null,
    revoteReason: null,
    tally: null,
    ballots: ballots.map(([personId, option]) => ({ personId, option, hasVoted: option !== null })),
    ...more,
  }) as VoteView;

test('a vote names everybody in the nominative, says “nav” for zero and tells who took no part', () => {
  const ballots: [string, string | null][] = [
    ['1', 'PAR'],
    ['2', 'PAR'],
    ['4', 'NEPIEDALAS_IK'],
    ['5', null],
  ];
  expect(voteBlocks(vote(ballots), [anna, andris, dzintra, dzeina])).toEqual([
    { type: 'labelled', label: 'Balsojumā nepiedalās interešu konflikta dēļ', text: 'Dzintra Ābola.' },
    {
      type: 'vote',
      label: 'BALSOJUMS par priekšlikumu',
      note: 'plkst.\u00a010.25',
      lines: [
        'par\u00a0– 2 (A.\u00a0Bērziņš, A.\u00a0Kalniņa);',
        'pret\u00a0– nav;',
        'atturas\u00a0– nav;',
        'nebalso\u00a0– 1 (A.-M.\u00a0Žagare).',
        'Priekšlikums noraidīts.',
      ],
    },
  ]);
});

test('a repeated vote tells its reason, an unusual majority its measure', () => {
  const [block] = voteBlocks(
    vote([['1', 'PAR']], {
      purpose: 'decision',
      revoteOf: 'x',
      revoteReason: 'vienāds balsu skaits',
      rule: 'ABSOLUTE_ELECTED',
    }),
    [anna],
  );
  expect(block).toMatchObject({
    label: 'ATKĀRTOTS BALSOJUMS',
    note: 'plkst.\u00a010.25; nepieciešams visu ievēlēto deputātu balsu vairākums (vismaz 8 no 15); atkārtošanas iemesls: vienāds balsu skaits',
  });
  expect(majorityText({ rule: 'SIMPLE_PRESENT', seats: 15 })).toBe('');
});

test('coming, leaving and changing the way of taking part are told with the hall counted anew', () => {
  const at = (time: string) => new Date(`2026-11-26T${time}:00Z`);
  const interval = (
    personId: string,
    mode: 'in-person' | 'remote',
    from: string,
    until: string | null,
    reason: string | null = null,
  ) => ({
    personId,
    mode,
    from: at(from),
    until: until ? at(until) : null,
    reason,
  });
  const record = {
    sitting: {
      openedAt: at('08:00').toISOString(),
      closedAt: at('10:00').toISOString(),
      bodyKind: 'council',
      seats: 3,
      quorum: 2,
      people: [anna, andris, agnese].map((one) => ({ ...one, name: `${one.givenName} ${one.familyName}` })),
    },
    intervals: [
      interval('1', 'in-person', '07:50', '10:00'),
      interval('2', 'in-person', '07:55', '09:00', 'komandējums'),
      interval('3', 'remote', '08:17', '08:30'),
      interval('3', 'in-person', '08:30', '09:30'),
    ],
    breaks: [{ from: at('08:40'), until: at('08:45') }],
  } as unknown as ProtocolRecord;
  expect(presenceLines(record).map(({ text }) => text.replaceAll('\u00a0', ' '))).toEqual([
    'Plkst. 10.17 sēdei pievienojas Agnese Kalniņa (attālināti). Sēdē piedalās 3 no 3 deputātiem – kvorums ir.',
    'Plkst. 10.30 Agnese Kalniņa turpina piedalīties klātienē.',
    'Plkst. 10.40 tiek izsludināts pārtraukums.',
    'Plkst. 10.45 sēde turpinās.',
    'Plkst. 11.00 sēdi atstāj Andris Bērziņš (komandējums). Sēdē piedalās 2 no 3 deputātiem – kvorums ir.',
    'Plkst. 11.30 sēdi atstāj Agnese Kalniņa. Sēdē piedalās 1 no 3 deputātiem – kvoruma nav.',
  ]);
});

test('offices, endings, quotation marks and sentences', () => {
  expect(['Izpilddirektors', 'Attīstības nodaļas vadītāja', 'Domes sekretāre', ''].map(office)).toEqual([
    'izpilddirektors',
    'Attīstības nodaļas vadītāja',
    'domes sekretāre',
    '',
  ]);
  expect(['Dace Liepa', 'Jānis Ozols', 'Baiba Dzene'].map(ending)).toEqual(['a', 's', 'a']);
  expect(quoted('Par nosaukuma „Ābeļu iela” piešķiršanu')).toBe('„Par nosaukuma ‚Ābeļu iela’ piešķiršanu”');
  expect([sentence('teksts'), sentence('Kāpēc?'), said('Anna Liepa', ''), said('Anna Liepa', ' jā ')]).toEqual([
    'teksts.',
    'Kāpēc?',
    'Anna Liepa',
    'Anna Liepa – jā',
  ]);
});
