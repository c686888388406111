import { completeStep, documentWork, mainFileOf, startRoute } from '#approval';
import { draftLetter, editDraft, registerLetter, resolveLetter } from '#correspondence';
import { NewDraft, NewLetter, NewResolution } from '#correspondence/contract';
import { Composer, type Document } from '#documents';
import { FileStore } from '#files';
import { addDays, dayOf } from '#kernel';
import { loadActor } from '#organisation';
import { Transactions } from '#platform';
import { beginSigning, completeSigning } from '#signing';
import type { SeedContext } from './context.ts';

interface Story {
  readonly kind: string;
  readonly title: string;
  readonly sender: string;
  readonly senderKind?: 'person' | 'organisation' | 'institution';
  readonly daysAgo: number;
  readonly unit: string;
  readonly caseIndex: string;
  readonly medium?: 'electronic' | 'paper';
  readonly channel?: 'email' | 'post' | 'e-address' | 'in-person';
  /** What the answer says, when it is a statement. */
  readonly statement?: string;
  /** How far the letter has come. */
  readonly until: 'registered' | 'in-resolution' | 'in-execution' | 'drafted' | 'to-sign' | 'answered';
}

const STORIES: readonly Story[] = [
  {
    kind: 'submission',
    title: 'Par izziņu par zemes lietošanas mērķi',
    sender: 'Testa Iesniedzēja Sešas',
    daysAgo: 15,
    unit: 'ATT',
    caseIndex: '1-13',
    statement:
      'Pašvaldība apliecina, ka zemes vienībai Liepu ielā 7 noteikts lietošanas mērķis ir individuālo dzīvojamo māju apbūve.\n\nIzziņa izsniegta iesniegšanai kredītiestādē.',
    until: 'answered',
  },
  {
    kind: 'submission',
    title: 'Par ielas apgaismojumu Liepu ielā',
    sender: 'Testa Iesniedzēja Viena',
    daysAgo: 12,
    unit: 'ATT',
    caseIndex: '5-6',
    until: 'answered',
  },
  {
    kind: 'letter',
    title: 'Par līdzfinansējumu sporta laukuma izbūvei',
    sender: 'Biedrība “Testa sports”',
    senderKind: 'organisation',
    daysAgo: 9,
    unit: 'ATT',
    caseIndex: '5-4',
    until: 'to-sign',
  },
  {
    kind: 'letter',
    title: 'Par teritorijas plānojuma grozījumu atzinumu',
    sender: 'Testa plānošanas reģions',
    senderKind: 'institution',
    daysAgo: 8,
    unit: 'ATT',
    caseIndex: '5-1',
    channel: 'e-address',
    until: 'drafted',
  },
  {
    kind: 'submission',
    title: 'Par bērna uzņemšanu pirmsskolas izglītības iestādē',
    sender: 'Testa Iesniedzējs Divi',
    daysAgo: 7,
    unit: 'IZG',
    caseIndex: '1-13',
    until: 'in-execution',
  },
  {
    kind: 'information-request',
    title: 'Par ceļu uzturēšanas izdevumiem 2025. gadā',
    sender: 'Testa Žurnāliste',
    daysAgo: 6,
    unit: 'IPA',
    caseIndex: '1-15',
    until: 'in-execution',
  },
  {
    kind: 'letter',
    title: 'Par valsts autoceļa remontdarbu grafiku',
    sender: 'SIA “Testa ceļi”',
    senderKind: 'organisation',
    daysAgo: 5,
    unit: 'IPA',
    caseIndex: '1-9',
    until: 'in-resolution',
  },
  {
    kind: 'complaint',
    title: 'Par troksni naktī Skolas ielā',
    sender: 'Testa Sūdzētāja Trīs',
    daysAgo: 4,
    unit: 'JUR',
    caseIndex: '1-14',
    medium: 'paper',
    channel: 'post',
    until: 'in-resolution',
  },
  {
    kind: 'submission',
    title: 'Par nekustamā īpašuma nodokļa atvieglojumu',
    sender: 'Testa Iesniedzējs Četri',
    daysAgo: 3,
    unit: 'FIN',
    caseIndex: '1-13',
    channel: 'in-person',
    medium: 'paper',
    until: 'in-resolution',
  },
  {
    kind: 'letter',
    title: 'Par kultūras pasākuma saskaņošanu Ezeru pagastā',
    sender: 'Biedrība “Testa dziesma”',
    senderKind: 'organisation',
    daysAgo: 2,
    unit: 'PAG2',
    caseIndex: '6-6',
    until: 'registered',
  },
  {
    kind: 'submission',
    title: 'Par deklarētās dzīvesvietas izziņu',
    sender: 'Testa Iesniedzēja Piecas',
    daysAgo: 1,
    unit: 'KAC',
    caseIndex: '1-12',
    until: 'registered',
  },
  {
    kind: 'letter',
    title: 'Par e-pakalpojumu pieejamības pārbaudi',
    sender: 'Testa aģentūra',
    senderKind: 'institution',
    daysAgo: 1,
    unit: 'ATT',
    caseIndex: '1-8',
    channel: 'e-address',
    until: 'in-resolution',
  },
];

const ORDER = ['registered', 'in-resolution', 'in-execution', 'drafted', 'to-sign', 'answered'] as const;

const reaches = (story: Story, state: Story['until']) => ORDER.indexOf(story.until) >= ORDER.indexOf(state);

/** Letters in every state of their path, made by the same commands that people use. */
export async function seedCorrespondence(context: SeedContext): Promise<void> {
  const letters: Document[] = [];
  for (const [index, story] of STORIES.entries()) letters.push(await register(context, story, index + 1));
  await Promise.all(STORIES.map((story, index) => goOn(context, story, index + 1, letters[index]!)));
}

/** One after another, as letters come: their numbers tell the order. */
const register = ({ as, person, unit }: SeedContext, story: Story, number: number): Promise<Document> =>
  as('lietvede', (tx) =>
    registerLetter(
      tx,
      NewLetter.parse({
        kind: story.kind,
        title: story.title,
        unitId: unit(story.unit),
        caseIndex: story.caseIndex,
        medium: story.medium ?? 'electronic',
        channel: story.channel ?? 'email',
        receivedOn: addDays(dayOf(new Date()), -story.daysAgo),
        senderNumber: story.senderKind ? `1-5/${100 + number}` : null,
        sender: { name: story.sender, kind: story.senderKind ?? 'person', address: `sutitajs${number}@example.org` },
        resolverId: reaches(story, 'in-resolution') ? person('vaditaja') : null,
      }),
    ),
  );

async function goOn(context: SeedContext, story: Story, number: number, letter: Document): Promise<void> {
  const reached = (state: Story['until']) => reaches(story, state);
  const { as, person } = context;
  if (!reached('in-execution')) return;
  await as('vaditaja', (tx) =>
    resolveLetter(
      tx,
      letter.id,
      NewResolution.parse({
        text: 'Izskatīt un sagatavot atbildes projektu.',
        leadId: person('darbinieks'),
        coExecutorIds: [person('jurists')],
      }),
    ),
  );
  if (!reached('drafted')) return;
  const reply = await as('darbinieks', async (tx) => {
    const kind = story.statement ? 'statement' : 'outgoing-letter';
    const draft = await draftLetter(tx, NewDraft.parse({ answersId: letter.id, kind }));
    await editDraft(tx, draft.id, {
      title: story.title,
      correspondent: story.sender,
      correspondentAddress: `sutitajs${number}@example.org`,
      salutation: '',
      body:
        story.statement ??
        'Pašvaldība ir izskatījusi Jūsu vēstuli.\n\nInformējam, ka jautājums ir iekļauts nākamā gada darbu plānā; par izpildi paziņosim atsevišķi.',
    });
    return draft;
  });
  await context.app.get(Composer).compose(await actorOf(context, 'darbinieks'), reply.id);
  if (!reached('to-sign')) return;
  await as('darbinieks', (tx) =>
    startRoute(tx, reply.id, [
      { act: 'approve', personIds: [person('jurists'), person('vaditaja')] },
      { act: 'sign', personIds: [person('direktors')] },
    ]),
  );
  for (const name of ['jurists', 'vaditaja']) await agree(context, name, reply.id);
  await context.settle();
  if (!reached('answered')) return;
  await sign(context, 'direktors', reply.id);
  await context.settle();
}

/** Gives the visa that waits for the person. */
export const agree = ({ as, person }: SeedContext, name: string, documentId: string) =>
  as(name, async (tx) => {
    const { steps } = await documentWork(tx, documentId);
    const mine = steps.find(({ state, person: { id } }) => state === 'open' && id === person(name));
    if (mine) await completeStep(tx, mine.id, mine.act, { seenSha256: await mainFileOf(tx, documentId) });
  });

/** Signs with the demonstration provider through the same two steps that the browser goes. */
export async function sign(context: SeedContext, name: string, documentId: string): Promise<void> {
  const step = await context.as(name, async (tx) => {
    const { steps } = await documentWork(tx, documentId);
    return steps.find(({ state, act, isMine }) => state === 'open' && act === 'sign' && isMine);
  });
  if (!step) throw new Error(`${name} has nothing to sign`);
  const [transactions, store, me] = [
    context.app.get(Transactions),
    context.app.get(FileStore),
    await actorOf(context, name),
  ];
  const { id } = await beginSigning(transactions, store, me, { stepIds: [step.id], provider: 'demo' });
  await completeSigning(transactions, store, me, id);
}

export const actorOf = ({ as, person, institutionId }: SeedContext, name: string) =>
  as('system', (tx) => loadActor(tx.db, { personId: person(name), institutionId, locale: 'lv' }));
