import { dayOf, addDays } from '#kernel';
import {
  assessIctSkills,
  publishAnnouncement,
  recordTraining,
  refuseAcquaintance,
  acquaint,
  sendAcquaintance,
  draftTripOrder,
} from '#personnel';
import { completeTask } from '#approval';
import { documentCard } from '#documents';
import sql from 'sql-template-tag';
import { openHouse, type House } from '../../test/support/house.ts';
import {
  AcquaintanceRow,
  AnnouncementView,
  BalanceRow,
  LedgerEntry,
  PersonnelFigures,
  TrainingRow,
} from './contract.ts';
import { grantLeave } from './commands/grant-leave.ts';
import { announcements, announcementToRead, myAcquaintances, openAcquaintances } from './queries/acquaintances.ts';
import { balances, ledger } from './queries/balances.ts';
import { personnelFigures } from './queries/figures.ts';
import { trainings } from './queries/trainings.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
}, 120_000);
afterAll(() => house?.close());

const today = dayOf(new Date());
const year = Number(today.slice(0, 4));
const asSent = <T>(value: T) => JSON.parse(JSON.stringify(value)) as T;

const announce = (unitCode: string | null, dueOn: string) =>
  house.as('personals', (tx) =>
    publishAnnouncement(tx, {
      title: 'Jauna iekšējā kārtība',
      body: 'Lūdzu izlasīt.',
      unitId: unitCode && house.unit(unitCode),
      dueOn,
    }),
  );

test('an announcement reaches the employees of a unit, each confirms for oneself, a refusal is recorded', async () => {
  await expect(
    house.as('darbinieks', (tx) => publishAnnouncement(tx, { title: 'Mans', body: 'Teksts', dueOn: today })),
  ).rejects.toMatchObject({ kind: 'not-permitted' });
  const id = await announce('ATT', addDays(today, 3));
  const [mine] = await house.as('darbinieks', myAcquaintances);
  expect(AcquaintanceRow.parse(asSent(mine))).toMatchObject({ announcementId: id, state: 'sent' });
  expect(await house.as('gramatvede', announcements)).toEqual([]);
  await expect(house.as('gramatvede', (tx) => announcementToRead(tx, id))).rejects.toMatchObject({ kind: 'not-found' });

  const read = await house.as('darbinieks', (tx) => announcementToRead(tx, id));
  expect(AnnouncementView.parse(asSent(read))).toMatchObject({ sent: 5, acquainted: 0, mine: { state: 'opened' } });
  await house.as('darbinieks', (tx) => acquaint(tx, mine!.id));
  const [heads] = await house.as('vaditaja', myAcquaintances);
  await expect(house.as('vaditaja', (tx) => refuseAcquaintance(tx, heads!.id, 'Akts'))).rejects.toMatchObject({
    kind: 'not-permitted',
  });
  await house.as('personals', (tx) => refuseAcquaintance(tx, heads!.id, 'Akts Nr. 2, klāt I. Krastiņa'));
  const open = await house.as('personals', openAcquaintances);
  expect(open.length).toBe(3);
  expect((await house.as('personals', announcements))[0]).toMatchObject({ sent: 5, acquainted: 1, mine: null });
});

test('an acquaintance whose day has passed is overdue, and the figures tell it', async () => {
  const before = await house.as('koordinators', (tx) => personnelFigures(tx, year));
  await announce('JUR', addDays(today, -1));
  const [mine] = await house.as('jurists', myAcquaintances);
  expect(mine!.state).toBe('overdue');
  await house.as('jurists', (tx) => acquaint(tx, mine!.id));
  const figures = PersonnelFigures.parse(await house.as('koordinators', (tx) => personnelFigures(tx, year)));
  expect(figures.acquaintance).toEqual({
    ...before.acquaintance,
    sent: before.acquaintance.sent + 3,
    late: before.acquaintance.late + 1,
    waiting: before.acquaintance.waiting + 2,
  });
  await expect(house.as('darbinieks', (tx) => personnelFigures(tx, year))).rejects.toMatchObject({
    kind: 'not-permitted',
  });
});

test('opening the order and ending its task in the inbox are the same as confirming here', async () => {
  const trip = {
    personId: house.person('lietvede'),
    fromDay: today,
    toDay: today,
    place: 'Rīga',
    aim: 'sanāksme',
    transport: '',
    costs: '',
  };
  const { id: documentId } = await house.as('personals', (tx) => draftTripOrder(tx, trip));
  const send = () =>
    house.as('personals', (tx) =>
      sendAcquaintance(tx, { documentId, personIds: [house.person('lietvede')], dueOn: today }),
    );
  await send();
  await send();
  const stateOf = async () =>
    (await house.as('lietvede', myAcquaintances))
      .filter((row) => row.documentId === documentId)
      .map(({ state }) => state);
  expect(await stateOf()).toEqual(['sent']);
  await house.as('lietvede', (tx) => documentCard(tx, documentId));
  await house.settle();
  expect(await stateOf()).toEqual(['opened']);
  const task = await house.as('system', (tx) =>
    tx.row<{ id: string }>(sql`select id from task where document_id = ${documentId} and kind = 'acquaint'`),
  );
  await house.as('lietvede', (tx) => completeTask(tx, task!.id));
  await house.settle();
  expect(await stateOf()).toEqual(['acquainted']);
});

test('trainings and assessments count once, with their ICT hours', async () => {
  const training = {
    personId: house.person('darbinieks'),
    title: 'Droša elektroniskā paraksta lietošana',
    provider: 'Pašvaldību savienība',
    fromDay: `${year}-02-02`,
    toDay: `${year}-02-03`,
    hours: '7.5',
    isIct: true,
    isPlanned: true,
  };
  await expect(house.as('darbinieks', (tx) => recordTraining(tx, training))).rejects.toMatchObject({
    kind: 'not-permitted',
  });
  await house.as('personals', (tx) => recordTraining(tx, training));
  await expect(house.as('personals', (tx) => recordTraining(tx, training))).rejects.toMatchObject({
    kind: 'training-recorded-already',
  });
  await house.as('personals', (tx) => recordTraining(tx, { ...training, title: 'Saziņa ar klientu', isIct: false }));
  await house.as('personals', (tx) => assessIctSkills(tx, { personId: training.personId, level: 2, method: 'self' }));
  await house.as('personals', (tx) => assessIctSkills(tx, { personId: training.personId, level: 3, method: 'test' }));
  const { ict } = await house.as('personals', (tx) => personnelFigures(tx, year));
  expect(ict).toEqual({ trained: 1, hours: '7.5', assessed: 1, planned: 1, trainings: 1 });
  const rows = await house.as('personals', (tx) => trainings(tx, year));
  expect(rows.map((row) => TrainingRow.parse(row).title).toSorted()).toEqual([
    'Droša elektroniskā paraksta lietošana',
    'Saziņa ar klientu',
  ]);
  await expect(house.as('darbinieks', (tx) => trainings(tx, year))).rejects.toMatchObject({ kind: 'not-permitted' });
});

test('a person reads the own ledger, the office everybody’s', async () => {
  const personId = house.person('darbinieks');
  await house.as('personals', (tx) => grantLeave(tx, { personId, leaveKind: 'annual', workingYear: year }));
  const mine = await house.as('darbinieks', (tx) => ledger(tx, personId));
  expect(mine.map((entry) => LedgerEntry.parse(entry).days)).toEqual([28]);
  await expect(house.as('vaditaja', (tx) => ledger(tx, personId))).rejects.toMatchObject({ kind: 'not-permitted' });
  const all = await house.as('personals', (tx) => balances(tx, 'annual'));
  expect(all.map((row) => BalanceRow.parse(row).left)).toEqual([28]);
});
