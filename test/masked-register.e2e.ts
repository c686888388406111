import { createRequire } from 'node:module';
import { registerLetter } from '#correspondence';
import { NewLetter } from '#correspondence/contract';
import { openHouse, type House } from './support/house.ts';
import { signIn, type Person } from './support/person.ts';

const { read, utils } = createRequire(import.meta.url)('@e965/xlsx') as typeof import('@e965/xlsx');

let house: House;
/** Reads in the unit, but not what is restricted. */
let lawyer: Person;
let director: Person;
let secretId: string;

const register = (title: string, change: object = {}) =>
  house.as('lietvede', (tx) =>
    registerLetter(
      tx,
      NewLetter.parse({
        kind: 'letter',
        title,
        sender: { name: 'Testa Noslēpums', kind: 'person' },
        receivedOn: '2026-11-13',
        channel: 'post',
        caseIndex: '1-9',
        unitId: house.unit('KAN'),
        ...change,
      }),
    ),
  );

beforeAll(async () => {
  house = await openHouse();
  await register('=Atklāta; vēstule');
  const basis = 'Informācijas atklātības likuma 5. pants';
  ({ id: secretId } = await register('Slepena vēstule', { restriction: { basis, until: '2030-01-01' } }));
  await house.settle();
  lawyer = await signIn(house, 'arhivare');
  director = await signIn(house, 'direktors');
}, 120_000);
afterAll(() => house?.close());

const list = async (person: Person, query = '') => (await person.get(`/api/documents?${query}`).expect(200)).body;

test('a register is read without a gap: what is restricted shows its number and day, nothing else', async () => {
  const { rows, count } = await list(lawyer, 'register=SD');
  expect(count).toBe(2);
  expect(rows[0]).toEqual({
    id: secretId,
    number: expect.stringMatching(/2/),
    registeredOn: expect.any(String),
    access: 'restricted',
    direction: 'incoming',
    medium: 'electronic',
    isMasked: true,
    kind: '',
    title: '',
    state: '',
    channel: null,
    dueOn: null,
    counterpartyName: null,
    unitName: '',
    caseIndex: null,
    files: 0,
  });
  expect(rows[1]).toMatchObject({ isMasked: false, title: '=Atklāta; vēstule' });
  expect((await list(director, 'register=SD')).rows[0]).toMatchObject({ isMasked: false, title: 'Slepena vēstule' });
});

test.each(['party=Testa', 'kind=letter', 'state=registered', 'caseIndex=1-9', 'overdue=false', 'direction=incoming'])(
  'a filter by what is masked tells nothing of it (%s)',
  async (filter) => {
    const { rows } = await list(lawyer, `register=SD&${filter}`);
    expect(rows.map(({ id }: { id: string }) => id)).not.toContain(secretId);
  },
);

test('neither the list of all registers, nor search, nor the card shows it, and the system says why', async () => {
  expect((await list(lawyer)).rows.map(({ id }: { id: string }) => id)).not.toContain(secretId);
  const found = await lawyer.get('/api/search?q=Slepena').expect(200);
  expect(JSON.stringify(found.body)).not.toContain(secretId);
  await lawyer.get(`/api/documents/${secretId}`).expect(404);
  const { body } = await lawyer.get(`/api/documents/${secretId}/access`).expect(200);
  expect(body).toMatchObject({ isVisible: false, access: 'restricted', mayReadInUnit: true, mayReadRestricted: false });
  expect(JSON.stringify(body)).not.toContain('Slepena');
});

test('an export holds what the page shows, masked alike, opens in offices, and is journalled', async () => {
  const csv = (await lawyer.get('/api/documents/export?register=SD&format=csv').expect(200)).text;
  expect(csv).toContain(`"'=Atklāta; vēstule"`);
  expect(csv).toContain('Ierobežota pieejamība');
  expect(csv).not.toMatch(/Slepena|Noslēpums.*\n.*Noslēpums/);
  const { body } = await director.get('/api/documents/export?register=SD&format=xlsx').responseType('blob').expect(200);
  const book = read(body, { type: 'buffer' });
  const rows = utils.sheet_to_json<string[]>(book.Sheets['Reģistrs']!, { header: 1 });
  expect(rows.map((row) => row[3])).toEqual(['Nosaukums', 'Slepena vēstule', '=Atklāta; vēstule']);
  const auditor = await signIn(house, 'auditors');
  const acts = (await auditor.get('/api/audit?type=register.exported').expect(200)).body.rows;
  expect(acts).toHaveLength(2);
});
