import { openHouse, type House } from './support/house.ts';
import { itWith, judge } from './support/judges.ts';
import { catchMail, type CaughtMail } from './support/mail.ts';
import { signIn, type Person } from './support/person.ts';
import { onePage, signedFile, installSeal } from './support/to-sign.ts';

let house: House;
let mail: CaughtMail;
let [clerk, drafter, director]: Person[] = [];
let applicationId: string;
let id: string;

beforeAll(async () => {
  mail = await catchMail();
  house = await openHouse({ settings: { SMTP_URL: mail.url } });
  [clerk, drafter, director] = await Promise.all(
    ['lietvede', 'darbinieks', 'direktors'].map((name) => signIn(house, name)),
  );
  await installSeal(house);
  const application = {
    kind: 'submission',
    title: 'Par izziņas izsniegšanu',
    sender: { name: 'Anna Ozola', kind: 'person', address: 'anna@example.org' },
    receivedOn: '2026-11-13',
    channel: 'email',
    caseIndex: '1-13',
    unitId: house.unit('ATT'),
  };
  applicationId = (await clerk!.post('/api/letters', application).expect(201)).body.id;
  const head = await signIn(house, 'vaditaja');
  await head
    .post(`/api/letters/${applicationId}/resolutions`, { text: 'Izsniegt izziņu', leadId: house.person('darbinieks') })
    .expect(201);
}, 120_000);
afterAll(async () => {
  await house?.close();
  await mail?.close();
});

const card = async (documentId: string) => (await clerk!.get(`/api/documents/${documentId}`).expect(200)).body;
const words = {
  title: 'Par deklarēto dzīvesvietu',
  correspondent: 'Anna Ozola',
  correspondentAddress: 'anna@example.org',
  salutation: '',
};

test('a statement that nobody applied for needs its matter and addressee', async () => {
  const { body } = await drafter!.post('/api/drafts', { kind: 'statement' }).expect(422);
  expect(body).toMatchObject({ type: '/problems/invalid-input', errors: [{ pointer: '/title' }] });
  await drafter!.post('/api/drafts', { kind: 'order' }).expect(422);
});

itWith(
  ['pdftotext'],
  'is drafted as an answer to the application, in the case of statements, with an attachment named in it',
  async () => {
    id = (await drafter!.post('/api/drafts', { kind: 'statement', answersId: applicationId }).expect(201)).body.id;
    await drafter!
      .put(`/api/drafts/${id}`, { ...words, body: 'Pašvaldība apliecina, ka Anna Ozola ir deklarēta novadā.' })
      .expect(204);
    const { name, content } = await onePage('Karte');
    await drafter!.drop(`/api/documents/${id}/files`, [{ name, content }]).expect(201);
    expect(await card(id)).toMatchObject({
      kind: 'statement',
      caseIndex: '1-12',
      counterpartyName: 'Anna Ozola',
      mayPut: [],
    });
    const paper = (await card(id)).files.find(({ role }: { role: string }) => role === 'main');
    const { body: pdf } = await drafter!.get(`/api/files/${paper.id}`).buffer(true).expect(200);
    const { output } = judge({ 'paper.pdf': pdf as Buffer }, 'pdftotext', ['-layout', 'paper.pdf', '-']);
    for (const said of ['IZZIŅA', 'Par deklarēto dzīvesvietu', 'ir deklarēta novadā', 'Karte.pdf'])
      expect(output).toContain(said);
  },
);

test('its main file is the system’s, an attachment can be taken off again', async () => {
  const { name, content } = await onePage('Lieks');
  const problem = (await drafter!.drop(`/api/documents/${id}/files?role=main`, [{ name, content }]).expect(422)).body;
  expect(problem.type).toBe('/problems/paper-is-composed');
  await drafter!.drop(`/api/documents/${id}/files`, [{ name, content }]).expect(201);
  const extra = (await card(id)).files.find((file: { name: string }) => file.name === name);
  await drafter!.delete(`/api/documents/${id}/files/${extra.id}`).expect(204);
  await drafter!.delete(`/api/documents/${id}/files/${extra.id}`).expect(404);
  const now = (await card(id)).files.find((file: { name: string }) => file.name === name);
  expect(now.supersededAt).toEqual(expect.any(String));
});

itWith(
  ['pdfsig'],
  'is signed, numbered in its register, sent, and answers the application; pdfsig calls it valid',
  async () => {
    await drafter!
      .post(`/api/documents/${id}/route`, { stretches: [{ act: 'sign', personIds: [house.person('direktors')] }] })
      .expect(204);
    await house.settle();
    const [{ id: stepId }] = (await director!.get('/api/inbox').expect(200)).body;
    const { body } = await director!.post('/api/signatures', { stepIds: [stepId], provider: 'seal' }).expect(201);
    await director!.post(`/api/signatures/${body.id}/completion`).expect(200);
    await house.settle();
    expect(await card(id)).toMatchObject({
      state: 'sent',
      register: 'IZ',
      number: expect.stringMatching(/^1-12\/\d\d\/1$/),
    });
    expect(await card(applicationId)).toMatchObject({ state: 'answered' });
    const signed = (await signedFile(house, id))!.bytes;
    expect(judge({ 'signed.pdf': signed }, 'pdfsig', ['-nocert', 'signed.pdf']).output).toContain('Signature is Valid');
    expect(mail.delivered.map(({ attachments }) => attachments.map(({ filename }) => filename))).toEqual([
      ['Izziņa.pdf', 'Karte.pdf'],
    ]);
    expect(mail.delivered[0]!.attachments[0]!.content.equals(signed)).toBe(true);
  },
);

test('counts among the electronic documents sent', async () => {
  const { rows } = await house.owner.query(
    `select indicator, aspect, value, reason from indicator_point where document_id = $1 and indicator in ('P3b', 'P2') order by indicator, aspect`,
    [id],
  );
  expect(rows.map(({ indicator, aspect, value }) => `${indicator} ${aspect} ${value}`)).toEqual([
    'P2 outgoing/draft counted',
    'P2 outgoing/send counted',
    'P2 outgoing/sign counted',
    'P3b  counted',
  ]);
});
