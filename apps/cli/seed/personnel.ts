import { completeStep, documentWork, mainFileOf, refuseStep } from '#approval';
import { addDays, dayOf } from '#kernel';
import {
  acquaint,
  annulOrder,
  assessIctSkills,
  draftTripOrder,
  grantLeave,
  publishAnnouncement,
  recordTraining,
  requestLeave,
  setBirthDate,
  withdrawLeaveRequest,
} from '#personnel';
import sql from 'sql-template-tag';
import type { SeedContext } from './context.ts';
import { sign } from './correspondence.ts';
import { DEMO_PEOPLE } from './people.ts';

interface LeaveStory {
  readonly who: string;
  /** Whose visa it waits for. */
  readonly head: string;
  readonly leaveKind: string;
  /** Days from today to the first and to the last day. */
  readonly days: readonly [from: number, to: number];
  readonly substitute?: string;
  readonly note?: string;
  /** How far it has come. */
  readonly until: 'requested' | 'agreed' | 'to-sign' | 'signed' | 'acquainted' | 'withdrawn' | 'returned' | 'annulled';
}

const LEAVES: readonly LeaveStory[] = [
  {
    who: 'darbinieks',
    head: 'vaditaja',
    leaveKind: 'annual',
    days: [24, 37],
    substitute: 'att.10',
    until: 'acquainted',
  },
  { who: 'att.9', head: 'vaditaja', leaveKind: 'annual', days: [3, 9], substitute: 'darbinieks', until: 'signed' },
  {
    who: 'att.10',
    head: 'vaditaja',
    leaveKind: 'study',
    days: [45, 51],
    note: 'Maģistra darba aizstāvēšana.',
    until: 'to-sign',
  },
  {
    who: 'att.11',
    head: 'vaditaja',
    leaveKind: 'additional-children',
    days: [12, 14],
    substitute: 'att.9',
    until: 'agreed',
  },
  { who: 'jurists', head: 'jur.6', leaveKind: 'annual', days: [30, 43], substitute: 'jur.7', until: 'requested' },
  { who: 'sekretare', head: 'kan.1', leaveKind: 'annual', days: [60, 66], substitute: 'kan.2', until: 'requested' },
  {
    who: 'lietvede',
    head: 'kan.1',
    leaveKind: 'unpaid',
    days: [16, 17],
    note: 'Ģimenes apstākļu dēļ.',
    until: 'withdrawn',
  },
  { who: 'gramatvede', head: 'galvena', leaveKind: 'annual', days: [5, 40], until: 'returned' },
  { who: 'koordinators', head: 'it.22', leaveKind: 'paternity', days: [8, 21], substitute: 'it.23', until: 'signed' },
  { who: 'ipa.13', head: 'ipa.12', leaveKind: 'annual', days: [20, 33], until: 'annulled' },
  { who: 'soc.27', head: 'soc.26', leaveKind: 'carer', days: [2, 4], substitute: 'soc.28', until: 'acquainted' },
  { who: 'skola.42', head: 'skola.39', leaveKind: 'additional', days: [50, 54], until: 'to-sign' },
];

const TRAININGS: readonly [
  title: string,
  provider: string,
  hours: string,
  isIct: boolean,
  people: readonly string[],
][] = [
  [
    'Droša elektroniskā paraksta un e-adreses lietošana',
    'Parauga novada IT nodaļa',
    '4',
    true,
    ['lietvede', 'sekretare', 'kan.2', 'pag1.31', 'pag2.34', 'pag3.37'],
  ],
  [
    'Dokumentu vadības sistēma: ievads',
    'Parauga novada IT nodaļa',
    '6',
    true,
    ['darbinieks', 'vaditaja', 'jurists', 'personals', 'gramatvede', 'galvena', 'att.9'],
  ],
  ['Izklājlapas un datu analīze', 'Testa mācību centrs', '16', true, ['fin.3', 'fin.4', 'koordinators']],
  [
    'Kiberdrošība ikdienā',
    'Testa mācību centrs',
    '2.5',
    true,
    ['admins', 'it.22', 'it.23', 'direktors', 'arhivare', 'soc.27', 'soc.28'],
  ],
  ['Saziņa ar klientu sarežģītās situācijās', 'Testa konsultācijas', '8', false, ['kac.24', 'kac.25', 'soc.27']],
];

/** Leave in every state of its way, trips, announcements, trainings: made by the same commands that people use. */
export async function seedPersonnel(context: SeedContext): Promise<void> {
  const { as, person } = context;
  const today = dayOf(new Date());
  const year = Number(today.slice(0, 4));
  const employees = DEMO_PEOPLE.filter(({ roles }) => roles.includes('employee'));
  await as('personals', async (tx) => {
    for (const [index, { username }] of employees.entries()) {
      const personId = person(username);
      await grantLeave(tx, { personId, leaveKind: 'annual', workingYear: year });
      if (index % 3 === 0) await grantLeave(tx, { personId, leaveKind: 'additional', workingYear: year });
      if (index % 5 === 2) await grantLeave(tx, { personId, leaveKind: 'additional-children', workingYear: year });
      await setBirthDate(
        tx,
        personId,
        `${1962 + (index % 38)}-${String(1 + (index % 12)).padStart(2, '0')}-${String(1 + ((index * 7) % 28)).padStart(2, '0')}`,
      );
    }
    await grantLeave(tx, { personId: person('att.11'), leaveKind: 'additional-children', workingYear: year }).catch(
      () => undefined,
    );
  });
  await Promise.all(LEAVES.map((story) => play(context, story)));

  const trip = {
    personId: person('vaditaja'),
    fromDay: addDays(today, 10),
    toDay: addDays(today, 12),
    place: 'Tartu, Igaunija',
    aim: 'pieredzes apmaiņa par elektronisko dokumentu pārvaldību pašvaldībās',
    transport: 'pašvaldības automašīna',
    costs: '',
    substituteId: person('darbinieks'),
  };
  const order = await as('personals', (tx) => draftTripOrder(tx, trip));
  await context.settle();
  await sign(context, 'direktors', order.id);
  await as('personals', (tx) =>
    draftTripOrder(tx, {
      ...trip,
      personId: person('arhivare'),
      place: 'Rīga',
      aim: 'seminārs arhīvu darbiniekiem',
      substituteId: undefined,
    }),
  );
  await context.settle();

  await announce(context, 'Mainīta apmeklētāju pieņemšanas kārtība', addDays(today, 5), [
    'darbinieks',
    'jurists',
    'lietvede',
    'kan.1',
    'kan.2',
    'fin.3',
  ]);
  await announce(
    context,
    'Informācijas drošības noteikumu jaunā redakcija',
    addDays(today, 2),
    employees.slice(0, 41).map(({ username }) => username),
  );
  await announce(context, 'Īpašumu nodaļas arhīva pārvietošana', addDays(today, -1), ['ipa.12'], 'IPA');
  await as('personals', async (tx) => {
    for (const [index, [title, provider, hours, isIct, people]] of TRAININGS.entries()) {
      const fromDay = addDays(today, -20 * (index + 1));
      for (const username of people) {
        await recordTraining(tx, {
          personId: person(username),
          title,
          provider,
          fromDay,
          toDay: fromDay,
          hours,
          isIct,
          isPlanned: index !== 2,
        });
      }
    }
    for (const [index, { username }] of employees.slice(0, 34).entries()) {
      await assessIctSkills(tx, {
        personId: person(username),
        level: 2 + (index % 4),
        method: index % 3 === 0 ? 'self' : 'test',
      });
    }
  });
}

async function play(
  context: SeedContext,
  { who, head, leaveKind, days, substitute, note = '', until }: LeaveStory,
): Promise<void> {
  const { as, person } = context;
  const today = dayOf(new Date());
  const [fromDay, toDay] = [addDays(today, days[0]), addDays(today, days[1])];
  const substituteId = substitute && person(substitute);
  const request = await as(who, (tx) =>
    requestLeave(tx, { leaveKind, fromDay, toDay, note, ...(substituteId ? { substituteId } : {}) }),
  );
  await context.settle();
  if (until === 'requested') return;
  if (until === 'withdrawn') return as(who, (tx) => withdrawLeaveRequest(tx, request.id));
  if (until === 'returned')
    return refuse(context, head, request.id, 'Šajā laikā jāslēdz gada pārskats. Lūdzu izvēlēties citu laiku.');
  await agree(context, head, request.id);
  if (until === 'agreed') return;
  await agree(context, 'personals', request.id);
  if (until === 'to-sign') return;
  const orderId = await as('system', async (tx) => {
    const order = await tx.row<{ id: string }>(sql`select id from personnel_order where request_id = ${request.id}`);
    return order!.id;
  });
  if (until === 'annulled') {
    await refuse(context, 'direktors', orderId, 'Vienlaikus prombūtnē būtu visi nodaļas speciālisti.');
    return as('personals', (tx) =>
      annulOrder(tx, orderId, 'Direktors rīkojumu neparaksta; darbinieks izvēlēsies citu laiku.'),
    );
  }
  await sign(context, 'direktors', orderId);
  await context.settle();
  if (until === 'signed') return;
  await as(who, async (tx) => {
    const row = await tx.row<{ id: string }>(sql`select id from acquaintance where document_id = ${orderId}`);
    await acquaint(tx, row!.id);
  });
}

const openStepOf = async ({ as, person }: SeedContext, name: string, documentId: string) => {
  const { steps } = await as(name, (tx) => documentWork(tx, documentId));
  const mine = steps.find((step) => step.state === 'open' && step.person.id === person(name));
  if (!mine) throw new Error(`${name} has no open step`);
  return mine;
};

async function agree(context: SeedContext, name: string, documentId: string): Promise<void> {
  const step = await openStepOf(context, name, documentId);
  await context.as(name, async (tx) =>
    completeStep(tx, step.id, step.act, { seenSha256: await mainFileOf(tx, documentId) }),
  );
  await context.settle();
}

async function refuse(context: SeedContext, name: string, documentId: string, opinion: string): Promise<void> {
  const step = await openStepOf(context, name, documentId);
  await context.as(name, (tx) => refuseStep(tx, step.id, opinion));
  await context.settle();
}

async function announce(
  { as, person, unit }: SeedContext,
  title: string,
  dueOn: string,
  readers: readonly string[],
  unitCode?: string,
): Promise<void> {
  const body = `${title}.\n\nLūdzam iepazīties un apstiprināt to ar pogu “Esmu iepazinies”. Jautājumu gadījumā vērsieties personāla nodaļā.`;
  const id = await as('personals', (tx) =>
    publishAnnouncement(tx, { title, body, dueOn, unitId: unitCode && unit(unitCode) }),
  );
  for (const reader of readers) {
    await as(reader, async (tx) => {
      const row = await tx.row<{ id: string }>(
        sql`select id from acquaintance where announcement_id = ${id} and person_id = ${person(reader)} and acquainted_at is null`,
      );
      if (row) await acquaint(tx, row.id);
    });
  }
}
