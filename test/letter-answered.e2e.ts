import { execFile, spawnSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { openHouse, type House } from './support/house.ts';
import { catchMail, type CaughtMail } from './support/mail.ts';
import { signIn, type Person } from './support/person.ts';

let house: House;
let mail: CaughtMail;
let clerk: Person;
let head: Person;
let drafter: Person;
let director: Person;
let letterId: string;
let replyId: string;

beforeAll(async () => {
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

const newLetter = () => ({
  kind: 'submission',
  title: 'Par ielas apgaismojumu Liepu ielā',
  sender: { name: 'Testa Iesniedzējs', kind: 'person', address: 'iesniedzejs@example.org' },
  senderNumber: '3-5/456',
  senderDate: '2026-11-12',
  receivedOn: '2026-11-13',
  channel: 'email',
  caseIndex: '1-13',
  unitId: house.unit('ATT'),
  resolverId: house.person('vaditaja'),
});

test('a letter is registered under the next number of its register, with its statutory term', async () => {
  const { body } = await clerk.post('/api/letters', newLetter()).expect(201);
  letterId = body.id;
  expect(body.number).toMatch(/^1-13\/\d\d\/1$/);
  expect(body.trackingCode).toMatch(/^[2-9A-HJ-NP-Z]{4}(-[2-9A-HJ-NP-Z]{4}){2}$/);
  const card = (await clerk.get(`/api/documents/${letterId}`).expect(200)).body;
  expect(card).toMatchObject({
    state: 'in-resolution',
    dueOn: '2026-11-30',
    dueRule: 'IES_10WD',
    register: 'FI',
    caseIndex: '1-13',
  });
});

test('the same sender’s number again is held back until the clerk confirms', async () => {
  const { body } = await clerk.post('/api/letters', newLetter()).expect(409);
  expect(body).toMatchObject({ type: '/problems/possible-duplicate', duplicates: [{ documentId: letterId }] });
});

test('the head finds it in the inbox and resolves it', async () => {
  const inbox = (await head.get('/api/inbox').expect(200)).body;
  expect(inbox).toMatchObject([{ what: 'task', act: 'resolve', document: { id: letterId } }]);
  await head
    .post(`/api/letters/${letterId}/resolutions`, {
      text: 'Sagatavot atbildi',
      leadId: house.person('darbinieks'),
      coExecutorIds: [house.person('jurists')],
    })
    .expect(201);
  expect((await head.get('/api/inbox')).body).toEqual([]);
});

test('the executor drafts the answer; its paper is a PDF that can be read', async () => {
  const { body } = await drafter.post('/api/drafts', { answersId: letterId }).expect(201);
  replyId = body.id;
  await drafter
    .put(`/api/drafts/${replyId}`, {
      title: 'Par ielas apgaismojumu',
      correspondent: 'Testa Iesniedzējs',
      correspondentAddress: 'iesniedzejs@example.org',
      salutation: 'Cienījamais iesniedzēj!',
      body: 'Informējam, ka apgaismojums tiks atjaunots līdz gada beigām.',
    })
    .expect(204);
  const { files } = (await drafter.get(`/api/documents/${replyId}`)).body;
  const main = files.find(
    (file: { role: string; supersededAt: string | null }) => file.role === 'main' && !file.supersededAt,
  );
  const pdf = await drafter.get(`/api/files/${main.id}`).buffer(true).expect(200);
  expect(pdf.headers['content-type']).toBe('application/pdf');
  expect(pdf.body.subarray(0, 5).toString()).toBe('%PDF-');
});

test('a visa names the file it saw, goes stale when the text changes, and is asked again', async () => {
  await drafter
    .post(`/api/documents/${replyId}/route`, {
      stretches: [
        { act: 'approve', personIds: [house.person('jurists'), house.person('vaditaja')] },
        { act: 'sign', personIds: [house.person('direktors')] },
      ],
    })
    .expect(204);
  await decide(head);
  await drafter
    .put(`/api/drafts/${replyId}`, {
      title: 'Par ielas apgaismojumu',
      correspondent: 'Testa Iesniedzējs',
      correspondentAddress: 'iesniedzejs@example.org',
      salutation: '',
      body: 'Cits teksts.',
    })
    .expect(204);
  await house.settle();
  const { steps } = (await drafter.get(`/api/documents/${replyId}/work`)).body;
  expect(steps.map((step: { state: string }) => step.state).toSorted()).toEqual(['open', 'open', 'stale', 'waiting']);
  const lawyer = await signIn(house, 'jurists');
  const { steps: now } = (await lawyer.get(`/api/documents/${replyId}/work`)).body;
  const mine = now.find((step: { isMine: boolean }) => step.isMine);
  const stale = now.find((step: { state: string }) => step.state === 'stale');
  await lawyer.post(`/api/steps/${mine.id}/decision`, { verdict: 'agree', seenSha256: stale.seenSha256 }).expect(409);
  await decide(lawyer);
  await decide(head);
});

test('before signing the number is reserved and stands on the paper', async () => {
  await house.settle();
  const card = (await director.get(`/api/documents/${replyId}`)).body;
  expect(card).toMatchObject({
    state: 'to-sign',
    number: expect.stringMatching(/^1-13\/\d\d\/1$/),
    registeredOn: null,
  });
  const { steps } = (await director.get(`/api/documents/${replyId}/work`)).body;
  expect(steps.filter((step: { state: string }) => step.state === 'stale')).toHaveLength(1);
});

test('the director signs in two steps; a second click changes nothing; the signature validates', async () => {
  const step = (await director.get('/api/inbox')).body.find(({ act }: { act: string }) => act === 'sign');
  const offer = (await director.get(`/api/signing-offer?steps=${step.id}`).expect(200)).body;
  expect(offer.means).toMatchObject([{ name: 'demo', isTest: true, holds: 'house' }]);
  expect(offer.papers[0].choices[0]).toMatchObject({
    form: 'pades',
    files: [{ mediaType: 'application/pdf', pages: 1 }],
  });
  const wish = { stepIds: [step.id], provider: 'demo' };
  await head.post('/api/signatures', wish).expect(403);
  const session = (await director.post('/api/signatures', wish).expect(201)).body;
  expect(session).toMatchObject({ state: 'prepared', waitsFor: 'confirmation', isTest: true });
  expect(session.certificateSubject).toContain('Andris Kalnmalis');
  expect(Buffer.from(session.items[0].digest, 'base64')).toHaveLength(32);
  const again = (await director.post('/api/signatures', wish).expect(201)).body;
  await director.post(`/api/signatures/${session.id}/completion`).expect(409);
  const done = (await director.post(`/api/signatures/${again.id}/completion`).expect(200)).body;
  expect(done).toMatchObject({ state: 'completed', items: [{ state: 'signed', problem: null }] });
  expect((await director.post(`/api/signatures/${again.id}/completion`).expect(200)).body).toEqual(done);
  await house.settle();
  const [report] = (await director.get(`/api/documents/${replyId}/signatures`)).body;
  expect(report).toMatchObject({
    verdict: 'accept',
    signatures: [{ level: 'T', indication: 'TOTAL-PASSED', coversWholeDocument: true }],
  });
});

test('it is registered, leaves by e-mail with the signed paper, and the letter is answered and filed', async () => {
  const reply = (await clerk.get(`/api/documents/${replyId}`)).body;
  expect(reply).toMatchObject({
    state: 'sent',
    number: expect.stringMatching(/^1-13\/\d\d\/1$/),
    filedAt: expect.any(String),
  });
  expect(reply.registeredOn).toEqual(expect.any(String));
  const letter = (await clerk.get(`/api/documents/${letterId}`)).body;
  expect(letter).toMatchObject({ state: 'answered', filedAt: expect.any(String) });
  expect(mail.delivered).toHaveLength(1);
  expect(mail.delivered[0]!.to).toMatchObject({
    value: [{ address: 'iesniedzejs@example.org' }],
  });
  expect((await clerk.get('/api/inbox')).body).toEqual([]);
});

const hasPdfsig = spawnSync('pdfsig', ['-v']).error === undefined;
(hasPdfsig ? test : test.skip)(
  'another program judges the paper that was sent: signed, and signed as a whole',
  async () => {
    const sent = mail.delivered[0]!.attachments.find(({ contentType }) => contentType === 'application/pdf')!;
    const file = join(house.folder, 'sent.pdf');
    await writeFile(file, sent.content);
    const { stdout } = await promisify(execFile)('pdfsig', ['-nocert', file]);
    expect(stdout).toContain('Signature is Valid');
    expect(stdout).toContain('Total document signed');
  },
);

test('a step on the path is called by what was done: approved by colleagues, signed by the signer', async () => {
  type Step = { type: string; person: string | null; text: { lv: string; en: string }; isMinor: boolean };
  const path: Step[] = (await clerk.get(`/api/documents/${letterId}/path`)).body;
  const steps = path.filter(({ type }) => type === 'step.completed');
  expect(new Set(steps.filter(({ isMinor }) => !isMinor).map(({ text }) => text.en))).toEqual(new Set(['Approved']));
  expect(steps.filter(({ isMinor }) => isMinor).map(({ person }) => person)).toEqual(['Andris Kalnmalis']);
});

test('the path tells every step from receipt to reply, in order', async () => {
  const path: { type: string; number: string | null }[] = (await clerk.get(`/api/documents/${letterId}/path`)).body;
  const types = path.map(({ type }) => type);
  const story = [
    'document.registered',
    'letter.resolved',
    'reply.drafted',
    'route.started',
    'visa.stale',
    'number.reserved',
    'document.signed',
    'route.completed',
    'letter.sent',
    'letter.answered',
    'document.filed',
  ];
  expect(story.map((type) => types.indexOf(type))).toEqual(
    story.map((type) => types.indexOf(type)).toSorted((a, b) => a - b),
  );
  expect(story.filter((type) => !types.includes(type))).toEqual([]);
});

/** Agrees to the step that waits for the person, having seen the present main file. */
async function decide(person: Person) {
  const item = (await person.get('/api/inbox')).body.find(({ what }: { what: string }) => what === 'step');
  await person
    .post(`/api/steps/${item.id}/decision`, { verdict: 'agree', seenSha256: item.document.mainSha256 })
    .expect(204);
}
