import { X509Certificate } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';
import { demoAuthority } from '../libs/signing/adapters/demo-authority.ts';
import { RaiseLevels } from '../libs/signing/reactions/raise-levels.ts';
import type { ContractView } from '../libs/invoices/contract.ts';
import type { Issued } from '../libs/signatures/index.ts';
import { openHouse, type House } from './support/house.ts';
import { itWith, judge } from './support/judges.ts';
import { partner, signedContainer, signedPdf } from './support/other-side.ts';
import { catchMail, type CaughtMail } from './support/mail.ts';
import { signIn, type Person } from './support/person.ts';
import { onePage, signedFile, installSeal } from './support/to-sign.ts';
import { unpack } from './support/unpack.ts';

let house: House;
let mail: CaughtMail;
let [preparer, head, director, clerk, accountant]: Person[] = [];
let supplier: Issued;
let rootPem: string;

beforeAll(async () => {
  mail = await catchMail();
  house = await openHouse({ settings: { SMTP_URL: mail.url, MAX_FILE_MB: '2' } });
  const names = ['darbinieks', 'vaditaja', 'direktors', 'lietvede', 'gramatvede'];
  [preparer, head, director, clerk, accountant] = await Promise.all(names.map((name) => signIn(house, name)));
  rootPem = new X509Certificate((await demoAuthority()).anchors[0]!).toString();
  await installSeal(house, { level: 'LT' });
  supplier = await partner();
}, 120_000);
afterAll(async () => {
  await house?.close();
  await mail?.close();
});

const draft = (more: object = {}) => ({
  supplierName: 'SIA “Testa siltums”',
  subject: 'Siltumenerģijas piegāde',
  validFrom: '2026-01-01',
  value: '9600',
  unitId: house.unit('ATT'),
  responsibleId: house.person('darbinieks'),
  ...more,
});
const enter = async (): Promise<string> => (await preparer!.post('/api/contracts', draft()).expect(201)).body.id;
const view = async (id: string): Promise<ContractView> =>
  (await preparer!.get(`/api/contracts/${id}`).expect(200)).body;
const main = (id: string) => `/api/documents/${id}/files?role=main`;
const putMain = (id: string, name: string, content: Uint8Array) => preparer!.drop(main(id), [{ name, content }]);
const bringBack = (id: string, name: string, content: Uint8Array) =>
  preparer!.drop(`/api/documents/${id}/countersigned`, [{ name, content }]);
const files = async (id: string) => (await preparer!.get(`/api/documents/${id}`).expect(200)).body.files;

const step = async (who: Person, id: string) =>
  (await who.get('/api/inbox').expect(200)).body.find((one: { document: { id: string } }) => one.document.id === id);

/** To the head of the unit for approval, then to the director for signing. */
async function sendOnItsWay(id: string): Promise<void> {
  const stretches = [
    { act: 'approve', personIds: [house.person('vaditaja')] },
    { act: 'sign', personIds: [house.person('direktors')] },
  ];
  await preparer!.post(`/api/documents/${id}/route`, { stretches }).expect(204);
  await house.settle();
}

/** Approved by the head of the unit, signed by the director with the institution's key in a file. */
async function approveAndSign(id: string): Promise<Buffer> {
  await sendOnItsWay(id);
  expect(await view(id)).toMatchObject({ state: 'in-approval', number: null });
  const visa = await step(head!, id);
  await head!
    .post(`/api/steps/${visa.id}/decision`, { verdict: 'agree', seenSha256: visa.document.mainSha256 })
    .expect(204);
  await house.settle();
  expect((await view(id)).state).toBe('to-sign');
  await sign(id);
  return (await signedFile(house, id))!.bytes;
}

async function sign(id: string): Promise<void> {
  const { body } = await director!
    .post('/api/signatures', { stepIds: [(await step(director!, id)).id], provider: 'seal' })
    .expect(201);
  await director!.post(`/api/signatures/${body.id}/completion`).expect(200);
  await house.settle();
}

/** The signatures of a container, each judged by xmlsec1 against the authority of both sides. */
async function xmlsecSays(container: Buffer): Promise<number[]> {
  const parts = { ...(await unpack(container)), 'root.pem': rootPem };
  const verify = ['--verify', '--trusted-pem', 'root.pem', '--id-attr:Id', 'SignedProperties'];
  return Object.keys(parts)
    .filter((name) => /^META-INF\/signatures\d*\.xml$/.test(name))
    .map((name) => judge(parts, 'xmlsec1', [...verify, name]).code);
}

describe('a contract as PDF', () => {
  let id: string;
  let ours: Buffer;

  test('is entered by whoever prepares it, gets its file, and a better one as the next version', async () => {
    id = await enter();
    expect(await view(id)).toMatchObject({ state: 'draft', number: null, signedOn: null, mayChange: true });
    await putMain(id, 'Līgums.pdf', (await onePage('Pirmais')).content).expect(201);
    await putMain(id, 'Līgums.pdf', (await onePage('Otrais')).content).expect(201);
    expect(await files(id)).toMatchObject([
      { name: 'Līgums.pdf', role: 'main', supersededAt: null },
      { name: 'Līgums.pdf', role: 'main', supersededAt: expect.any(String) },
    ]);
  });

  test('is approved and signed by us, and takes its number in the register of contracts', async () => {
    ours = await approveAndSign(id);
    expect(await view(id)).toMatchObject({
      state: 'signed',
      number: expect.stringMatching(/^4-1\/\d\d\/\d+$/),
      signedOn: null,
      isSignedByAll: false,
      mayTakeCopy: true,
      signatures: [{ side: 'us', name: expect.stringContaining('Parauga'), verdict: 'accept' }],
    });
  });

  test('is given to the responsible person to see to the other side', async () => {
    const task = await step(preparer!, id);
    expect(task).toMatchObject({ what: 'task', act: 'execute', text: expect.stringContaining('nosūtīt otrai pusei') });
  });

  test('is sent to the other side by who may send', async () => {
    await preparer!.post(`/api/contracts/${id}/sending`, { address: 'siltums@example.org' }).expect(403);
    await clerk!.post(`/api/contracts/${id}/sending`, {}).expect(422);
    await clerk!.post(`/api/contracts/${id}/sending`, { address: 'siltums@example.org' }).expect(204);
    await house.settle();
    expect(mail.delivered.at(-1)!.attachments.map(({ content }) => content.equals(ours))).toEqual([true]);
  });

  itWith(['pdfsig'], 'comes back with the other side’s signature: both are valid, and it is concluded', async () => {
    const theirs = await signedPdf(ours, supplier);
    const { body: taken } = await bringBack(id, 'Līgums abpusēji.pdf', theirs).expect(201);
    expect(taken).toMatchObject({ name: 'Līgums abpusēji.pdf', verdict: 'accept' });
    await house.settle();
    const { signedOn, ...contract } = await view(id);
    expect(contract).toMatchObject({
      state: 'active',
      isSignedByAll: true,
      signatures: [
        { side: 'us', verdict: 'accept' },
        { side: 'them', name: expect.stringContaining('Piegādnieks'), verdict: 'accept' },
      ],
    });
    expect(signedOn).toBe(new Date().toISOString().slice(0, 10));
    expect(await step(preparer!, id)).toBeUndefined();
    const stored = (await signedFile(house, id))!.bytes;
    expect(stored.equals(theirs)).toBe(true);
    const { output } = judge({ 'both.pdf': stored }, 'pdfsig', ['-nocert', 'both.pdf']);
    expect(output.match(/Signature is Valid/g)).toHaveLength(2);
    const earlier = (await files(id)).filter(
      ({ role, supersededAt }: { role: string; supersededAt: string | null }) => role === 'signed' && supersededAt,
    );
    expect(earlier).toHaveLength(1);
    const { body } = await preparer!.get(`/api/files/${earlier[0].id}`).buffer(true).expect(200);
    expect((body as Buffer).equals(ours)).toBe(true);
  });
});

describe('a contract that the other side signed first', () => {
  itWith(['xmlsec1'], 'our signature is added to their container and theirs stays valid', async () => {
    const office = {
      name: 'Līgums.docx',
      mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      content: Buffer.from('Teksts'),
    };
    const container = await signedContainer([office], supplier);
    const id = await enter();
    await putMain(id, 'Līgums.edoc', container).expect(201);
    await house.settle();
    expect((await view(id)).signatures).toMatchObject([{ side: null, verdict: 'accept' }]);
    const signed = await approveAndSign(id);
    expect(await xmlsecSays(signed)).toEqual([0, 0]);
    const [before, after] = [await unpack(container), await unpack(signed)];
    expect(Object.keys(before).filter((name) => !before[name]!.equals(after[name]!))).toEqual([]);
    expect(await view(id)).toMatchObject({ state: 'active', isSignedByAll: true });
  });
});

describe('a contract as an office file', () => {
  itWith(['xmlsec1'], 'is signed with its attachments in a container, and comes back in it', async () => {
    const id = await enter();
    await putMain(id, 'Līgums.txt', Buffer.from('Puses vienojas.')).expect(201);
    const annex = await onePage('Tāme');
    await preparer!.drop(`/api/documents/${id}/files`, [{ name: annex.name, content: annex.content }]).expect(201);
    const ours = await approveAndSign(id);
    expect(Object.keys(await unpack(ours))).toEqual(expect.arrayContaining(['Līgums.txt', 'Tāme.pdf']));
    const theirs = await signedContainer(ours, supplier);
    await bringBack(id, 'Līgums.asice', theirs).expect(201);
    await house.settle();
    expect(await xmlsecSays((await signedFile(house, id))!.bytes)).toEqual([0, 0]);
    expect(await view(id)).toMatchObject({ state: 'active', isSignedByAll: true });
  });

  test('what was sent may come back after ours was raised to a higher level', async () => {
    const id = await enter();
    await putMain(id, 'Līgums.pdf', (await onePage('Pacelts')).content).expect(201);
    const sent = await approveAndSign(id);
    await installSeal(house, { level: 'LTA' });
    await house.api.get(RaiseLevels).raise();
    await installSeal(house, { level: 'LT' });
    expect((await signedFile(house, id))!.bytes.length).toBeGreaterThan(sent.length);
    await bringBack(id, 'Līgums.pdf', await signedPdf(sent, supplier)).expect(201);
    await house.settle();
    expect(await view(id)).toMatchObject({ isSignedByAll: true, signatures: [{ side: 'us' }, { side: 'them' }] });
  });

  test('our signed PDF comes back inside a container of the other side', async () => {
    const id = await enter();
    await putMain(id, 'Līgums.pdf', (await onePage('Iekšā')).content).expect(201);
    const ours = await approveAndSign(id);
    const around = await signedContainer(
      [{ name: 'Līgums.pdf', mediaType: 'application/pdf', content: ours }],
      supplier,
    );
    await bringBack(id, 'Līgums.edoc', around).expect(201);
    await house.settle();
    expect(await view(id)).toMatchObject({ isSignedByAll: true, signatures: [{ side: 'us' }, { side: 'them' }] });
  });
});

describe('what is wrong is told, and nothing changes', () => {
  let id: string;
  let ours: Buffer;
  const refused = (type: string, more: object = {}) => ({
    type: `/problems/${type}`,
    title: expect.any(String),
    ...more,
  });

  beforeAll(async () => {
    id = await enter();
    await putMain(id, 'Līgums.pdf', (await onePage('Līgums')).content).expect(201);
    ours = await approveAndSign(id);
  }, 60_000);

  test.each([
    ['a program', 'Līgums.exe', Buffer.from('MZ program'), 'file-refused'],
    ['an empty file', 'Līgums.pdf', Buffer.alloc(0), 'file-refused'],
    ['a broken PDF', 'Līgums.pdf', Buffer.from('%PDF-1.7 and nothing more'), 'file-refused'],
    ['sound', 'Līgums.mp3', Buffer.from('ID3\u0004\u0000\u0000\u0000\u0000\u0000\u0000', 'latin1'), 'not-a-paper'],
  ])('%s is no contract', async (_, name, content, type) => {
    const mine = await enter();
    expect((await putMain(mine, name, content).expect(422)).body).toMatchObject(refused(type));
    expect(await files(mine)).toEqual([]);
  });

  test('a file over the limit, none at all, two main files', async () => {
    const mine = await enter();
    expect((await putMain(mine, 'Liels.pdf', Buffer.alloc(3 * 1024 ** 2)).expect(413)).body).toMatchObject(
      refused('file-over-limit'),
    );
    expect((await preparer!.drop(main(mine), []).expect(422)).body).toMatchObject(refused('nothing-received'));
    const two = [await onePage('Viens'), await onePage('Divi')];
    expect((await preparer!.drop(main(mine), two).expect(422)).body).toMatchObject(refused('one-main-file'));
  });

  test('a signed contract takes no other file', async () => {
    const { content } = await onePage('Cits');
    expect((await putMain(id, 'Cits.pdf', content).expect(409)).body).toMatchObject(refused('files-are-fixed'));
    const again = { stretches: [{ act: 'approve', personIds: [house.person('vaditaja')] }] };
    const { body } = await preparer!.post(`/api/documents/${id}/route`, again).expect(409);
    expect(body).toMatchObject(refused('wrong-state', { state: 'signed' }));
    expect(
      (await preparer!.drop(`/api/documents/${id}/files`, [{ name: 'Cits.pdf', content }]).expect(409)).body,
    ).toMatchObject(refused('files-are-fixed'));
  });

  test('a copy that was changed, is another’s, or has no new signature is refused; ours stays', async () => {
    const theirs = await signedPdf(ours, supplier);
    const changed = Buffer.from(theirs);
    changed[changed.indexOf('/MediaBox') + 12] = 0x37;
    expect((await bringBack(id, 'Līgums.pdf', changed).expect(422)).body).toMatchObject(
      refused('copy-not-valid', { verdict: 'reject', detail: expect.any(String) }),
    );
    const another = await signedPdf(Buffer.from((await onePage('Cits')).content), supplier);
    expect((await bringBack(id, 'Līgums.pdf', another).expect(422)).body).toMatchObject(refused('copy-of-another'));
    const apart = await signedContainer(
      [{ name: 'Cits.txt', mediaType: 'text/plain', content: Buffer.from('x') }],
      supplier,
    );
    expect((await bringBack(id, 'Līgums.edoc', apart).expect(422)).body).toMatchObject(refused('copy-of-another'));
    expect((await bringBack(id, 'Līgums.pdf', ours).expect(422)).body).toMatchObject(
      refused('copy-without-new-signature'),
    );
    const { content } = await onePage('Neparakstīts');
    expect((await bringBack(id, 'Līgums.pdf', content).expect(422)).body).toMatchObject(
      refused('copy-not-valid', { verdict: 'no-signature' }),
    );
    expect((await signedFile(house, id))!.bytes.equals(ours)).toBe(true);
    expect((await view(id)).state).toBe('signed');
  });

  test('a container that was tampered with is shown broken, and nobody here signs it', async () => {
    const files = [{ name: 'Līgums.txt', mediaType: 'text/plain', content: Buffer.from('Cena 100') }];
    const container = await signedContainer(files, supplier);
    const mine = await enter();
    const crude = Buffer.from(container);
    crude.write('Cena 999', crude.indexOf('Cena 100'));
    expect((await putMain(mine, 'Līgums.edoc', crude).expect(422)).body).toMatchObject(
      refused('file-refused', { finding: 'corrupted-zip' }),
    );
    const careful = await zipped({ ...(await unpack(container)), 'Līgums.txt': Buffer.from('Cena 999') });
    await putMain(mine, 'Līgums.edoc', careful).expect(201);
    await house.settle();
    expect((await view(mine)).signatures).toMatchObject([{ verdict: 'reject' }]);
    await preparer!
      .post(`/api/documents/${mine}/route`, { stretches: [{ act: 'sign', personIds: [house.person('direktors')] }] })
      .expect(204);
    await house.settle();
    const signing = { stepIds: [(await step(director!, mine)).id], provider: 'seal' };
    expect((await director!.post('/api/signatures', signing).expect(409)).body).toMatchObject(
      refused('paper-signatures-broken'),
    );
  });

  test('only its author, the responsible person and the accounts office add files; a copy is awaited only after our signature', async () => {
    const mine = await enter();
    const { content } = await onePage('Svešs');
    expect((await head!.drop(main(mine), [{ name: 'x.pdf', content }]).expect(403)).body).toMatchObject(
      refused('not-permitted'),
    );
    await accountant!.drop(main(mine), [{ name: 'x.pdf', content }]).expect(201);
    expect((await bringBack(mine, 'x.pdf', content).expect(409)).body).toMatchObject(refused('no-copy-awaited'));
    await clerk!.post(`/api/contracts/${mine}/sending`, { address: 'a@example.org' }).expect(409);
    await (await signIn(house, 'personals')).drop(main(mine), [{ name: 'x.pdf', content }]).expect(404);
  });
});

test('a contract of several parties waits for each of them; invoices of each find it', async () => {
  const otherParties = [{ name: 'SIA “Testa apkope”', registrationNumber: '40003000077' }];
  const { id } = (await preparer!.post('/api/contracts', draft({ otherParties })).expect(201)).body;
  await putMain(id, 'Līgums.pdf', (await onePage('Trīspusējs')).content).expect(201);
  const ours = await approveAndSign(id);
  const sending = { party: 1, address: 'apkope@example.org' };
  await clerk!.post(`/api/contracts/${id}/sending`, { ...sending, party: 2 }).expect(404);
  await clerk!.post(`/api/contracts/${id}/sending`, sending).expect(204);
  const sent = (await clerk!.get(`/api/documents/${id}/dispatches`).expect(200)).body;
  expect(sent).toMatchObject([{ recipient: 'SIA “Testa apkope”', address: 'apkope@example.org' }]);
  const first = await signedPdf(ours, supplier);
  await bringBack(id, 'Līgums.pdf', first).expect(201);
  await house.settle();
  expect(await view(id)).toMatchObject({ state: 'signed', isSignedByAll: false, otherParties });
  await bringBack(id, 'Līgums.pdf', await signedPdf(first, await partner('Zane', 'Apkopēja'))).expect(201);
  await house.settle();
  expect(await view(id)).toMatchObject({ state: 'active', isSignedByAll: true });
  const found = (await accountant!.get('/api/contracts?supplier=apkope').expect(200)).body;
  expect(found.rows).toMatchObject([{ id }]);
});

test('another main file on the route makes the visas stale', async () => {
  const id = await enter();
  await putMain(id, 'Līgums.pdf', (await onePage('A')).content).expect(201);
  await sendOnItsWay(id);
  const visa = await step(head!, id);
  await putMain(id, 'Līgums.pdf', (await onePage('B')).content).expect(201);
  await head!
    .post(`/api/steps/${visa.id}/decision`, { verdict: 'agree', seenSha256: visa.document.mainSha256 })
    .expect(409);
});

test('whoever becomes responsible, even from the route, works on it; whoever was responsible does not', async () => {
  const id = (await accountant!.post('/api/contracts', draft()).expect(201)).body.id;
  await putMain(id, 'Līgums.pdf', (await onePage('C')).content).expect(201);
  const route = { stretches: [{ act: 'approve', personIds: [house.person('jurists')] }] };
  await preparer!.post(`/api/documents/${id}/route`, route).expect(204);
  const lawyer = await signIn(house, 'jurists');
  const another = [{ name: 'Līgums.pdf', content: (await onePage('D')).content }];
  await lawyer.drop(main(id), another).expect(403);
  await preparer!.put(`/api/contracts/${id}`, draft({ responsibleId: house.person('jurists') })).expect(204);
  await lawyer.drop(main(id), another).expect(201);
  await putMain(id, 'Līgums.pdf', (await onePage('E')).content).expect(403);
});

test('a contract signed on paper is concluded by the accounts office, and takes its scan afterwards', async () => {
  const id = await enter();
  const signed = { ...draft(), signedOn: '2026-11-02' };
  await preparer!.put(`/api/contracts/${id}`, signed).expect(403);
  await accountant!.put(`/api/contracts/${id}`, signed).expect(204);
  expect(await view(id)).toMatchObject({ state: 'active', signedOn: '2026-11-02', number: expect.any(String) });
  await putMain(id, 'Skenēts.pdf', (await onePage('Skenēts')).content).expect(201);
  const told = await house.owner.query(
    `select data from journal where subject_id = $1 and type = 'contract.concluded'`,
    [id],
  );
  expect(told.rows).toEqual([{ data: { signedOn: '2026-11-02', by: 'hand' } }]);
});

/** A ZIP of the files in their order, sound in itself. */
async function zipped(files: Record<string, Buffer>): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, content] of Object.entries(files)) zip.addBuffer(content, name, { compress: false });
  zip.end();
  return buffer(zip.outputStream);
}
