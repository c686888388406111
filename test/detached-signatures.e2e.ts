import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createDemoAuthority } from '#signatures';
import type { SignatureReportView } from '#signing/contract';
import { openHouse, type House } from './support/house.ts';
import { signIn, type Person } from './support/person.ts';

const authority = createDemoAuthority({ key: 'P-256' });
const content = Buffer.from('Piešķirt 100 EUR.\r\n');
let house: House;
let clerk: Person;

beforeAll(async () => {
  house = await openHouse();
  const trust = join(house.folder, 'keys', 'trust');
  mkdirSync(trust, { recursive: true });
  writeFileSync(join(trust, 'root.cer'), authority.anchors[0]!);
  const { key, certificates } = authority
    .issuePerson({ givenName: 'Līga', surname: 'Bērziņa', personalCode: '010180-12345', key: 'P-256' })
    .toPem();
  writeFileSync(join(house.folder, 'key.pem'), key);
  const [own, ...issuers] = certificates.split(/(?<=-----END CERTIFICATE-----\n)/);
  writeFileSync(join(house.folder, 'signer.pem'), own!);
  writeFileSync(join(house.folder, 'issuers.pem'), issuers.join(''));
  writeFileSync(join(house.folder, 'content'), content);
  clerk = await signIn(house, 'lietvede');
}, 120_000);
afterAll(() => house?.close());

/** A signature that OpenSSL makes: CAdES beside its file, or S/MIME around it. */
function openssl(...options: string[]): Buffer {
  const own = ['-signer', 'signer.pem', '-inkey', 'key.pem', '-certfile', 'issuers.pem', '-in', 'content'];
  return execFileSync('openssl', ['cms', '-sign', ...own, ...options], { cwd: house.folder });
}

async function received(files: { name: string; content: Buffer }[]): Promise<SignatureReportView[]> {
  const { body } = await clerk.drop('/api/intake', files).expect(201);
  await house.settle();
  return (await clerk.get(`/api/intake/${body.id}/signatures`).expect(200)).body;
}

const seen = ([report, another]: SignatureReportView[]) => {
  const [signature] = report!.signatures;
  const parts = report!.points.find(({ key }) => key === 'parts')!.state;
  return [another, report!.verdict, signature!.signer!.surname, signature!.signedFiles, parts];
};

test('a signature beside its file is checked against that file, among others', async () => {
  const cades = openssl('-binary', '-cades', '-outform', 'DER');
  const beside = { name: 'lēmums.txt.p7s', content: cades };
  const accepted = [undefined, 'accept', 'Bērziņa', ['lēmums.txt'], 'yes'];
  expect(seen(await received([{ name: 'lēmums.txt', content }, beside]))).toEqual(accepted);
  const other = { name: 'cits.txt', content: Buffer.from('cits') };
  const three = await received([other, { name: 'lēmums.txt', content }, beside]);
  expect(seen(three)).toEqual([...accepted.slice(0, 4), 'look']);
});

test('another file under its name is rejected, and a signature alone stays open', async () => {
  const cades = openssl('-binary', '-cades', '-outform', 'DER');
  const changed = { name: 'lēmums.txt', content: Buffer.from('Piešķirt 900 EUR.\r\n') };
  const [wrong] = await received([changed, { name: 'lēmums.txt.p7s', content: cades }]);
  expect([wrong!.verdict, wrong!.signatures[0]!.errors.map(({ code }) => code)]).toEqual(['reject', ['hash-mismatch']]);
  const [alone] = await received([{ name: 'viens', content: openssl('-binary', '-cades', '-outform', 'DER') }]);
  expect([alone!.verdict, alone!.signatures[0]!.errors.map(({ code }) => code)]).toEqual([
    'indeterminate',
    ['signed-data-absent'],
  ]);
  expect(alone!.advice.length).toBeGreaterThan(0);
  const { rows } = (await clerk.get('/api/intake').expect(200)).body as { rows: { findings: object[] }[] };
  expect(JSON.stringify(rows)).not.toContain('unknown-type');
});

test('the same signature with other data elsewhere is found out, wherever it lies', async () => {
  const cades = { name: 'līgums.txt.p7s', content: openssl('-binary', '-cades', '-outform', 'DER') };
  const [first] = await received([{ name: 'līgums.txt', content }, cades]);
  const [second] = await received([{ name: 'līgums.txt', content: Buffer.from('Cits līgums') }, cades]);
  expect([first!.verdict, second!.verdict]).toEqual(['accept', 'reject']);
});

test('a signed e-mail is checked against its own text', async () => {
  const headers = ['-from', 'liga@example.lv', '-to', 'dome@example.lv', '-subject', 'Iesniegums'];
  const mail = openssl('-cades', '-outform', 'SMIME', ...headers);
  expect(seen(await received([{ name: 'vēstule.eml', content: mail }])).slice(0, 3)).toEqual([
    undefined,
    'accept',
    'Bērziņa',
  ]);
  const changed = Buffer.from(mail.toString('latin1').replace('100 EUR', '900 EUR'), 'latin1');
  const [wrong] = await received([{ name: 'vēstule.eml', content: changed }]);
  expect(wrong!.verdict).toBe('reject');
});
