import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { SMTPServer } from 'smtp-server';
import { EmailCourier } from '../libs/exchange/adapters/email-courier.ts';
import { MailIntake } from '../libs/exchange/adapters/mail-intake.ts';
import { makeAuthority, type Authority } from './support/certificates.ts';
import { openHouse, type House } from './support/house.ts';
import { signIn } from './support/person.ts';

const folder = mkdtempSync(join(tmpdir(), 'aprite-tls-'));
const openssl = process.env['APRITE_OPENSSL'];
// Certificates are made by OpenSSL, which `npm test` installs where it may.
const tried = openssl ? test : test.skip;
const received: { secure: boolean; text: string }[] = [];
let [ours, strange]: [Authority, Authority] = [undefined!, undefined!];
let mailServer: SMTPServer;
let house: House;

const file = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text, { mode: 0o600 });
  return join(folder, name);
};

beforeAll(async () => {
  if (!openssl) return;
  [ours, strange] = [makeAuthority(folder, 'ours'), makeAuthority(folder, 'strange')];
  mailServer = new SMTPServer({
    ...ours.issue(),
    disabledCommands: ['AUTH'],
    onData(stream, { secure }, done) {
      let text = '';
      stream.on('data', (part: Buffer) => (text += part.toString()));
      stream.on('end', () => {
        received.push({ secure, text });
        done();
      });
    },
  });
  await new Promise<void>((resolve) => mailServer.listen(0, '127.0.0.1', resolve));
  const { port } = mailServer.server.address() as AddressInfo;
  const { cert, key } = ours.issue();
  house = await openHouse({
    settings: {
      SMTP_URL: `smtp://127.0.0.1:${port}`,
      SMTP_TLS: 'required',
      SMTP_CA_FILE: file('ca.pem', ours.certificate),
      MAIL_INTAKE_CERT_FILE: file('intake.pem', cert),
      MAIL_INTAKE_KEY_FILE: file('intake-key.pem', key),
    },
  });
}, 120_000);

afterAll(async () => {
  await house?.close();
  await new Promise<void>((resolve) => (mailServer ? mailServer.close(() => resolve()) : resolve()));
  rmSync(folder, { recursive: true, force: true });
});

const letter = {
  id: '01934f00-0000-7000-8000-0000000000aa',
  address: 'anna@example.org',
  title: 'Par ceļu',
  number: '1-9/26/1',
  registeredOn: '2026-11-21',
  documentId: '01934f00-0000-7000-8000-0000000000ab',
  channel: 'email',
  recipient: 'Anna Paraudziņa',
  attempts: 0,
  sender: {
    name: 'Parauga novada pašvaldība',
    email: 'pasts@paraugs.example',
    registrationNumber: '99990000003',
    eAddress: '_DEFAULT@99990000003',
    phone: '+371 60000000',
  },
  answers: null,
  files: [],
};
const send = () => house.app.get(EmailCourier).deliver(letter);

tried('a letter leaves encrypted to a mail server of the municipality’s own authority', async () => {
  await send();
  expect(received.at(-1)).toMatchObject({ secure: true });
  expect(received.at(-1)!.text).toContain('anna@example.org');
});

tried('nothing is sent to a server whose certificate is a stranger’s, and the clerk is told why', async () => {
  const before = received.length;
  mailServer.updateSecureContext(strange.issue());
  await expect(send()).rejects.toThrow('Ar pasta serveri nav droša savienojuma');
  mailServer.updateSecureContext(ours.issue());
  expect(received).toHaveLength(before);
});

tried('incoming mail may be encrypted, and mail without encryption is taken as before', async () => {
  const port = await house.app.get(MailIntake).listen(0);
  const mail = (subject: string) => ({
    from: 'anna@example.org',
    to: 'pasts@paraugs.example',
    subject,
    text: 'Labdien!',
  });
  const encrypted = { host: '127.0.0.1', port, requireTLS: true };
  await createTransport({ ...encrypted, tls: { ca: ours.certificate } }).sendMail(mail('Šifrēta'));
  await createTransport({ host: '127.0.0.1', port, ignoreTLS: true }).sendMail(mail('Atklāta'));
  await expect(
    createTransport({ ...encrypted, tls: { ca: strange.certificate } }).sendMail(mail('Neuzticama')),
  ).rejects.toThrow(/certificate/);
  const clerk = await signIn(house, 'lietvede');
  const { rows } = (await clerk.get('/api/intake').expect(200)).body as { rows: { subject: string }[] };
  expect(rows.map(({ subject }) => subject).toSorted()).toEqual(['Atklāta', 'Šifrēta'].toSorted());
});
