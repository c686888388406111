import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createTransport } from 'nodemailer';
import { DataSource } from 'typeorm';
import { fromBufferPromise } from 'yauzl';
import { attachFile } from '#documents';
import { FileStore } from '#files';
import {
  completeAsice,
  completePades,
  createDemoAuthority,
  extendPades,
  prepareAsice,
  preparePades,
} from '#signatures';
import { makePdf } from '../libs/signatures/testing/documents.ts';
import { openHouse, type House } from './support/house.ts';
import { partner, signedPdf } from './support/other-side.ts';
import { catchMail, type CaughtMail } from './support/mail.ts';
import { signIn, type Person } from './support/person.ts';
import { signedFile } from './support/to-sign.ts';
import { beside } from './support/beside.ts';

/** Signed files by other implementations, where they lie beside the repository; always two of our own. */
const folder = beside('shared/samples/signatures/');
const authority = createDemoAuthority();
const person = () => authority.issuePerson({ givenName: 'Anna', surname: 'Ozola', personalCode: '010180-11111' });
const services = { timestamp: authority.timestamp, fetcher: authority.fetcher };
const originals = new Map<string, Buffer>();

async function ownSamples(): Promise<void> {
  const [pdfKey, zipKey] = [person(), person()];
  const pdf = preparePades(await makePdf(), pdfKey);
  const signed = await completePades(pdf.state, await pdfKey.sign(pdf), { level: 'LT', ...services });
  originals.set('savs.pdf', Buffer.from(signed));
  const zip = await prepareAsice(
    [{ name: 'lēmums.txt', mediaType: 'text/plain', content: Buffer.from('Nolemj: jā.') }],
    zipKey,
  );
  originals.set(
    'savs.asice',
    Buffer.from(await completeAsice(zip.state, await zipKey.sign(zip), { level: 'LT', ...services })),
  );
}

let house: House;
let mail: CaughtMail;
let clerk: Person;
let head: Person;
let drafter: Person;
let director: Person;
let itemId: string;
let letter: { id: string };
let replyId: string;

beforeAll(async () => {
  await ownSamples();
  for (const name of existsSync(folder) ? readdirSync(folder).filter((file) => /\.(?:pdf|asice|edoc)$/.test(file)) : [])
    originals.set(name, readFileSync(folder + name));
  mail = await catchMail();
  house = await openHouse({ settings: { SMTP_URL: mail.url } });
  [clerk, head, drafter, director] = (await Promise.all(
    ['lietvede', 'vaditaja', 'darbinieks', 'direktors'].map((name) => signIn(house, name)),
  )) as [Person, Person, Person, Person];
}, 120_000);
afterAll(async () => {
  await house?.close();
  await mail?.close();
});

/** After every operation: what is stored under each file's hash is the file, bit for bit. */
afterEach(async () => {
  const store = house?.api.get(FileStore);
  for (const [name, bytes] of store ? originals : []) {
    const hash = createHash('sha256').update(bytes).digest('hex');
    if (await store.has(hash))
      expect({ name, same: (await store.read(hash)).equals(bytes) }).toEqual({ name, same: true });
  }
});

interface Listed {
  id: string;
  name: string;
  role?: string;
}
const files = async (path: string): Promise<Listed[]> => (await clerk.get(path).expect(200)).body.files;
const bytesAs = async (who: Person, path: string): Promise<Buffer> =>
  (await who.get(path).buffer(true).expect(200)).body;
const bytesOf = (path: string): Promise<Buffer> => bytesAs(clerk, path);
const listed = async (path: string): Promise<Listed[]> => (await drafter.get(path).expect(200)).body.files;

/** Every sample is there under its name and byte for byte the same. */
async function expectOriginals(found: Listed[], address: (id: string) => string): Promise<void> {
  for (const [name, bytes] of originals) {
    const file = found.find((one) => one.name === name);
    expect({ name, isThere: file !== undefined }).toEqual({ name, isThere: true });
    for (const more of ['', '?download=1'])
      expect({ name, same: (await bytesOf(address(file!.id) + more)).equals(bytes) }).toEqual({ name, same: true });
  }
}

test('put in by a clerk', async () => {
  const { body } = await clerk
    .drop(
      '/api/intake',
      [...originals].map(([name, content]) => ({ name, content })),
    )
    .expect(201);
  await house.settle();
  await expectOriginals(await files(`/api/intake/${body.id}`), (id) => `/api/intake/files/${id}`);
});

test('received by mail', async () => {
  const { MailIntake } = await import('#exchange');
  const port = await house.app.get(MailIntake).listen(0);
  await createTransport({ host: '127.0.0.1', port, ignoreTLS: true }).sendMail({
    from: 'Anna Ozola <anna@example.org>',
    to: 'pasts@paraugs.example',
    subject: 'Parakstīti dokumenti',
    text: 'Pielikumā.',
    attachments: [...originals].map(([filename, content]) => ({ filename, content })),
  });
  itemId = (await clerk.get('/api/intake?channel=email').expect(200)).body.rows[0].id;
  await house.settle();
  await expectOriginals(await files(`/api/intake/${itemId}`), (id) => `/api/intake/files/${id}`);
});

test('previewed, with everything inside', async () => {
  for (const { id } of await files(`/api/intake/${itemId}`)) {
    const { body } = await clerk.get(`/api/intake/files/${id}/preview`).expect(200);
    for (const { place } of body.parts ?? [])
      await clerk.get(`/api/intake/files/${id}/preview?inside=${place}`).expect(200);
  }
  await expectOriginals(await files(`/api/intake/${itemId}`), (id) => `/api/intake/files/${id}`);
});

test('registered, with text taken out for search', async () => {
  const { body } = await clerk
    .post('/api/letters', {
      itemId,
      kind: 'submission',
      title: 'Par parakstītiem dokumentiem',
      sender: { name: 'Anna Ozola', kind: 'person', address: 'anna@example.org' },
      receivedOn: '2026-11-13',
      channel: 'email',
      caseIndex: '1-13',
      unitId: house.unit('ATT'),
      resolverId: house.person('vaditaja'),
    })
    .expect(201);
  letter = body;
  await house.settle();
  expect((await clerk.get('/api/search?q=parakstītiem').expect(200)).body.rows).toMatchObject([{ id: letter.id }]);
  await expectOriginals(await files(`/api/documents/${letter.id}`), (id) => `/api/files/${id}`);
  for (const { id } of await files(`/api/documents/${letter.id}`))
    await clerk.get(`/api/files/${id}/preview`).expect(200);
});

test('validated again, and the reports printed', async () => {
  await clerk.post(`/api/documents/${letter.id}/signatures/check`).expect(202);
  await house.settle();
  const { body: reports } = await clerk.get(`/api/documents/${letter.id}/signatures`).expect(200);
  expect(reports.length).toBeGreaterThanOrEqual(originals.size);
  for (const { id } of reports) await clerk.get(`/api/documents/${letter.id}/signatures/${id}/paper`).expect(200);
  await expectOriginals(await files(`/api/documents/${letter.id}`), (id) => `/api/files/${id}`);
});

test('attached to a reply that goes its route: text changed, visa, signature', async () => {
  await head
    .post(`/api/letters/${letter.id}/resolutions`, {
      text: 'Atbildēt',
      leadId: house.person('darbinieks'),
      coExecutorIds: [],
    })
    .expect(201);
  replyId = (await drafter.post('/api/drafts', { answersId: letter.id }).expect(201)).body.id;
  const store = house.api.get(FileStore);
  for (const [name, bytes] of originals) {
    const stored = await store.put(bytes);
    const mediaType = name.endsWith('.pdf') ? 'application/pdf' : 'application/vnd.etsi.asic-e+zip';
    await house.as('darbinieks', (tx) => attachFile(tx, replyId, { ...stored, name, mediaType, role: 'attachment' }));
  }
  await edit('Sākotnējais teksts.');
  await drafter
    .post(`/api/documents/${replyId}/route`, {
      stretches: [
        { act: 'approve', personIds: [house.person('vaditaja')] },
        { act: 'sign', personIds: [house.person('direktors')] },
      ],
    })
    .expect(204);
  await edit('Labots teksts.');
  await house.settle();
  const visa = await waiting(head, 'approve');
  await head
    .post(`/api/steps/${visa.id}/decision`, { verdict: 'agree', seenSha256: visa.document.mainSha256 })
    .expect(204);
  await house.settle();
  const step = await waiting(director, 'sign');
  const { body: session } = await director
    .post('/api/signatures', { stepIds: [step.id], provider: 'demo' })
    .expect(201);
  await director.post(`/api/signatures/${session.id}/completion`).expect(200);
  await house.settle();
  await expectOriginals(await files(`/api/documents/${replyId}`), (id) => `/api/files/${id}`);
});

test('put on a contract by hand, each in the place of the former and as an attachment; signed by us and by the other side', async () => {
  const contract = {
    supplierName: 'SIA “Testa puse”',
    subject: 'Parakstīti dokumenti',
    validFrom: '2026-11-01',
    unitId: house.unit('ATT'),
    responsibleId: house.person('darbinieks'),
  };
  const { id } = (await drafter.post('/api/contracts', contract).expect(201)).body;
  const at = `/api/documents/${id}`;
  const ownLast = [...originals].toSorted(
    ([one], [other]) => Number(one === 'savs.pdf') - Number(other === 'savs.pdf'),
  );
  for (const [name, content] of ownLast) {
    await drafter.drop(`${at}/files?role=attachment`, [{ name, content }]).expect(201);
    const { id: fileId } = (await listed(at)).find((one) => one.name === name && one.role === 'attachment')!;
    await drafter.delete(`${at}/files/${fileId}`).expect(204);
    await drafter.drop(`${at}/files?role=main`, [{ name, content }]).expect(201);
  }
  await house.settle();
  for (const [name, bytes] of originals)
    for (const role of ['main', 'attachment']) {
      const file = (await listed(at)).find((one) => one.name === name && one.role === role);
      const same = file !== undefined && (await bytesAs(drafter, `/api/files/${file.id}`)).equals(bytes);
      expect({ name, role, same }).toEqual({ name, role, same: true });
    }
  await drafter
    .post(`${at}/route`, { stretches: [{ act: 'sign', personIds: [house.person('direktors')] }] })
    .expect(204);
  await house.settle();
  const step = await waiting(director, 'sign');
  const { body: session } = await director
    .post('/api/signatures', { stepIds: [step.id], provider: 'demo', form: 'pades' })
    .expect(201);
  await director.post(`/api/signatures/${session.id}/completion`).expect(200);
  await house.settle();
  const ours = (await signedFile(house, id))!.bytes;
  const theirs = await signedPdf(ours, await partner(), 'T');
  await drafter.drop(`${at}/countersigned`, [{ name: 'abpusējs.pdf', content: theirs }]).expect(201);
  await house.settle();
  const first = originals.get('savs.pdf')!;
  expect(first.equals(ours.subarray(0, first.length))).toBe(true);
  expect((await signedFile(house, id))!.bytes.equals(theirs)).toBe(true);
});

test('sent: what another server receives is what was signed', () => {
  expect(mail.delivered).toHaveLength(1);
  for (const [name, bytes] of originals) {
    const attachment = mail.delivered[0]!.attachments.find(({ filename }) => filename === name);
    expect({ name, same: attachment?.content.equals(bytes) }).toEqual({ name, same: true });
  }
});

test('filed elsewhere, its case closed and opened again', async () => {
  const archivist = await signIn(house, 'arhivare');
  await archivist.put(`/api/documents/${letter.id}/case`, { caseIndex: '1-14' }).expect(204);
  const cases = (await archivist.get('/api/cases').expect(200)).body as { id: string; index: string }[];
  const filed = cases.find(({ index }) => index === '1-14')!;
  await archivist.put(`/api/archive/cases/${filed.id}/closure`, {}).expect(200);
  await archivist.delete(`/api/archive/cases/${filed.id}/closure`).expect(204);
  await expectOriginals(await files(`/api/documents/${letter.id}`), (id) => `/api/files/${id}`);
});

test('out of the portal’s reach', async () => {
  const rights = await house.api.get(DataSource).query(`
    select t.name, p.name as right from (values ('stored_file'), ('document_file'), ('received_file')) t (name),
           (values ('select'), ('insert'), ('update'), ('delete')) p (name)
     where has_table_privilege('aprite_portal', t.name, p.name)`);
  expect(rights).toEqual([]);
});

test('signed once more and extended: every byte that was there stays', async () => {
  for (const [name, bytes] of originals) {
    const key = person();
    if (name.endsWith('.pdf')) {
      const prepared = preparePades(bytes, key);
      const twice = await completePades(prepared.state, await key.sign(prepared), { level: 'T', ...services });
      const results = name === 'savs.pdf' ? [twice, await extendPades(twice, 'LTA', services)] : [twice];
      for (const later of results)
        expect({ name, same: bytes.equals(later.subarray(0, bytes.length)) }).toEqual({ name, same: true });
    } else {
      const prepared = await prepareAsice(bytes, key);
      const twice = await completeAsice(prepared.state, await key.sign(prepared), { level: 'T', ...services });
      const [before, after] = [await entriesOf(bytes), await entriesOf(Buffer.from(twice))];
      for (const [entry, content] of before) {
        const isManifest = entry === 'META-INF/manifest.xml';
        expect({ name, entry, same: isManifest || after.get(entry)?.equals(content) }).toEqual({
          name,
          entry,
          same: true,
        });
      }
    }
  }
});

const edit = (body: string) =>
  drafter
    .put(`/api/drafts/${replyId}`, {
      title: 'Par parakstītiem dokumentiem',
      correspondent: 'Anna Ozola',
      correspondentAddress: 'anna@example.org',
      salutation: '',
      body,
    })
    .expect(204);

const waiting = async (who: Person, act: string) =>
  (await who.get('/api/inbox').expect(200)).body.find((one: { act: string }) => one.act === act);

/** The contents of a container by name, read by a library that is not ours. */
async function entriesOf(bytes: Buffer): Promise<Map<string, Buffer>> {
  const zip = await fromBufferPromise(bytes);
  const entries = new Map<string, Buffer>();
  for await (const entry of zip.eachEntry()) {
    const parts: Buffer[] = [];
    for await (const part of await zip.openReadStreamPromise(entry)) parts.push(part as Buffer);
    entries.set(entry.fileName, Buffer.concat(parts));
  }
  return entries;
}
