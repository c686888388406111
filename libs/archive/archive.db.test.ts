import request from 'supertest';
import { addDays, dayOf } from '#kernel';
import { openHouse, type House } from '../../test/support/house.ts';
import { sessionsOf } from '../../test/support/person.ts';

let house: House;
const today = dayOf(new Date());
const year = Number(today.slice(0, 4));

beforeAll(async () => {
  house = await openHouse();
}, 120_000);
afterAll(() => house?.close());

const http = () => request(house.api.getHttpServer());

const as = sessionsOf(() => house);

async function caseOf(index: string) {
  const { body } = await http()
    .get('/api/archive/cases')
    .set(await as('arhivare'))
    .expect(200);
  return body.cases.find((row: { index: string }) => row.index === index);
}

const close = async (index: string, input: object = {}, username = 'arhivare') =>
  http()
    .put(`/api/archive/cases/${(await caseOf(index)).id}/closure`)
    .send(input)
    .set(await as(username));

async function fileIn(index: string, { isFinished = true } = {}): Promise<string> {
  const { attachFile, createDocument, fileInChosenCase, kindOf, openCase } = await import('#documents');
  const id = await house.as('system', async (tx) => {
    const { id: caseId } = await openCase(tx, index);
    const made = await createDocument(tx, kindOf('letter'), {
      title: 'Par lietu',
      state: 'done',
      unitId: house.unit('KAN'),
      caseId,
    });
    await attachFile(tx, made.id, {
      sha256: made.id.replaceAll('-', '').repeat(2),
      size: 1500,
      name: 'a.pdf',
      mediaType: 'application/pdf',
      role: 'main',
    });
    if (isFinished) await fileInChosenCase(tx, made.id);
    return made.id;
  });
  await house.settle();
  return id;
}

test('the scheme of the year shows its cases as people count them, with terms and what lies in each', async () => {
  const { body } = await http()
    .get('/api/archive/cases')
    .set(await as('lietvede'))
    .expect(200);
  expect(body).toMatchObject({ year, years: [year] });
  const indexes = body.cases.map(({ index }: { index: string }) => index);
  expect(indexes.indexOf('1-9')).toBeLessThan(indexes.indexOf('1-10'));
  expect(body.cases[0]).toMatchObject({
    index: '1-1',
    term: { lv: 'Pastāvīgi' },
    category: 'permanent',
    state: 'open',
    documents: 0,
    disposalOn: null,
  });
  const found = await http()
    .get('/api/archive/cases')
    .query({ text: 'Pilnvaras' })
    .set(await as('lietvede'))
    .expect(200);
  expect(found.body.cases.map(({ index }: { index: string }) => index)).toEqual(['1-11']);
  expect(
    (
      await http()
        .get('/api/archive/cases')
        .query({ year: 1999 })
        .set(await as('lietvede'))
        .expect(200)
    ).body.cases,
  ).toEqual([]);
  await http()
    .get('/api/archive/cases')
    .query({ state: 'lost' })
    .set(await as('lietvede'))
    .expect(422);
});

test('filing a document starts the retention of its case; the same fact again changes nothing', async () => {
  await fileIn('1-9');
  await fileIn('1-9');
  const { KeepRetention } = await import('./reactions/keep-retention.ts');
  const { rows } = await house.owner.query(
    `select institution_id as "institutionId", at, data from journal where type = 'document.filed' limit 1`,
  );
  await house.app.get(KeepRetention).filed(rows[0]);
  await house.app.get(KeepRetention).filed({ ...rows[0], at: '2026-01-05T10:00:00Z' });
  expect(await caseOf('1-9')).toMatchObject({
    documents: 2,
    unfinished: 0,
    bytes: 3000,
    firstFiledOn: '2026-01-05',
    lastFiledOn: today,
  });
});

test('a closed case knows the day from which it may go, takes no more documents, and can be reopened', async () => {
  const closed = await close('1-9');
  expect(closed.status).toBe(200);
  expect(closed.body).toEqual({ closedOn: today, disposalOn: `${year + 6}-01-01` });
  expect(await caseOf('1-9')).toMatchObject({ state: 'closed', closedOn: today, disposalOn: `${year + 6}-01-01` });
  await expect(fileIn('1-9')).rejects.toThrow('no-such-case');
  expect((await close('1-9')).body).toMatchObject({ type: '/problems/case-not-open', status: 409 });
  const reopen = async () =>
    http()
      .delete(`/api/archive/cases/${(await caseOf('1-9')).id}/closure`)
      .set(await as('arhivare'));
  expect((await reopen()).status).toBe(204);
  expect(await caseOf('1-9')).toMatchObject({ state: 'open', closedOn: null, disposalOn: null });
  expect((await reopen()).body).toMatchObject({ type: '/problems/case-not-closed', status: 409 });
  const { rows } = await house.owner.query(`select type from journal where type like 'case.%' order by seq`);
  expect(rows.map(({ type }) => type)).toEqual(['case.closed', 'case.reopened']);
});

test('a case is not closed while a document in it is unfinished, nor before its last document, nor in the future', async () => {
  await fileIn('1-13', { isFinished: false });
  expect((await close('1-13')).body).toMatchObject({
    type: '/problems/case-has-unfinished-documents',
    documents: 1,
    status: 409,
  });
  await fileIn('1-15');
  expect((await close('1-15', { closedOn: addDays(today, -1) })).body).toMatchObject({
    type: '/problems/closing-day-wrong',
    status: 422,
  });
  expect((await close('1-15', { closedOn: addDays(today, 1) })).body).toMatchObject({
    type: '/problems/closing-day-wrong',
  });
  expect((await close('1-15', { closedOn: 'rīt' })).status).toBe(422);
});

test('a term from birth needs the day of birth; a permanent case never goes', async () => {
  expect((await close('3-1')).body).toMatchObject({ type: '/problems/birth-day-needed', status: 422 });
  expect((await close('3-1', { bornOn: '1980-03-10' })).body).toEqual({ closedOn: today, disposalOn: '2070-03-11' });
  expect((await close('1-2')).body).toEqual({ closedOn: today, disposalOn: null });
});

test('only the archivist closes, reopens and sees what may go; unknown cases do not exist', async () => {
  expect((await close('1-12', {}, 'lietvede')).status).toBe(403);
  const { id } = await caseOf('1-12');
  await http()
    .delete(`/api/archive/cases/${id}/closure`)
    .set(await as('lietvede'))
    .expect(403);
  await http()
    .get('/api/archive/disposal-candidates')
    .set(await as('lietvede'))
    .expect(403);
  await http()
    .put(`/api/archive/cases/${crypto.randomUUID()}/closure`)
    .send({})
    .set(await as('arhivare'))
    .expect(404);
});

test('candidates for disposal are the closed cases whose term has ended, and no others', async () => {
  const candidates = async () =>
    (
      await http()
        .get('/api/archive/disposal-candidates')
        .set(await as('arhivare'))
        .expect(200)
    ).body;
  expect(await candidates()).toEqual({ on: today, cases: [] });
  const old = async (index: string, title: string, closedOn: string, retentionClass: string, years: number | null) => {
    const { rows } = await house.owner.query(
      `insert into case_file (id, institution_id, year, index, title, retention_class, retention_years, medium)
       values (gen_random_uuid(), $1, 2019, $2, $3, $4, $5, 'paper') returning id`,
      [house.institutionId, index, title, retentionClass, years],
    );
    await http()
      .put(`/api/archive/cases/${rows[0].id}/closure`)
      .send({ closedOn })
      .set(await as('arhivare'))
      .expect(200);
  };
  await old('1-21', 'Apmeklētāju žurnāls', '2019-12-31', 'years', 3);
  await old('2-4', 'Grāmatvedības reģistri', '2019-12-31', 'years', 10);
  await old('1-2', 'Protokoli', '2019-12-31', 'permanent', null);
  expect((await candidates()).cases).toMatchObject([
    { index: '1-21', year: 2019, disposalOn: '2023-01-01', term: { lv: '3 gadi' } },
  ]);
  const { body } = await http()
    .get('/api/archive/cases')
    .query({ year: 2019 })
    .set(await as('arhivare'))
    .expect(200);
  expect([body.years, body.cases.length]).toEqual([[year, 2019], 3]);
});

test('from December on the next year has its cases, once and with the same terms; January needs nobody', async () => {
  const { beginYear } = await import('./reactions/begin-year.ts');
  const beginOn = (day: string) => house.as('system', (tx) => beginYear({ ...tx, now: new Date(`${day}T10:00:00Z`) }));
  const scheme = async (of: number) =>
    (
      await http()
        .get(`/api/archive/cases?year=${of}`)
        .set(await as('arhivare'))
        .expect(200)
    ).body.cases.map(({ index, title, term, state }: Record<string, unknown>) => ({ index, title, term, state }));
  await beginOn(`${year}-11-20`);
  expect(await scheme(year + 1)).toEqual([]);
  await beginOn(`${year}-12-10`);
  await beginOn(`${year}-12-11`);
  const now = (await scheme(year)).map((row: object) => ({ ...row, state: 'open' }));
  expect(await scheme(year + 1)).toEqual(now);
  // Switched off over two New Years.
  await beginOn(`${year + 3}-01-02`);
  expect(await scheme(year + 3)).toEqual(now);
});
