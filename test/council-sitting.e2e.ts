import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seedBodies } from '../apps/cli/seed/council.ts';
import { sign } from '../apps/cli/seed/correspondence.ts';
import { openHouse, type House } from './support/house.ts';
import { signIn, type Person } from './support/person.ts';

let house: House;
let council: string;
let committee: string;
let secretary: Person;
const people = new Map<string, Person>();
/** Thirteen of fifteen come; deputats14 is ill, deputats15 says nothing. */
const PRESENT = ['priekssedetaja', ...Array.from({ length: 12 }, (_, index) => `deputats${index + 2}`)];

beforeAll(async () => {
  house = await openHouse();
  const bodies = await seedBodies(house);
  council = bodies['DOME']!;
  committee = bodies['FK']!;
  secretary = await signIn(house, 'sekretare');
  for (const name of [...PRESENT, 'vaditaja', 'lietvede']) people.set(name, await signIn(house, name));
}, 180_000);
afterAll(() => house?.close());

const as = (name: string) => people.get(name)!;
const draft = async (title: string, points: string[]) => {
  const { body } = await as('vaditaja')
    .post('/api/council-drafts', {
      title,
      points,
      reporterId: house.person('vaditaja'),
      committeeIds: [committee],
      summary: 'Īss izklāsts.',
      legalBasis: 'Pašvaldību likuma 10. panta pirmo daļu',
      funding: 'nav',
      executorId: house.person('vaditaja'),
      dueOn: '2030-12-31',
      controllerId: house.person('direktors'),
    })
    .expect(201);
  return body.id as string;
};

/** The text of a PDF, words separated by one space. */
async function textOf(pdf: Buffer): Promise<string> {
  const flat = (text: string) => text.replace(/\s+/gu, ' ');
  const file = join(mkdtempSync(join(tmpdir(), 'aprite-protocol-')), 'protocol.pdf');
  writeFileSync(file, pdf);
  try {
    return flat(execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' }));
  } catch {
    const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
    const document = await getDocument({ data: new Uint8Array(pdf) }).promise;
    const pages: string[] = [];
    for (let page = 1; page <= document.numPages; page += 1) {
      const { items } = await (await document.getPage(page)).getTextContent();
      pages.push(items.map((item) => ('str' in item ? item.str : '')).join(' '));
    }
    return flat(pages.join(' '));
  }
}

const paper = async (documentId: string) => {
  const { body: card } = await secretary.get(`/api/documents/${documentId}`).expect(200);
  const file = card.files.find(
    (one: { role: string; supersededAt: string | null }) => one.role === 'main' && !one.supersededAt,
  );
  const { body } = await secretary.get(`/api/files/${file.id}`).expect(200);
  return textOf(body as Buffer);
};

test('a sitting goes from its agenda through a named vote to a signed protocol with the right figures and names', async () => {
  const rent = await draft('Par telpu nomu Skolas ielā 4', ['Iznomāt telpas uz pieciem gadiem.']);
  const street = await draft('Par ielas nosaukumu', ['Piešķirt nosaukumu Ābeļu iela.']);

  // Preparation: agenda in the wished order, notice, refusal of what is not permitted.
  const startsAt = new Date(Date.now() + 20 * 86_400_000).toISOString();
  const plan = {
    bodyId: council,
    startsAt,
    place: 'Sēžu zāle',
    mode: 'hybrid',
    guests: [{ name: 'Andris Kalnmalis', office: 'izpilddirektors' }],
  };
  await as('vaditaja').post('/api/sittings', plan).expect(403);
  const { body: sitting } = await secretary.post('/api/sittings', plan).expect(201);
  const url = `/api/sittings/${sitting.id}`;
  const { body: second } = await secretary.post(`${url}/items`, { draftId: street }).expect(201);
  const { body: first } = await secretary.post(`${url}/items`, { draftId: rent }).expect(201);
  await secretary.put(`${url}/agenda`, { itemIds: [first.id, second.id] }).expect(204);
  const { body: refused } = await secretary
    .post(`${url}/opening`, { chairId: house.person('priekssedetaja'), minuteTakerId: house.person('sekretare') })
    .expect(409);
  expect(refused.type).toBe('/problems/wrong-state');
  await secretary.post(`${url}/notice`).expect(204);

  // The hall fills: councillors register by themselves.
  for (const name of PRESENT)
    await as(name)
      .post(`${url}/my-presence`, { status: name === 'deputats9' ? 'remote' : 'in-person' })
      .expect(204);
  await secretary
    .post(`${url}/presence`, { personId: house.person('deputats14'), status: 'absent', reason: 'slimības dēļ' })
    .expect(204);
  await secretary
    .post(`${url}/opening`, { chairId: house.person('priekssedetaja'), minuteTakerId: house.person('sekretare') })
    .expect(204);

  // First item: report, a question from the seat, a conflict of interest, a vote by the councillors' own hands.
  await secretary.post(`${url}/items/${first.id}/opening`).expect(204);
  await secretary
    .post(`${url}/speeches`, { itemId: first.id, kind: 'report', text: 'telpas šobrīd ir brīvas' })
    .expect(201);
  const { body: word } = await as('deputats3')
    .post(`${url}/my-requests`, { kind: 'question', text: 'Kāda ir platība?' })
    .expect(201);
  await secretary.put(`${url}/speeches/${word.id}`, { text: 'Kāda ir telpu platība?' }).expect(204);
  await secretary
    .post(`${url}/speeches`, { itemId: first.id, kind: 'answer', speaker: 'Sanita Lejniece', text: '86 m²' })
    .expect(201);
  await as('deputats4').post(`${url}/items/${first.id}/conflicts`, { reason: 'radniecība' }).expect(204);
  const { body: vote } = await secretary.post(`${url}/votes`, { purpose: 'decision', itemId: first.id }).expect(201);
  for (const [index, name] of PRESENT.entries()) {
    const option = index < 8 ? 'PAR' : index < 11 ? 'PRET' : 'ATTURAS';
    await as(name)
      .put(`/api/votes/${vote.id}/my-ballot`, { option })
      .expect(name === 'deputats4' ? 409 : 204);
  }
  const { body: result } = await secretary.post(`/api/votes/${vote.id}/closing`).expect(200);
  expect(result).toEqual({ verdict: 'adopted', tally: { par: 7, pret: 3, atturas: 2, nepiedalas: 1, nebalso: 0 } });
  await as('deputats2').put(`/api/votes/${vote.id}/my-ballot`, { option: 'PRET' }).expect(409);
  await secretary.post(`${url}/items/${first.id}/closing`).expect(204);

  // Second item: one leaves, the secretary enters the raised hands.
  await secretary
    .post(`${url}/presence`, { personId: house.person('deputats5'), status: 'left', reason: 'komandējums' })
    .expect(204);
  await secretary.post(`${url}/items/${second.id}/opening`).expect(204);
  const { body: hands } = await secretary.post(`${url}/votes`, { purpose: 'decision', itemId: second.id }).expect(201);
  const entries = PRESENT.filter((name) => name !== 'deputats5').map((name) => ({
    personId: house.person(name),
    option: 'PAR',
  }));
  await secretary.put(`/api/votes/${hands.id}/ballots`, { entries }).expect(204);
  await secretary.post(`/api/votes/${hands.id}/closing`).expect(200);
  await secretary.post(`${url}/items/${second.id}/closing`).expect(204);
  const { body: growing } = await as('deputats2').get(`${url}/protocol`).expect(200);
  expect(growing.blocks.some(({ type }: { type: string }) => type === 'resolution')).toBe(true);
  await secretary.post(`${url}/closing`).expect(204);
  await house.settle();

  // The protocol wrote itself.
  const { body: view } = await secretary.get(url).expect(200);
  const [decision, other] = view.agenda.map((item: { decision: { id: string; number: string } }) => item.decision);
  const protocol = await paper(sitting.id);
  for (const words of [
    'PARAUGA NOVADA PAŠVALDĪBAS DOME',
    `Nr. ${view.number}`,
    'Kārtējā, atklāta sēde. Norises vieta: Sēžu zāle (klātienē un attālināti).',
    'Sēdi vada: domes priekšsēdētāja Laima Upmale',
    'Piedalās deputāti (12): Jānis Āboliņš, Inga Caune, Pēteris Dambis,',
    'Attālināti piedalās (1): Anna Jansone',
    'Nepiedalās deputāti (2): Ojārs Pētersons – slimības dēļ; Sarmīte Žagare',
    'Kvorums: 13 no 15 – sēde ir lemttiesīga.',
    'ZIŅO: Attīstības nodaļas vadītāja Sanita Lejniece – telpas šobrīd ir brīvas.',
    'Inga Caune – Kāda ir telpu platība? Atbild Sanita Lejniece – 86 m².',
    'Balsojumā nepiedalās interešu konflikta dēļ: Pēteris Dambis.',
    'par – 7 (J. Āboliņš, I. Caune, M. Eglīte, V. Feldmanis, Z. Grīnberga, U. Irbe, L. Upmale);',
    'pret – 3 (A. Jansone, N. Krūmiņš, L. Ļaudama);',
    'atturas – 2 (G. Medenis, V. Ņikuļceva).',
    `DOME NOLEMJ: pieņemt lēmumu Nr. ${decision.number} „Par telpu nomu Skolas ielā 4”.`,
    'izpildes termiņš – 31.12.2030.; kontrole – izpilddirektors Andris Kalnmalis.',
    'sēdi atstāj Māra Eglīte (komandējums). Sēdē piedalās 12 no 15 deputātiem – kvorums ir.',
    'par – 12 (',
    'pret – nav;',
    `2) lēmums Nr. ${other.number} „Par ielas nosaukumu”.`,
  ]) {
    expect(protocol).toContain(words);
  }
  expect(protocol).not.toContain('undefined');
  const text = await paper(decision.id);
  expect(text).toContain(`(prot. Nr. ${view.number}, 1. p.)`);
  expect(text).toContain('par – 7, pret – 3, atturas – 2, Dome nolemj:');

  // Signed by chair and protocolist, published, tasks given.
  await secretary.post(`${url}/publication`).expect(409);
  await secretary.post(`${url}/signing`).expect(200, { sent: 3 });
  await house.settle();
  for (const name of ['priekssedetaja', 'sekretare']) await sign(house, name, sitting.id);
  await sign(house, 'priekssedetaja', decision.id);
  await house.settle();
  const { body: signed } = await as('lietvede').get(`/api/documents/${sitting.id}`).expect(200);
  expect(signed).toMatchObject({ state: 'signed', register: 'DP', number: view.number });
  await secretary.post(`${url}/publication`).expect(204);
  await secretary.post(`/api/council-decisions/${decision.id}/publication`).expect(204);
  await secretary.post(`/api/council-decisions/${other.id}/publication`).expect(409);
  const { body: work } = await as('vaditaja').get(`/api/documents/${decision.id}/work`).expect(200);
  expect(work.tasks).toMatchObject([{ kind: 'execute', dueOn: '2030-12-31' }, { kind: 'control' }]);
}, 180_000);
