import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { simpleParser, type ParsedMail } from 'mailparser';
import sql from 'sql-template-tag';
import { SMTPServer } from 'smtp-server';
import { attachFile, createDocument, defineKind } from '#documents';
import { FileStore } from '#files';
import { systemActor, v7 } from '#kernel';
import { openHouse, type House } from '../../test/support/house.ts';
import { markHandedOver, retryDispatch } from './commands/change-dispatch.ts';
import { queueDispatch, type NewDispatch } from './commands/queue-dispatch.ts';
import type { DispatchView } from './contract.ts';
import { dispatchQueued } from './facts.ts';
import { Intake } from './intake.ts';
import { dispatchesOf } from './queries/dispatches.ts';
import { SendDispatches } from './reactions/send-dispatches.ts';

const kind = defineKind({
  name: 'trial-outgoing',
  lv: 'Izmēģinājums',
  en: 'Trial',
  group: 'correspondence',
  direction: 'outgoing',
  register: 'ND',
  caseIndex: '1-9',
  route: [],
});

let house: House;
let mailbox: SMTPServer;
const arrived: ParsedMail[] = [];
/** What the recipient's server says next. */
let answer: { responseCode: number; message: string } | undefined;

beforeAll(async () => {
  mailbox = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData: (stream, _, done) =>
      void simpleParser(stream).then((mail) => {
        if (answer) return done(Object.assign(new Error(answer.message), answer));
        arrived.push(mail);
        done();
      }),
  });
  mailbox.listen(0, '127.0.0.1');
  await once(mailbox.server, 'listening');
  const { port } = mailbox.server.address() as AddressInfo;
  house = await openHouse({ settings: { SMTP_URL: `smtp://127.0.0.1:${port}` } });
}, 120_000);
afterAll(async () => {
  await house?.close();
  await new Promise<void>((end) => mailbox.close(end));
});
beforeEach(() => {
  arrived.length = 0;
  answer = undefined;
});

async function outgoing(): Promise<string> {
  const store = house.app.get(FileStore);
  const [main, signed, extra] = await Promise.all(
    ['nenumurēts', 'parakstīts', 'pielikums'].map((text) => store.put(Buffer.from(text))),
  );
  return house.as('lietvede', async (tx) => {
    const { id } = await createDocument(tx, kind, {
      title: 'Par ceļa remontu',
      unitId: house.unit('KAN'),
      state: 'signed',
    });
    await attachFile(tx, id, { ...main!, name: 'vēstule.pdf', mediaType: 'application/pdf', role: 'main' });
    await attachFile(tx, id, {
      ...signed!,
      name: 'vēstule-parakstīta.pdf',
      mediaType: 'application/pdf',
      role: 'signed',
    });
    await attachFile(tx, id, { ...extra!, name: 'Tāme.txt', mediaType: 'text/plain', role: 'attachment' });
    return id;
  });
}

const queue = (input: Partial<NewDispatch> & { documentId: string }) =>
  house.as('lietvede', (tx) =>
    queueDispatch(tx, { channel: 'email', recipient: 'Jānis Bērziņš', address: 'janis@example.lv', ...input }),
  );

const states = (documentId: string): Promise<DispatchView[]> =>
  house.as('lietvede', (tx) => dispatchesOf(tx, documentId));

/** Waits for the queue's own next tries. */
async function become(documentId: string, state: string): Promise<DispatchView> {
  for (;;) {
    const [dispatch] = await states(documentId);
    if (dispatch!.state === state) return dispatch!;
    await new Promise((wake) => setTimeout(wake, 100));
  }
}

const facts = (documentId: string) =>
  house.as('system', async (tx) =>
    (
      await tx.rows<{ type: string }>(
        sql`select type from journal where subject_id = ${documentId} and type like 'dispatch.%' order by seq`,
      )
    ).map(({ type }) => type),
  );

/** The queue's delivery of the fact, as often as it likes. */
const react = (documentId: string, dispatchId: string, channel = 'email') =>
  house.app.get(SendDispatches).send({
    institutionId: house.institutionId,
    subjectId: documentId,
    data: { dispatchId, channel },
    type: dispatchQueued.type,
    seq: 0,
    id: '',
    at: '',
    actorId: '',
    onBehalfOf: null,
  });

test('a document leaves by SMTP with its signed file and attachments, once', async () => {
  const documentId = await outgoing();
  const dispatchId = await queue({ documentId });
  expect(await queue({ documentId })).toBe(dispatchId);
  await house.settle();
  await react(documentId, dispatchId);
  expect(arrived).toHaveLength(1);
  const [mail] = arrived;
  expect(mail!.subject).toBe('Par ceļa remontu');
  expect(mail!.from!.value[0]).toMatchObject({ name: 'Parauga novada pašvaldība', address: 'pasts@paraugs.example' });
  expect(mail!.text).toContain('Nosūtām Jums dokumentu “Par ceļa remontu”');
  expect(mail!.attachments.map(({ filename, content }) => [filename, content.toString()])).toEqual([
    ['vēstule-parakstīta.pdf', 'parakstīts'],
    ['Tāme.txt', 'pielikums'],
  ]);
  expect(mail!.messageId).toBe(`<${dispatchId}@paraugs.example>`);
  expect(await states(documentId)).toMatchObject([{ state: 'sent', attempts: 1, lastError: null }]);
  expect(await facts(documentId)).toEqual(['dispatch.queued', 'dispatch.sent']);
});

test('a temporary refusal is tried again by the queue itself; the next try succeeds', async () => {
  const documentId = await outgoing();
  answer = { responseCode: 451, message: 'Mēģiniet vēlāk' };
  await queue({ documentId });
  await house.settle();
  expect(await states(documentId)).toMatchObject([
    { state: 'queued', lastError: expect.stringContaining('mēģināt vēlāk') },
  ]);
  answer = undefined;
  const { attempts } = await become(documentId, 'sent');
  expect(attempts).toBeGreaterThan(1);
  expect(arrived).toHaveLength(1);
});

test('a final refusal fails at once, visibly, and can be retried', async () => {
  const documentId = await outgoing();
  answer = { responseCode: 550, message: 'No such user' };
  const dispatchId = await queue({ documentId });
  await house.settle();
  expect(await states(documentId)).toMatchObject([
    { state: 'failed', attempts: 1, lastError: expect.stringContaining('No such user') },
  ]);
  answer = undefined;
  await house.as('lietvede', (tx) => retryDispatch(tx, dispatchId));
  await house.settle();
  expect(await states(documentId)).toMatchObject([{ state: 'sent', lastError: null }]);
  expect(await facts(documentId)).toEqual(['dispatch.queued', 'dispatch.failed', 'dispatch.queued', 'dispatch.sent']);
  await expect(house.as('lietvede', (tx) => retryDispatch(tx, dispatchId))).rejects.toMatchObject({
    kind: 'dispatch-not-failed',
  });
});

test('after the last try it has failed', async () => {
  const documentId = await outgoing();
  answer = { responseCode: 421, message: 'Busy' };
  const dispatchId = await queue({ documentId });
  await house.settle();
  await house.as('system', (tx) => tx.rows(sql`update dispatch set attempts = 7 where id = ${dispatchId}`));
  expect(await become(documentId, 'failed')).toMatchObject({ attempts: 8 });
});

test('while one worker sends, another does not; when that one has died, the next may', async () => {
  const documentId = await outgoing();
  const dispatchId = v7();
  await house.as('system', (tx) =>
    tx.rows(sql`
    insert into dispatch (id, document_id, channel, recipient, address, queued_at, sending_until)
    values (${dispatchId}, ${documentId}, 'email', 'x', 'x@example.lv', now(), now() + interval '1 minute')`),
  );
  await expect(react(documentId, dispatchId)).rejects.toThrow(/Another worker/);
  expect(arrived).toHaveLength(0);
  await house.as('system', (tx) =>
    tx.rows(sql`update dispatch set sending_until = now() - interval '1 second' where id = ${dispatchId}`),
  );
  await react(documentId, dispatchId);
  expect(arrived).toHaveLength(1);
});

test('a bounce marks the dispatch as failed and is put aside', async () => {
  const documentId = await outgoing();
  const dispatchId = await queue({ documentId });
  await house.settle();
  const report = [
    'From: MAILER-DAEMON@example.lv',
    'Subject: Undelivered',
    'Date: Sat, 21 Nov 2026 10:00:00 +0200',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
    '',
    '--b',
    'Content-Type: text/plain',
    '',
    'Sorry.',
    '--b',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.example.lv',
    '',
    'Final-Recipient: rfc822; janis@example.lv',
    'Action: failed',
    'Status: 5.1.1',
    'Diagnostic-Code: smtp; 550 5.1.1 mailbox unknown',
    '',
    '--b',
    'Content-Type: text/rfc822-headers',
    '',
    `Message-ID: <${dispatchId}@paraugs.example>`,
    '',
    '--b--',
    '',
  ].join('\r\n');
  const stored = await house.app.get(FileStore).put(Buffer.from(report));
  const itemId = await house.app.get(Intake).takeMail(systemActor(house.institutionId), stored);
  expect(await states(documentId)).toMatchObject([
    { state: 'failed', lastError: expect.stringContaining('mailbox unknown') },
  ]);
  expect(await house.as('system', (tx) => tx.row(sql`select state from received_item where id = ${itemId}`))).toEqual({
    state: 'dismissed',
  });
});

test('post is handed over by people: sent, then delivered; e-mail is not', async () => {
  const documentId = await outgoing();
  const dispatchId = await queue({ documentId, channel: 'post', address: 'Liepu iela 1, Paraugs' });
  await house.settle();
  expect(await states(documentId)).toMatchObject([{ state: 'queued' }]);
  await house.as('lietvede', (tx) => markHandedOver(tx, dispatchId, 'sent'));
  await house.as('lietvede', (tx) => markHandedOver(tx, dispatchId, 'sent'));
  await house.as('lietvede', (tx) => markHandedOver(tx, dispatchId, 'delivered'));
  expect(await states(documentId)).toMatchObject([{ state: 'delivered' }]);
  expect(await facts(documentId)).toEqual(['dispatch.queued', 'dispatch.sent', 'dispatch.delivered']);
  await expect(house.as('lietvede', (tx) => markHandedOver(tx, dispatchId, 'sent'))).rejects.toMatchObject({
    kind: 'dispatch-delivered-already',
  });
  const email = await queue({ documentId });
  await expect(house.as('lietvede', (tx) => markHandedOver(tx, email, 'sent'))).rejects.toMatchObject({
    kind: 'dispatch-not-by-hand',
  });
  await house.settle();
});

test('wrong addresses and people without the right are refused', async () => {
  const documentId = await outgoing();
  await expect(queue({ documentId, address: 'nav adrese' })).rejects.toMatchObject({ kind: 'address-needed' });
  await expect(queue({ documentId, address: 'a@b.lv, c@d.lv' })).rejects.toMatchObject({ kind: 'address-needed' });
  await expect(queue({ documentId, channel: 'e-address', address: '_DEFAULT@1' })).rejects.toMatchObject({
    kind: 'address-needed',
  });
  await expect(queue({ documentId, channel: 'pigeon' as never })).rejects.toMatchObject({ kind: 'unknown-channel' });
  await expect(
    house.as('darbinieks', (tx) =>
      queueDispatch(tx, { documentId, channel: 'email', recipient: 'x', address: 'a@b.lv' }),
    ),
  ).rejects.toMatchObject({ kind: 'not-permitted' });
});
