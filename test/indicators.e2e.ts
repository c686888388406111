import request from 'supertest';
import type { Fact } from '#kernel';
import { openHouse, type House } from './support/house.ts';
import { sessionsOf } from './support/person.ts';

let house: House;
let documents: typeof import('#documents');
const year = new Date().getFullYear();

beforeAll(async () => {
  house = await openHouse();
  documents = await import('#documents');
}, 120_000);
afterAll(() => house?.close());

const http = () => request(house.api.getHttpServer());

const as = sessionsOf(() => house);

interface Entered {
  kind?: 'letter' | 'outgoing-letter' | 'statement' | 'leave-order';
  medium?: 'electronic' | 'paper' | 'hybrid';
  channel?: string;
  unit?: string;
  dueOn?: string;
  restricted?: boolean;
  facts?: (id: string) => Fact[];
}

/** Registers a document as its room would: a row, a number, and the room's facts. */
async function enter({ kind = 'letter', medium = 'electronic', unit = 'KAN', ...rest }: Entered = {}): Promise<string> {
  const declared = documents.kindOf(kind);
  const document = await house.as('system', async (tx) => {
    const made = await documents.createDocument(tx, declared, {
      title: 'Par ceļu',
      state: 'registered',
      unitId: house.unit(unit),
      medium,
      channel: rest.channel ?? null,
      dueOn: rest.dueOn ?? null,
      access: rest.restricted ? 'restricted' : 'open',
      restrictionBasis: rest.restricted ? 'IAL 5' : null,
      restrictedUntil: null,
    });
    for (const fact of rest.facts?.(made.id) ?? []) tx.emit(fact);
    documents.giveNumber(tx, made, declared.register, { caseIndex: declared.caseIndex });
    return made;
  });
  return document.id;
}

/** Gives the document a main file with a signature report of this verdict. */
async function signWith(documentId: string, verdict: string, qualification = 'QESig') {
  const sha256 = documentId.replaceAll('-', '').repeat(2);
  const file = { sha256, size: 10, name: 'x.pdf', mediaType: 'application/pdf', role: 'main' as const };
  await house.as('system', (tx) => documents.attachFile(tx, documentId, file));
  await house.owner.query(
    `insert into signature_report (institution_id, sha256, checked_at, verdict, report) values ($1, $2, now(), $3, $4)`,
    [house.institutionId, sha256, verdict, { verdict, signatures: [{ verdict, qualification }] }],
  );
  const { signaturesChecked } = await import('#signing/facts');
  await house.as('system', async (tx) => tx.emit(signaturesChecked(documentId, { sha256, verdict })));
  await house.settle();
}

const points = async (documentId: string, indicator: string) =>
  (
    await house.owner.query(
      `select aspect, value, reason, amount::float from indicator_point where document_id = $1 and indicator = $2 order by aspect`,
      [documentId, indicator],
    )
  ).rows;

describe('Electronic documents among the received (P3a)', () => {
  test.each([
    ['a paper letter', { medium: 'paper' }, 'excluded', 'paper'],
    ['a scan of a paper original', { medium: 'hybrid', channel: 'scan' }, 'excluded', 'hybrid'],
    ['a plain e-mail', { channel: 'email' }, 'excluded', 'not-signed'],
    ['a message of the e-address', { channel: 'e-address' }, 'counted', 'trusted-channel'],
  ] as const)('%s', async (_, entered, value, reason) => {
    const id = await enter(entered);
    await house.settle();
    expect(await points(id, 'P3a')).toEqual([{ aspect: '', value, reason, amount: null }]);
  });

  test.each([
    ['accept', 'QESig', 'counted', 'qualified-signature'],
    ['accept', 'AdES-other', 'excluded', 'signature-not-qualified'],
    ['accept', 'AdESig', 'counted', 'demonstration-signature'],
    ['reject', 'QESig', 'excluded', 'signature-not-valid'],
    ['indeterminate', 'QESig', 'excluded', 'signature-not-checked'],
  ])('an e-mail with a signature judged %s, %s is %s', async (verdict, qualification, value, reason) => {
    const id = await enter({ channel: 'email' });
    await signWith(id, verdict, qualification);
    expect(await points(id, 'P3a')).toMatchObject([{ value, reason }]);
  });

  test('what was sent and what is personnel is not among the received', async () => {
    const sent = await enter({ kind: 'outgoing-letter', channel: 'email' });
    const order = await enter({ kind: 'leave-order', restricted: true });
    await house.settle();
    expect([await points(sent, 'P3a'), await points(order, 'P3a')]).toEqual([[], []]);
    expect(await points(sent, 'P3b')).toMatchObject([{ value: 'excluded', reason: 'not-signed' }]);
  });
});

test('a statement counts among the sent, electronic when its signature is qualified, and in their circulation', async () => {
  const { letterSent } = await import('#correspondence/facts');
  const facts = (id: string) => [letterSent(id, { answersId: null, channel: 'email' })];
  const [signed, plain] = [await enter({ kind: 'statement', facts }), await enter({ kind: 'statement' })];
  await signWith(signed, 'accept');
  await house.settle();
  expect(await points(signed, 'P3b')).toMatchObject([{ value: 'counted', reason: 'qualified-signature' }]);
  expect(await points(plain, 'P3b')).toMatchObject([{ value: 'excluded', reason: 'not-signed' }]);
  expect((await points(signed, 'P2')).map(({ aspect }) => aspect)).toEqual(['outgoing/draft', 'outgoing/send']);
  expect(await points(signed, 'P3a')).toEqual([]);
});

test('answering in time is measured from facts; a due date that passes is late without any', async () => {
  const { letterAnswered } = await import('#correspondence/facts');
  const answered = (id: string) => [letterAnswered(id, { replyId: id, inTime: true })];
  const inTime = await enter({ dueOn: `${year + 1}-01-10`, facts: answered });
  const late = await enter({ dueOn: `${year}-01-10`, facts: answered });
  const waiting = await enter({ dueOn: `${year + 1}-01-10` });
  const undated = await enter({ facts: answered });
  await house.settle();
  expect(await points(inTime, 'answered-in-time')).toMatchObject([{ value: 'counted', reason: 'in-time' }]);
  expect(await points(late, 'answered-in-time')).toMatchObject([{ value: 'excluded', reason: 'late' }]);
  expect([await points(waiting, 'answered-in-time'), await points(undated, 'answered-in-time')]).toEqual([[], []]);
  expect(await points(inTime, 'reply-days')).toEqual([{ aspect: '', value: 'counted', reason: 'answered', amount: 0 }]);

  await house.owner.query(`update document set due_on = current_date - 3 where id = $1`, [waiting]);
  const { FoldFacts } = await import('../libs/indicators/reactions/fold-facts.ts');
  await house.app.get(FoldFacts).beginDay();
  await house.app.get(FoldFacts).beginDay();
  expect(await points(waiting, 'answered-in-time')).toMatchObject([{ value: 'excluded', reason: 'overdue' }]);
});

test('the same fact delivered many times at once leaves one point', async () => {
  const id = await enter({ channel: 'e-address' });
  await house.settle();
  const { rows } = await house.owner.query(
    `select institution_id as "institutionId", type, subject_id as "subjectId", data from journal where subject_id = $1 and type = 'document.registered'`,
    [id],
  );
  const { FoldFacts } = await import('../libs/indicators/reactions/fold-facts.ts');
  await Promise.all(Array.from({ length: 6 }, () => house.app.get(FoldFacts).fold(rows[0])));
  expect(await points(id, 'P3a')).toMatchObject([{ value: 'counted' }]);
});

test('circulation has a point for each stage that happened, by type of document', async () => {
  const { stepCompleted } = await import('#approval/facts');
  const { letterSent } = await import('#correspondence/facts');
  const electronic = await enter({
    kind: 'outgoing-letter',
    facts: (id) => [
      stepCompleted(id, { stepId: id, act: 'approve', sha256: null }),
      stepCompleted(id, { stepId: id, act: 'sign', sha256: null }),
      letterSent(id, { answersId: null, channel: 'email' }),
    ],
  });
  const paper = await enter({
    kind: 'outgoing-letter',
    medium: 'paper',
    facts: (id) => [letterSent(id, { answersId: null, channel: 'post' })],
  });
  await house.settle();
  expect((await points(electronic, 'P2')).map(({ aspect, value }) => `${aspect} ${value}`)).toEqual([
    'outgoing/approve counted',
    'outgoing/draft counted',
    'outgoing/send counted',
    'outgoing/sign counted',
  ]);
  expect((await points(paper, 'P2')).map(({ aspect, reason }) => `${aspect} ${reason}`)).toEqual([
    'outgoing/approve paper',
    'outgoing/draft paper',
    'outgoing/send sent-on-paper',
    'outgoing/sign paper',
  ]);
});

test('an invoice counts when it came structured', async () => {
  const { invoiceEntered } = await import('#invoices/facts');
  const invoice = (isMachineReadable: boolean) =>
    enter({ facts: (id) => [invoiceEntered(id, { class: 'x', isMachineReadable, isTypedByHand: false })] });
  const [structured, picture] = [await invoice(true), await invoice(false)];
  await house.settle();
  expect(await points(structured, 'P4')).toMatchObject([{ value: 'counted', reason: 'machine-readable' }]);
  expect(await points(picture, 'P4')).toMatchObject([{ value: 'excluded', reason: 'not-machine-readable' }]);
});

test('personnel documents count when their whole route was electronic, and say nothing while they are on it', async () => {
  const { routeCompleted, routeStarted } = await import('#approval/facts');
  const whole = await enter({
    kind: 'leave-order',
    facts: (id) => [routeStarted(id, { round: 1 }), routeCompleted(id, { round: 1 })],
  });
  const onItsWay = await enter({ kind: 'leave-order', facts: (id) => [routeStarted(id, { round: 1 })] });
  const none = await enter({ kind: 'leave-order' });
  await house.settle();
  expect(await points(whole, 'P1')).toMatchObject([{ value: 'counted' }]);
  expect(await points(onItsWay, 'P1')).toEqual([]);
  expect(await points(none, 'P1')).toMatchObject([{ reason: 'no-electronic-route' }]);
});

test('acquaintance and ICT skills are measured from the facts of personnel', async () => {
  const { acquaintanceRefused, acquaintanceSent, acquainted, ictSkillsAssessed, trainingRecorded } =
    await import('#personnel/facts');
  const [personId, other, late, open] = [
    house.person('darbinieks'),
    house.person('jurists'),
    house.person('admins'),
    house.person('personals'),
  ];
  const sent = (id: string, acquaintanceId: string, dueOn: string) =>
    acquaintanceSent(id, { acquaintanceId, personId: acquaintanceId, dueOn });
  const id = await enter({
    kind: 'leave-order',
    facts: (document) => [
      sent(document, personId, `${year + 1}-01-10`),
      acquainted(document, { acquaintanceId: personId, inTime: true }),
      sent(document, other, `${year}-01-05`),
      acquainted(document, { acquaintanceId: other, inTime: false }),
      sent(document, late, `${year}-01-05`),
      acquaintanceRefused(document, { acquaintanceId: late }),
      sent(document, open, `${year + 1}-01-10`),
      trainingRecorded(document, { personId, isIct: true, hours: '4', toDay: `${year}-02-03` }),
      trainingRecorded(document, { personId: other, isIct: false, hours: '4', toDay: `${year}-02-03` }),
      ictSkillsAssessed(document, { personId }),
    ],
  });
  await house.settle();
  expect(new Set((await points(id, 'P5')).map(({ reason }) => reason))).toEqual(
    new Set(['acknowledged-in-time', 'acknowledged-late', 'not-acknowledged']),
  );
  const { body } = await http()
    .get('/api/indicators')
    .query({ year })
    .set(await as('koordinators'))
    .expect(200);
  const skills = body.indicators.find(({ code }: { code: string }) => code === 'P6');
  expect(skills.year.counted).toBe(2);
  expect(skills.year.value).toBeCloseTo(2 / skills.year.total, 6);
});

test('the coordinator sees every figure by month, unit and channel, the score, and what lies behind each', async () => {
  const coordinator = await as('koordinators');
  const { body } = await http().get('/api/indicators').query({ year }).set(coordinator).expect(200);
  const received = body.indicators.find(({ code }: { code: string }) => code === 'P3a');
  expect(received.year.value).toBeCloseTo(received.year.counted / received.year.total, 6);
  expect(received.months).toHaveLength(12);
  const sum = (rows: { total: number }[]) => rows.reduce((all, { total }) => all + total, 0);
  expect([sum(received.months), sum(received.units), sum(received.channels)]).toEqual(
    Array(3).fill(received.year.total),
  );
  expect(body.score).toMatchObject({ outOf: 20, level: expect.objectContaining({ level: expect.any(Number) }) });
  expect(body.years).toContain(year);
  const empty = await http().get('/api/indicators').query({ year: 2001 }).set(coordinator).expect(200);
  expect(empty.body.score).toMatchObject({ percent: null, level: null });

  // She may see figures but no documents: all are counted, none told.
  const hidden = await http()
    .get('/api/indicators/P3a/documents')
    .query({ value: 'counted' })
    .set(coordinator)
    .expect(200);
  expect(hidden.body).toMatchObject({ total: received.year.counted, hidden: received.year.counted, rows: [] });
  const clerk = await as('lietvede');
  const counted = await http()
    .get('/api/indicators/P3a/documents')
    .query({ value: 'counted', year })
    .set(clerk)
    .expect(200);
  expect(counted.body.rows).toHaveLength(counted.body.total - counted.body.hidden);
  expect(counted.body.rows[0]).toMatchObject({
    text: { lv: expect.any(String) },
    number: expect.stringMatching(/-S$/),
  });
  const paper = await http()
    .get('/api/indicators/P3a/documents')
    .query({ value: 'excluded', reason: 'paper' })
    .set(clerk)
    .expect(200);
  expect(paper.body.rows.every(({ reason }: { reason: string }) => reason === 'paper')).toBe(true);
  expect(paper.body.reasons).toEqual([expect.objectContaining({ reason: 'paper', count: paper.body.total })]);
});

test('figures are not for everybody, and unknown ones do not exist', async () => {
  await http()
    .get('/api/indicators')
    .set(await as('darbinieks'))
    .expect(403);
  await http()
    .get('/api/indicators/P3a/documents')
    .set(await as('darbinieks'))
    .expect(403);
  const { body } = await http()
    .get('/api/indicators/P99/documents')
    .set(await as('koordinators'))
    .expect(404);
  expect(body.type).toBe('/problems/no-such-indicator');
  await http()
    .post('/api/indicators/P3a/rebuild')
    .set(await as('koordinators'))
    .expect(403);
  await http()
    .post('/api/indicators/P99/rebuild')
    .set(await as('admins'))
    .expect(404);
});

test('every indicator is rebuilt from the journal to the same points', async () => {
  const all = async () =>
    (await house.owner.query(`select * from indicator_point order by indicator, subject_id, aspect`)).rows;
  const before = await all();
  expect(before.length).toBeGreaterThan(10);
  await house.owner.query(
    `update indicator_point set value = 'counted', reason = 'wrong'; delete from indicator_point where indicator = 'P3a'`,
  );
  const { INDICATORS } = await import('#indicators');
  for (const { code } of INDICATORS)
    await http()
      .post(`/api/indicators/${code}/rebuild`)
      .set(await as('admins'))
      .expect(200);
  expect(await all()).toEqual(before);
});
