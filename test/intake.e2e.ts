import { once } from 'node:events';
import { connect } from 'node:net';
import { createTransport } from 'nodemailer';
import request from 'supertest';
import { ZipFile } from 'yazl';
import type { IntakeCard } from '#exchange/contract';
import { openHouse, type House } from './support/house.ts';

let house: House;
let clerk: { cookie: string; csrf: string };
let smtpPort: number;

beforeAll(async () => {
  house = await openHouse({ settings: { MAX_FILE_MB: '3' } });
  clerk = await signIn('lietvede');
  const { MailIntake } = await import('#exchange');
  smtpPort = await house.app.get(MailIntake).listen(0);
}, 120_000);
afterAll(() => house?.close());

async function signIn(username: string) {
  const http = house.api.getHttpServer();
  const signedIn = await request(http).post('/api/session').send({ username, password: 'aprite-demo' }).expect(204);
  const cookie = String(signedIn.headers['set-cookie']).split(';')[0]!;
  const { body } = await request(http).get('/api/session').set('cookie', cookie).expect(200);
  return { cookie, csrf: body.csrfToken as string };
}

const get = (path: string, who = clerk) => request(house.api.getHttpServer()).get(path).set('cookie', who.cookie);
const post = (path: string, who = clerk) =>
  request(house.api.getHttpServer()).post(path).set('cookie', who.cookie).set('x-csrf-token', who.csrf);

async function drop(...files: [name: string, content: Buffer | string][]): Promise<IntakeCard> {
  let upload = post('/api/intake');
  for (const [name, content] of files) upload = upload.attach('files', Buffer.from(content), name);
  const { body } = await upload.expect(201);
  return (await get(`/api/intake/${body.id}`).expect(200)).body;
}

const codes = (card: IntakeCard, file = 0) => card.files[file]!.findings.map(({ code }) => code);

async function zip(contents: Record<string, Buffer | string>): Promise<Buffer> {
  const archive = new ZipFile();
  for (const [name, content] of Object.entries(contents)) archive.addBuffer(Buffer.from(content), name);
  archive.end();
  const parts: Buffer[] = [];
  for await (const part of archive.outputStream) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

const EML = [
  'From: =?UTF-8?B?' + Buffer.from('Jānis Bērziņš').toString('base64') + '?= <janis@example.lv>',
  'To: pasts@paraugs.example',
  'Subject: =?UTF-8?Q?Iesniegums_par_ce=C4=BCa_remontu?=',
  'Date: Fri, 20 Nov 2026 23:30:00 +0000',
  'Message-ID: <viens@example.lv>',
  'MIME-Version: 1.0',
  'Content-Type: multipart/mixed; boundary="robeza"',
  '',
  '--robeza',
  'Content-Type: text/plain; charset=utf-8',
  '',
  'Lūdzu salabot ceļu Liepu ielā.',
  '--robeza',
  'Content-Type: text/plain; name="karte.txt"',
  'Content-Disposition: attachment; filename="karte.txt"',
  '',
  'Liepu iela 5',
  '--robeza--',
  '',
].join('\r\n');

test('a dropped e-mail is opened: sender, day in Riga, subject, text, attachments; the message itself stays as it came', async () => {
  const card = await drop(['vestule.eml', EML]);
  expect(card).toMatchObject({
    channel: 'email',
    senderName: 'Jānis Bērziņš',
    senderAddress: 'janis@example.lv',
    subject: 'Iesniegums par ceļa remontu',
    sentOn: '2026-11-21',
    body: 'Lūdzu salabot ceļu Liepu ielā.',
    rawMediaType: 'message/rfc822',
    findings: [],
  });
  expect(card.files.map(({ name, mediaType }) => [name, mediaType])).toEqual([['karte.txt', 'text/plain']]);
  const raw = await get(`/api/intake/${card.id}/raw`).buffer(true).expect(200);
  expect(raw.body.toString()).toBe(EML);
});

test('the same e-mail again is told from where it is already', async () => {
  const card = await drop(['vestule.eml', EML]);
  expect(card.findings.map(({ code }) => code)).toEqual(['duplicate-mail']);
  expect(codes(card)).toEqual(['duplicate']);
});

test('a set of files is one item, with Latvian names kept; several e-mails are several items', async () => {
  const card = await drop(['Iesniegums – ķērpji.txt', 'teksts'], ['karte.txt', 'otra karte']);
  expect(card.files.map(({ name }) => name)).toEqual(['Iesniegums – ķērpji.txt', 'karte.txt']);
  const two = await post('/api/intake')
    .attach('files', Buffer.from(EML.replace('viens', 'divi')), 'a.eml')
    .attach('files', Buffer.from(EML.replace('viens', 'trīs')), 'b.eml')
    .expect(201);
  expect(two.body.ids).toHaveLength(2);
});

test('a program is kept but refused as a document’s file, whatever it is called', async () => {
  const program = Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200), Buffer.from('PE\0\0')]);
  const card = await drop(['rēķins.exe', program], ['rēķins.pdf', program], ['skripts.js', 'alert(1)']);
  for (const file of card.files) {
    expect(file.findings[0]).toMatchObject({ code: 'executable', severity: 'refused' });
  }
  const bytes = await get(`/api/intake/files/${card.files[1]!.id}`).buffer(true).expect(200);
  expect(bytes.headers['content-disposition']).toMatch(/^attachment/);
  expect(bytes.body).toEqual(program);
});

test('a corrupted PDF, an empty file and a name that lies are told', async () => {
  const card = await drop(
    ['bojāts.pdf', `%PDF-1.7\n${'x'.repeat(500)}`],
    ['tukšs.docx', ''],
    ['attēls.pdf', Buffer.from('89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de', 'hex')],
  );
  expect(codes(card, 0)).toEqual(['corrupted-pdf']);
  expect(codes(card, 1)).toEqual(['empty']);
  expect(codes(card, 2)).toEqual(['extension-lies']);
  expect(card.files[2]!.findings[0]!.lv).toContain('PNG');
});

test('a corrupted ZIP, a ZIP bomb and a program inside an archive are told without unpacking them', async () => {
  const good = await zip({ 'a.txt': 'sveiki '.repeat(1000), 'b.txt': 'b' });
  const torn = good.subarray(0, good.length - 30);
  const flipped = Buffer.from(good);
  flipped[45] = flipped[45]! ^ 0xff;
  const bomb = await zip({ 'nulles.bin': Buffer.alloc(80 * 1024 ** 2) });
  const nested = await zip({ 'iekšā.zip': bomb });
  const program = await zip({ 'lasi.exe': 'x', 'lasi.txt': 'x' });
  const card = await drop(
    ['vesels.zip', good],
    ['nogriezts.zip', torn],
    ['mainīts.zip', flipped],
    ['bumba.zip', bomb],
    ['ligzda.zip', nested],
    ['lasi.zip', program],
  );
  expect(card.files.map((_, place) => codes(card, place))).toEqual([
    [],
    ['corrupted-zip'],
    ['corrupted-zip'],
    ['zip-bomb'],
    ['zip-bomb'],
    ['executable-inside'],
  ]);
});

test('a file over the limit gets a clear answer in the person’s language and nothing is entered', async () => {
  const before = (await get('/api/intake').expect(200)).body.count;
  const { body } = await post('/api/intake')
    .attach('files', Buffer.alloc(4 * 1024 ** 2), 'liels.pdf')
    .expect(413);
  expect(body).toMatchObject({ type: '/problems/file-over-limit', limitMb: 3 });
  expect(body.title).toMatch(/pārsniedz atļauto lielumu/);
  expect((await get('/api/intake').expect(200)).body.count).toBe(before);
  await post('/api/intake').expect(422);
});

test('whoever may not register documents neither drops nor reads', async () => {
  const other = await signIn('darbinieks');
  await post('/api/intake', other).attach('files', Buffer.from('x'), 'x.txt').expect(403);
  await get('/api/intake', other).expect(403);
});

test('an item is put aside with a reason, and the undo brings it back', async () => {
  const card = await drop(['reklāma.txt', 'Pērciet!']);
  await post(`/api/intake/${card.id}/dismissal`).send({ reason: '' }).expect(422);
  await post(`/api/intake/${card.id}/dismissal`).send({ reason: 'Reklāma' }).expect(204);
  expect((await get(`/api/intake/${card.id}`)).body).toMatchObject({ state: 'dismissed', dismissedReason: 'Reklāma' });
  const undo = () =>
    request(house.api.getHttpServer())
      .delete(`/api/intake/${card.id}/dismissal`)
      .set('cookie', clerk.cookie)
      .set('x-csrf-token', clerk.csrf)
      .expect(204);
  await undo();
  await undo();
  expect((await get(`/api/intake/${card.id}`)).body).toMatchObject({ state: 'new', dismissedReason: null });
});

const send = (raw: string | Buffer, to = 'pasts@paraugs.example') =>
  createTransport({ host: '127.0.0.1', port: smtpPort, ignoreTLS: true }).sendMail({
    envelope: { from: 'a@example.lv', to },
    raw,
  });

const newest = async (): Promise<IntakeCard> => {
  const { body } = await get('/api/intake').expect(200);
  return (await get(`/api/intake/${body.rows[0].id}`).expect(200)).body;
};

test('mail comes in by SMTP; the same bytes sent twice are one item', async () => {
  const message = EML.replace('viens', 'smtp').replace('Liepu iela 5', 'Ozolu iela 7');
  await send(message);
  const first = await newest();
  expect(first).toMatchObject({ subject: 'Iesniegums par ceļa remontu', channel: 'email', findings: [] });
  await send(message);
  expect((await newest()).id).toBe(first.id);
});

test('mail with broken boundaries, without headers, or only noise is kept as received and told', async () => {
  await send(EML.replaceAll('--robeza', '--cita').replace('viens', 'salauzts'));
  const broken = await newest();
  expect(broken.findings.map(({ code }) => code)).toContain('mail-broken');
  expect(broken.body).toContain('Lūdzu salabot ceļu');
  await send('\r\nTikai teksts.\r\n');
  const bare = await newest();
  expect(bare.findings.map(({ code }) => code)).toEqual(['mail-no-sender', 'mail-no-date']);
  expect(bare.body).toBe('Tikai teksts.');
  await send(Buffer.from(Array.from({ length: 5000 }, (_, i) => (i * 7919) % 256)));
  const noise = await newest();
  expect(noise.id).not.toBe(bare.id);
  expect(noise.rawSize).toBeGreaterThan(4900);
});

test('a taken port is said to be taken, and who holds it goes on', async () => {
  const { MailIntake } = await import('#exchange');
  await expect(house.app.get(MailIntake).listen(smtpPort)).rejects.toMatchObject({ code: 'EADDRINUSE' });
  await send(EML.replace('viens', 'vēl'));
  expect((await newest()).subject).toBe('Iesniegums par ceļa remontu');
});

test('a picture inside the text is no attachment; winmail.dat and a message within are told', async () => {
  const picture = Buffer.from('89504e470d0a1a0a', 'hex');
  await createTransport({ host: '127.0.0.1', port: smtpPort, ignoreTLS: true }).sendMail({
    from: 'Anna Ozola <anna@example.lv>',
    to: 'pasts@paraugs.example',
    subject: 'Ar attēlu',
    html: '<p>Sveiki! <img src="cid:logo@x"></p>',
    attachments: [
      { filename: 'logo.png', content: picture, cid: 'logo@x' },
      { filename: 'winmail.dat', content: Buffer.from('789f3e22', 'hex'), contentType: 'application/ms-tnef' },
      { filename: 'pārsūtīts.eml', content: EML, contentType: 'message/rfc822' },
    ],
  });
  const card = await newest();
  expect(card.body).toContain('Sveiki!');
  expect(card.files.map(({ name }) => name)).toEqual(['winmail.dat', 'pārsūtīts.eml']);
  expect(codes(card, 0)).toContain('winmail');
  expect(codes(card, 1)).toContain('nested-mail');
});

test('a message over the limit is refused in the SMTP conversation, and a broken-off one leaves nothing', async () => {
  const before = (await get('/api/intake').expect(200)).body.count;
  await expect(
    send(`Subject: liels\r\n\r\n${'x'.repeat(70)}\r\n`.padEnd(5 * 1024 ** 2, 'liels\r\n')),
  ).rejects.toMatchObject({
    responseCode: 552,
  });
  const socket = connect(smtpPort, '127.0.0.1');
  await once(socket, 'data');
  socket.write('EHLO x\r\nMAIL FROM:<a@example.lv>\r\nRCPT TO:<pasts@paraugs.example>\r\nDATA\r\nSubject: pus');
  await new Promise((wake) => setTimeout(wake, 200));
  socket.destroy();
  await new Promise((wake) => setTimeout(wake, 200));
  expect((await get('/api/intake').expect(200)).body.count).toBe(before);
});

test('the demonstration’s first morning: letters wait, a program is told, the advertisement is put aside', async () => {
  const { seedExchange } = await import('../apps/cli/seed/exchange.ts');
  const before = (await get('/api/intake').expect(200)).body.count;
  await seedExchange(house);
  const { body } = await get('/api/intake').expect(200);
  expect(body.count).toBe(before + 5);
  const scan = body.rows.find(({ channel }: { channel: string }) => channel === 'scan');
  expect(scan).toMatchObject({ subject: 'Skenēts iesniegums 2026-11-20', severity: null });
  expect(body.rows.map(({ severity }: { severity: string }) => severity)).toContain('refused');
  expect((await get('/api/intake?state=dismissed').expect(200)).body.rows[0]).toMatchObject({
    senderName: 'SIA “Biroja preces”',
  });
});
