import { Validator } from '@seriousme/openapi-schema-validator';
import { withClient } from '../apps/cli/postgres/database.ts';
import { seedRooms } from '../apps/cli/seed/rooms.ts';
import { openHouse, type House } from './support/house.ts';
import { AnswerJudge, routesOf, type Description } from './support/open-api.ts';
import { signIn, type Person } from './support/person.ts';

let house: House;
let description: Description;
let judge: AnswerJudge;
let people: Person[];

beforeAll(async () => {
  house = await openHouse();
  for (const seedRoom of Object.values(seedRooms)) {
    await seedRoom(house);
    await house.settle();
  }
  // Together they may see everything that is asked for here.
  const accounts = [
    'lietvede',
    'sekretare',
    'personals',
    'galvena',
    'arhivare',
    'auditors',
    'admins',
    'darbinieks',
    'direktors',
  ];
  people = await Promise.all(accounts.map((account) => signIn(house, account)));
  description = (await people[0]!.get('/api/open-api.json').expect(200)).body;
  judge = new AnswerJudge(description);
});
afterAll(() => house?.close());

test('the published description is valid OpenAPI 3.1, in the judgement of another program', async () => {
  const { valid, errors } = await new Validator().validate(structuredClone(description) as never);
  expect(errors ?? []).toEqual([]);
  expect(valid).toBe(true);
  expect(description.openapi).toBe('3.1.0');
});

test('every route that the API serves is described, and nothing else', () => {
  const described = Object.entries(description.paths).flatMap(([path, item]) =>
    Object.keys(item).map((method) => `${method} ${path}`),
  );
  expect(described.toSorted()).toEqual(routesOf(house.api).toSorted());
});

test('every route says what it answers, and how it refuses', () => {
  const silent = judge.operations.filter(
    ({ operation: { responses } }) =>
      !responses['default'] ||
      !Object.entries(responses).some(
        ([status, { content }]) => status !== 'default' && (content || ['202', '204', '302'].includes(status)),
      ),
  );
  expect(silent.map(({ name }) => name)).toEqual([]);
});

test('what the routes really answer in the demonstration municipality is what the description says', async () => {
  const answered = new Set<string>();
  const wrong: string[] = [];
  for (const { name, path } of judge.operations.filter(({ method }) => method === 'get')) {
    if (UNASKED.includes(path)) continue;
    for (const address of await addressesOf(path)) {
      const answer = await firstAnswer(address);
      if (!answer) continue;
      answered.add(name);
      wrong.push(...judge.wrongIn('get', path, answer.status, answer.body).map((fault) => `${address}: ${fault}`));
    }
  }
  expect(wrong).toEqual([]);
  const asked = judge.operations.filter(({ method, path }) => method === 'get' && !UNASKED.includes(path));
  expect(asked.map(({ name }) => name).filter((name) => !answered.has(name))).toEqual([]);
});

test('refusals are the problem details that the description promises', async () => {
  const [clerk] = people;
  const nowhere = '01934f00-0000-7000-8000-00000000dead';
  const refusals = [
    ['get', '/api/documents/{id}', await clerk!.get(`/api/documents/${nowhere}`)],
    ['post', '/api/letters', await clerk!.post('/api/letters', { subject: '' })],
    ['get', '/api/audit', await clerk!.get('/api/audit')],
  ] as const;
  expect(refusals.map(([, , { status }]) => status)).toEqual([404, 422, 403]);
  for (const [method, path, { status, body, type }] of refusals) {
    expect(type).toBe('application/problem+json');
    expect(judge.wrongIn(method, path, status, body)).toEqual([]);
  }
});

/** A stream without end; and the way to another server, which this house has not. */
const UNASKED = ['/api/live', '/api/session/oidc', '/api/session/oidc/callback'];

/** Ids for the parameter of a path, straight from the database; the first path that begins the asked one is taken. */
const IDS: [path: string, select: string][] = [
  [
    '/api/documents/{id}/signatures/{',
    `select f.document_id || '/signatures/' || r.id as id from document_file f join signature_report r on r.sha256 = f.sha256`,
  ],
  [
    '/api/intake/{id}/signatures/{',
    `select f.item_id || '/signatures/' || r.id as id from received_file f join signature_report r on r.sha256 = f.sha256`,
  ],
  ['/api/intake/files/', 'select id from received_file'],
  ['/api/intake/', `select id from received_item order by state <> 'new'`],
  ['/api/files/', 'select id from document_file'],
  ['/api/documents/', 'select id from document'],
  ['/api/signatures/', 'select id from signing_session'],
  ['/api/signing-offer', `select '?steps=' || id as id from step where state = 'open' and act = 'sign'`],
  ['/api/accounts/', 'select person_id as id from account'],
  ['/api/units/', 'select id from unit'],
  ['/api/letters/', 'select id from letter'],
  [
    '/api/invoices/proposals/',
    'select f.item_id as id from received_file f join invoice_recognition r on r.sha256 = f.sha256',
  ],
  ['/api/invoices/files/', 'select f.id from received_file f join invoice_recognition r on r.sha256 = f.sha256'],
  ['/api/invoices/', `select id from invoice order by class <> 'C', not is_machine_readable`],
  ['/api/contracts/', 'select id from contract'],
  ['/api/payments/orders/', 'select id from payment_order'],
  ['/api/sittings/', 'select id from sitting'],
  ['/api/council-drafts/', 'select id from council_draft'],
  ['/api/personnel/leave-requests/', 'select id from leave_request'],
  ['/api/personnel/orders/', 'select id from personnel_order'],
  ['/api/personnel/announcements/', 'select id from announcement'],
  ['/api/personnel/people/', 'select person_id as id from birth_date'],
  ['/api/indicators/', `select unnest(array['P1', 'P2', 'P3a', 'P3b', 'P4', 'P5', 'P6', 'reply-days']) as id`],
];

/** What a route cannot be asked without. */
const QUERIES: Record<string, string> = {
  '/api/documents/export': '?format=csv',
  '/api/terms': '?kind=submission&receivedOn=2026-11-02',
  '/api/accounting/export': '?month=2026-11&format=json',
  '/api/invoices/paper-suppliers': '?year=2026',
  '/api/invoices/share': '?year=2026',
  '/api/search': '?q=ceļš',
  '/api/personnel/trainings': '?year=2026',
  '/api/personnel/figures': '?year=2026',
};

async function addressesOf(path: string): Promise<string[]> {
  const query = QUERIES[path] ?? '';
  const known = IDS.find(([beginning]) => path.startsWith(beginning));
  if (!path.includes('{') && known?.[0] !== path) return [path + query];
  if (!known) throw new Error(`Where do the ids of ${path} come from?`);
  const { rows } = await withClient(house.ownerUrl, async (owner) => {
    await owner.query(`select set_config('aprite.institution', $1, false)`, [house.institutionId]);
    return owner.query<{ id: string }>(`select id from (${known[1]}) as known limit 12`);
  });
  return rows.map(({ id }) => (path.includes('{') ? path.replace(/\{.*\}/, id) : path + id) + query);
}

async function firstAnswer(address: string) {
  for (const person of people) {
    const answer = await person.get(address);
    if (answer.status === 200) return answer;
  }
  return undefined;
}
