import { SMTPServer } from 'smtp-server';
import request from 'supertest';
import { addDays, dayOf, type Tx } from '#kernel';
import { openHouse, type House } from './support/house.ts';
import { sessionsOf } from './support/person.ts';

let house: House;
let smtp: SMTPServer;
const mails: { to: string[]; text: string }[] = [];
const today = dayOf(new Date());

beforeAll(async () => {
  smtp = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onRcptTo: ({ address }, _, answer) => answer(address.startsWith('jurists') ? new Error('no such mailbox') : null),
    onData(stream, { envelope }, done) {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        mails.push({ to: envelope.rcptTo.map(({ address }) => address), text: Buffer.concat(parts).toString() });
        done();
      });
    },
  });
  await new Promise<void>((ready) => smtp.listen(0, '127.0.0.1', ready));
  const { port } = smtp.server.address() as { port: number };
  house = await openHouse({ settings: { SMTP_URL: `smtp://127.0.0.1:${port}`, PUBLIC_URL: 'https://dvs.example' } });
}, 120_000);
afterAll(async () => {
  await house?.close();
  await new Promise<void>((closed) => smtp.close(() => closed()));
});

const http = () => request(house.api.getHttpServer());

const as = sessionsOf(() => house);

const bellOf = async (username: string, query = {}) =>
  (
    await http()
      .get('/api/notifications')
      .query(query)
      .set(await as(username))
      .expect(200)
  ).body;

async function letter(author = 'lietvede'): Promise<string> {
  const { createDocument, kindOf } = await import('#documents');
  const made = await house.as(author, (tx) =>
    createDocument(tx, kindOf('letter'), { title: 'Par slēgto tiltu', state: 'registered', unitId: house.unit('ATT') }),
  );
  return made.id;
}

async function task(
  documentId: string,
  to: string,
  { by = 'vaditaja', dueOn = null as string | null } = {},
): Promise<string> {
  const { giveTask } = await import('#approval');
  const id = await house.as(by, (tx) =>
    giveTask(tx, { documentId, kind: 'execute', personId: house.person(to), dueOn }),
  );
  await house.settle();
  return id;
}

test('a task rings the bell of its person once, with the document, and its end reads it', async () => {
  const documentId = await letter();
  const taskId = await task(documentId, 'darbinieks', { dueOn: addDays(today, 30) });
  const told = await bellOf('darbinieks');
  expect(told).toMatchObject({
    unread: 1,
    rows: [
      {
        type: 'task.execute',
        text: { lv: 'Jums dots uzdevums' },
        documentId,
        title: 'Par slēgto tiltu',
        readAt: null,
        onBehalfOf: null,
      },
    ],
  });
  expect((await bellOf('lietvede')).rows).toEqual([]);
  // The same fact delivered again tells nothing new.
  const { TellOfFacts } = await import('../libs/notifications/reactions/tell-of-facts.ts');
  const { rows } = await house.owner.query(
    `select id, at, institution_id as "institutionId", actor_id as "actorId", subject_id as "subjectId", data from journal where type = 'task.given'`,
  );
  await house.app.get(TellOfFacts).ofTask({ ...rows[0], seq: 1, type: 'task.given', onBehalfOf: null });
  expect((await bellOf('darbinieks')).rows).toHaveLength(1);

  const { completeTask } = await import('#approval');
  await house.as('darbinieks', (tx) => completeTask(tx, taskId, 'Izdarīts'));
  await house.settle();
  expect(await bellOf('darbinieks')).toMatchObject({ unread: 0, rows: [{ readAt: expect.any(String) }] });
  expect((await bellOf('darbinieks', { unread: 'true' })).rows).toEqual([]);
});

test('nobody is told of a task given to oneself', async () => {
  await task(await letter(), 'vaditaja');
  expect((await bellOf('vaditaja')).rows).toEqual([]);
});

test('a step tells the one who is to act, a refusal tells the author, a failed dispatch too', async () => {
  const { stepOpened, stepRefused } = await import('#approval/facts');
  const { dispatchFailed } = await import('#exchange/facts');
  const documentId = await letter();
  const stepId = crypto.randomUUID();
  await house.as('lietvede', async (tx: Tx) =>
    tx.emit(stepOpened(documentId, { stepId, act: 'sign', personId: house.person('direktors') })),
  );
  await house.settle();
  expect(await bellOf('direktors')).toMatchObject({
    unread: 1,
    rows: [{ type: 'step.sign', text: { lv: 'Gaida Jūsu parakstu' } }],
  });
  await house.as('direktors', async (tx: Tx) => tx.emit(stepRefused(documentId, { stepId, act: 'sign' })));
  await house.as('system', async (tx: Tx) =>
    tx.emit(dispatchFailed(documentId, { dispatchId: stepId, channel: 'email' } as never)),
  );
  await house.settle();
  expect((await bellOf('direktors')).unread).toBe(0);
  const types = (await bellOf('lietvede')).rows.map(({ type }: { type: string }) => type);
  expect(new Set(types)).toEqual(new Set(['step.refused', 'dispatch.failed']));
});

test('what is late or due soon is told once for each due date', async () => {
  const { RemindOfTerms } = await import('../libs/notifications/reactions/remind-of-terms.ts');
  const documentId = await letter();
  const late = await task(documentId, 'personals', { dueOn: addDays(today, -3) });
  await task(documentId, 'personals', { dueOn: today });
  await task(documentId, 'personals', { dueOn: addDays(today, 30) });
  await task(documentId, 'personals');
  const remind = () => house.app.get(RemindOfTerms).remind();
  await remind();
  await remind();
  const kinds = async () =>
    (await bellOf('personals')).rows
      .map(({ type }: { type: string }) => type)
      .filter((type: string) => !type.startsWith('task.'));
  expect(new Set(await kinds())).toEqual(new Set(['overdue', 'due-soon']));
  expect(await kinds()).toHaveLength(2);
  await house.owner.query(`update task set due_on = due_on + 1 where id = $1`, [late]);
  await remind();
  expect(await kinds()).toHaveLength(3);
});

test('a person reads the own notifications only; a substitute sees those of the substituted', async () => {
  await task(await letter(), 'gramatvede');
  const [row] = (await bellOf('gramatvede')).rows;
  await http()
    .put('/api/notifications/read')
    .send({ ids: [row.id] })
    .set(await as('auditors'))
    .expect(204);
  expect((await bellOf('gramatvede')).unread).toBe(1);
  const { setSubstitution } = await import('#organisation');
  await house.as('gramatvede', (tx) =>
    setSubstitution(tx, {
      personId: house.person('gramatvede'),
      substituteId: house.person('galvena'),
      fromDay: today,
      toDay: today,
    }),
  );
  const substituted = await bellOf('galvena');
  expect(substituted.rows).toEqual([
    expect.objectContaining({ id: row.id, onBehalfOf: expect.stringMatching(/\S+ \S+/) }),
  ]);
  await http()
    .put('/api/notifications/read')
    .send({})
    .set(await as('galvena'))
    .expect(204);
  await http()
    .put('/api/notifications/read')
    .send({})
    .set(await as('galvena'))
    .expect(204);
  expect((await bellOf('gramatvede')).unread).toBe(0);
  await http()
    .put('/api/notifications/read')
    .send({ ids: ['x'] })
    .set(await as('galvena'))
    .expect(422);
});

const by = (choice: string) => ({ tasks: choice, approvals: choice, returned: choice, terms: choice });

test('the morning e-mail goes once a day to those who asked for it, and tells no titles', async () => {
  const { SendDigests } = await import('../libs/notifications/reactions/send-digests.ts');
  for (const person of ['koordinators', 'jurists']) {
    expect(
      (
        await http()
          .get('/api/notifications/settings')
          .set(await as(person))
          .expect(200)
      ).body,
    ).toEqual({ email: by('off') });
    await http()
      .put('/api/notifications/settings')
      .send({ email: by('digest') })
      .set(await as(person))
      .expect(204);
  }
  const send = () => house.app.get(SendDigests).send();
  await send();
  expect(mails).toEqual([]);
  const documentId = await letter();
  // The lawyer's mailbox is refused: the coordinator gets hers all the same.
  await task(documentId, 'jurists', { dueOn: '2026-12-01' });
  await task(documentId, 'koordinators', { dueOn: '2026-12-01' });
  await task(documentId, 'arhivare');
  await send();
  await send();
  expect(mails.map(({ to }) => to)).toEqual([['koordinators@paraugs.example']]);
  const text = mails[0]!.text;
  const { simpleParser } = await import('mailparser');
  const parsed = await simpleParser(text);
  expect(parsed.subject).toBe('Jūs gaida nelasīti paziņojumi: 1');
  expect(parsed.text).toContain('Jums dots uzdevums (termiņš 01.12.2026.)');
  expect(parsed.text).toContain(`https://dvs.example/documents/${documentId}`);
  expect(`${parsed.subject}${parsed.text}`).not.toContain('tiltu');
  await http()
    .put('/api/notifications/settings')
    .send({ email: by('off') })
    .set(await as('koordinators'))
    .expect(204);
  await house.owner.query(`update notification_setting set digest_sent_on = null`);
  await send();
  expect(mails).toHaveLength(1);
});

test('news of a chosen kind comes by e-mail at once, once, and of other kinds not', async () => {
  await http()
    .put('/api/notifications/settings')
    .send({ email: { ...by('off'), tasks: 'at-once' } })
    .set(await as('koordinators'))
    .expect(204);
  await http()
    .put('/api/notifications/settings')
    .send({ email: { tasks: 'at-once' } })
    .set(await as('koordinators'))
    .expect(422);
  mails.length = 0;
  const documentId = await letter();
  await task(documentId, 'koordinators');
  await task(documentId, 'arhivare');
  await house.settle();
  await task(documentId, 'arhivare');
  await house.settle();
  expect(mails.map(({ to }) => to)).toEqual([['koordinators@paraugs.example']]);
  const { simpleParser } = await import('mailparser');
  const parsed = await simpleParser(mails[0]!.text);
  expect(parsed.subject).toBe('Jums dots uzdevums');
  expect(parsed.text).toContain(`https://dvs.example/documents/${documentId}`);
  expect(`${parsed.subject}${parsed.text}`).not.toContain('tiltu');
});
