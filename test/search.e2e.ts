import { randomUUID } from 'node:crypto';
import request from 'supertest';
import sql from 'sql-template-tag';
import { ZipFile } from 'yazl';
import { addParticipants, attachFile, createDocument, defineKind, giveNumber, setRestriction } from '#documents';
import { FileStore, typeset } from '#files';
import type { SearchPage, SearchTally } from '#search/contract';
import { openHouse, type House } from './support/house.ts';

const kind = defineKind({
  name: 'trial-letter',
  lv: 'Izmēģinājuma vēstule',
  en: 'Trial letter',
  group: 'correspondence',
  direction: 'incoming',
  register: 'SD',
  caseIndex: '1-9',
  route: [],
});

let house: House;
const ids: Record<string, string> = {};

beforeAll(async () => {
  house = await openHouse();
  await enter('ietve', 'Par ietves remontu', 'SIA “Ķekavas ceļi”', 'ATT', [
    ['pielikums.pdf', pdf('Lūdzam salabot bojāto apgaismojumu pie bērnudārza.')],
  ]);
  await enter('docx', 'Līguma projekts', 'Jānis Vaivods', 'ATT', [
    ['ligums.docx', await docx('Par nekustamā īpašuma nomu <b>drošos</b> apstākļos')],
  ]);
  await enter('odt', 'Ziņojums', 'Biedrība “Upe”', 'SOC', [['zinojums.odt', await odt('Slidotavas darba laiks')]]);
  const inside = await zip({
    mimetype: 'application/vnd.etsi.asic-e+zip',
    'lēmums.docx': await docx('Piešķirt pabalstus daudzbērnu ģimenēm'),
    'META-INF/manifest.xml': '<x/>',
  });
  await enter('edoc', 'Parakstīts dokuments', 'Labklājības ministrija', 'SOC', [['lemums.edoc', inside]]);
  await enter('eml', 'E-pasts', 'Anna Ozola', 'ATT', [['vestule.eml', EML]]);
  await enter('secret', 'Slepens lēmums par adopciju', 'Bāriņtiesa', 'SOC', []);
  await house.as('system', (tx) =>
    setRestriction(tx, ids['secret']!, { basis: 'Informācijas atklātības likuma 5. pants', until: '2030-01-01' }),
  );
  await house.settle();
}, 180_000);
afterAll(() => house?.close());

const EML = Buffer.from(
  [
    'From: anna@example.lv',
    'Subject: Sveiki',
    'Date: Fri, 20 Nov 2026 10:00:00 +0200',
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary="b"',
    '',
    '--b',
    'Content-Type: text/html; charset=utf-8',
    '',
    '<p>Velosip&#275;du novietne</p><script>noslēpums()</script>',
    '--b',
    'Content-Type: text/plain; charset=utf-8; name="x.txt"',
    'Content-Disposition: attachment; filename="x.txt"',
    '',
    'Mūsu troksnis naktī',
    '--b--',
    '',
  ].join('\r\n'),
);

const pdf = (text: string) =>
  typeset(`#set text(font: "Noto Serif", lang: "lv")\n${text}`, {}, new Date('2026-11-21T10:00:00Z'));

async function zip(contents: Record<string, Buffer | string>): Promise<Buffer> {
  const archive = new ZipFile();
  for (const [name, content] of Object.entries(contents)) archive.addBuffer(Buffer.from(content), name);
  archive.end();
  const parts: Buffer[] = [];
  for await (const part of archive.outputStream) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

const escaped = (text: string) => text.replaceAll('<', '&lt;');

/** A word divided between two runs, as Word writes them after an edit. */
const docx = (text: string) =>
  zip({
    '[Content_Types].xml': '<Types/>',
    'word/document.xml': `<?xml version="1.0"?><w:document xmlns:w="w"><w:body><w:p><w:r><w:t>${escaped(text.slice(0, 3))}</w:t></w:r><w:r><w:t>${escaped(text.slice(3))}</w:t></w:r></w:p></w:body></w:document>`,
  });
const odt = (text: string) =>
  zip({
    mimetype: 'application/vnd.oasis.opendocument.text',
    'content.xml': `<?xml version="1.0"?><o:c xmlns:o="o" xmlns:text="t"><text:p>${escaped(text)}</text:p></o:c>`,
  });

async function enter(
  name: string,
  title: string,
  party: string,
  unit: string,
  files: [name: string, content: Buffer][],
) {
  const store = house.app.get(FileStore);
  const stored = await Promise.all(
    files.map(async ([fileName, content]) => ({ fileName, ...(await store.put(content)) })),
  );
  await house.as('lietvede', async (tx) => {
    const document = await createDocument(tx, kind, {
      title,
      unitId: house.unit(unit),
      state: 'registered',
      counterpartyName: party,
    });
    for (const { fileName, ...file } of stored) {
      await attachFile(tx, document.id, {
        ...file,
        name: fileName,
        mediaType: 'application/octet-stream',
        role: 'attachment',
      });
    }
    giveNumber(tx, document, 'SD', { caseIndex: '1-9' });
    ids[name] = document.id;
  });
}

async function signIn(username: string): Promise<string> {
  const answer = await request(house.api.getHttpServer())
    .post('/api/session')
    .send({ username, password: 'aprite-demo' })
    .expect(204);
  return String(answer.headers['set-cookie']).split(';')[0]!;
}

const cookies = new Map<string, string>();
async function ask<View>(path: string, query: object, username = 'lietvede'): Promise<View> {
  const cookie = cookies.get(username) ?? (await signIn(username));
  cookies.set(username, cookie);
  const { body } = await request(house.api.getHttpServer()).get(path).query(query).set('cookie', cookie).expect(200);
  return body;
}
const search = (query: object, username?: string) => ask<SearchPage>('/api/search', query, username);
const tally = (query: object) => ask<SearchTally>('/api/search/tally', query);

const found = async (q: string, username?: string) => {
  const { rows } = await search({ q }, username);
  return rows
    .map(({ id }) => Object.keys(ids).find((name) => ids[name] === id) ?? id)
    .toSorted((a, b) => a.localeCompare(b));
};

test('a word is found in any form, and without diacritics', async () => {
  expect(await found('ietve')).toEqual(['ietve']);
  expect(await found('ietvēm')).toEqual(['ietve']);
  expect(await found('remonts ietve')).toEqual(['ietve']);
  expect(await found('KEKAVA')).toEqual(['ietve']);
  expect(await found('Ķekava')).toEqual(['ietve']);
  expect(await found('ietve pabalsts')).toEqual([]);
});

test('a surname that no dictionary knows is found in its cases too', async () => {
  expect(await found('Vaivodam')).toEqual(['docx']);
  expect(await found('vaivod')).toEqual(['docx']);
});

test('words are found inside PDF, DOCX, ODT, e-mail with its attachment, and inside a signed container', async () => {
  expect(await found('apgaismojums')).toEqual(['ietve']);
  expect(await found('noma')).toEqual(['docx']);
  expect(await found('slidotava')).toEqual(['odt']);
  expect(await found('velosipēds')).toEqual(['eml']);
  expect(await found('troksnis')).toEqual(['eml']);
  expect(await found('pabalsts')).toEqual(['edoc']);
  expect(await found('noslēpums')).toEqual([]);
});

test('a number is found whole and by its beginning, a day, a month and a year by when it was registered', async () => {
  const number = (await search({ q: 'ietve' })).rows[0]!.number!;
  expect(await found(number)).toEqual(['ietve']);
  expect(await found(`Nr. ${number}`)).toEqual(['ietve']);
  expect((await found(number.slice(0, 5))).length).toBe(5);
  expect((await found(number.slice(0, 5), 'direktors')).length).toBe(6);
  const day = (await search({ q: 'ietve' })).rows[0]!.registeredOn!;
  const [year, month, date] = day.split('-');
  for (const q of [day, `${date}.${month}.${year}.`, `${year}-${month}`, `${month}.${year}`, year!])
    expect((await found(q)).length).toBe(5);
  expect(await found('01.01.2001')).toEqual([]);
});

test('hits are marked as plain pieces with their diacritics, in the title and in the file', async () => {
  const [hit] = (await search({ q: 'ietve apgaismojums' })).rows;
  expect(hit!.title).toEqual([
    { text: 'Par ', isHit: false },
    { text: 'ietves', isHit: true },
    { text: ' remontu', isHit: false },
  ]);
  expect(hit!.inFile!.name).toBe('pielikums.pdf');
  expect(hit!.inFile!.text.filter(({ isHit }) => isHit).map(({ text }) => text)).toEqual(['apgaismojumu']);
});

test('facets divide the hits and narrow them', async () => {
  const page = await tally({ q: 'nr 1-9' });
  expect(page).toMatchObject({ count: 5, countIsExact: true });
  expect(page.facets.kind).toEqual([{ value: 'trial-letter', label: 'Izmēģinājuma vēstule', count: 5 }]);
  expect(page.facets.register[0]).toMatchObject({ value: 'SD', count: 5 });
  const social = page.facets.unit.find(({ count, value }) => count === 2 && value === house.unit('SOC'))!;
  expect((await tally({ q: '1-9', unit: social.value })).count).toBe(2);
  expect((await tally({ q: '1-9', year: 2001 })).count).toBe(0);
  expect((await tally({ q: 'remonts', order: 'relevance' })).count).toBe(1);
});

test('documents are found by what the validation says of their signatures; the worst decides', async () => {
  const report = (sha256: string, verdict: string) => sql`
    insert into signature_report (id, sha256, checked_at, verdict, report) values (${randomUUID()}, ${sha256}, now(), ${verdict}, '{}')`;
  await house.as('lietvede', async (tx) => {
    const files = await tx.rows<{ id: string; sha256: string }>(sql`
      select document_id as id, sha256 from document_file where document_id = any(${[ids['ietve'], ids['odt']]}::uuid[])`);
    for (const { id, sha256 } of files) await tx.rows(report(sha256, id === ids['ietve'] ? 'accept' : 'reject'));
  });
  const signed = (signature: string) => tally({ q: 'nr 1-9', signature });
  expect((await tally({ q: 'nr 1-9' })).facets.signature).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ value: 'accepted', count: 1 }),
      expect.objectContaining({ value: 'rejected', count: 1 }),
      expect.objectContaining({ value: 'none', count: 3 }),
    ]),
  );
  const counts = await Promise.all(['accepted', 'indeterminate', 'rejected', 'none'].map(signed));
  expect(counts.map(({ count }) => count)).toEqual([1, 0, 1, 3]);
});

test('nobody finds what is not theirs: neither another unit’s nor a restricted document', async () => {
  expect(await found('slidotava', 'vaditaja')).toEqual([]);
  expect(await found('ietve', 'vaditaja')).toEqual(['ietve']);
  expect(await found('adopcija', 'vaditaja')).toEqual([]);
  expect(await found('adopcija', 'direktors')).toEqual(['secret']);
  expect(await found('ietve', 'darbinieks')).toEqual([]);
  await house.as('lietvede', (tx) => addParticipants(tx, ids['ietve']!, [house.person('darbinieks')], 'task'));
  expect(await found('ietve', 'darbinieks')).toEqual(['ietve']);
  expect(await found('slidotava', 'darbinieks')).toEqual([]);
});

test('whatever is asked, an answer comes', async () => {
  for (const q of [
    "'",
    '\\',
    "a' | b",
    ':*',
    '& ! ( )',
    '<b>',
    '%',
    '-',
    'Nr.',
    "l'été",
    '…',
    'x'.repeat(300),
    '\uE000',
    '1/2/3/',
    '99.99.2026',
  ]) {
    await search({ q });
  }
  expect((await tally({ q: '' })).count).toBe(0);
  expect((await search({ q: '   ' })).rows).toEqual([]);
});

test('a file replaced is found by its new words only', async () => {
  const { replaceFile } = await import('#documents');
  const store = house.app.get(FileStore);
  for (const text of ['Autobusa pietura', 'Jauns muzejs']) {
    const stored = await store.put(Buffer.from(text));
    await house.as('lietvede', (tx) =>
      replaceFile(tx, ids['odt']!, { ...stored, name: 'a.txt', mediaType: 'text/plain', role: 'main' }),
    );
    await house.settle();
  }
  expect(await found('muzeji')).toEqual(['odt']);
  expect(await found('autobuss')).toEqual([]);
});

test('among many documents neither a rare word nor a common one reads the whole table', async () => {
  const { hits } = await import('../libs/search/queries/search.ts');
  const { question } = await import('../libs/search/queries/question.ts');
  await house.as('system', async (tx) => {
    await tx.rows(sql`
      insert into document (id, kind, title, state, direction, unit_id, created_at, created_by, registered_at)
      select gen_random_uuid(), 'trial-letter', 'x', 'registered', 'incoming', ${house.unit('ATT')}, now(), ${house.person('lietvede')}, now() - n * interval '1 minute'
        from generate_series(1, 30000) n`);
    await tx.rows(sql`
      insert into search_entry (document_id, at, kind, year, unit_id, words)
      select id, registered_at, kind, 2026, unit_id, array_to_tsvector(array['iesniegums', 'vards' || (row_number() over ()) % 3000])
        from document where title = 'x'`);
  });
  const { default: pg } = await import('pg');
  const owner = new pg.Client({ connectionString: house.ownerUrl });
  await owner.connect();
  await owner.query('analyze search_entry; analyze document');
  await owner.end();
  const plan = (username: string, q: string) =>
    house.as(username, async (tx) => {
      const query = hits(tx, { q, order: 'newest' }, (await question(tx, q))!);
      return JSON.stringify(await tx.rows(sql`explain (costs off) ${query}`));
    });
  for (const username of ['lietvede', 'vaditaja', 'darbinieks']) {
    for (const q of ['vards17', 'iesniegums', '21.11.2001', '1-9/26/77'])
      expect(await plan(username, q)).not.toContain('Seq Scan');
  }
  expect(await plan('lietvede', 'vards17')).toContain('search_entry_words');
  expect(await plan('lietvede', 'iesniegums')).toContain('search_entry_newest');
  expect(await tally({ q: 'iesniegums' })).toMatchObject({ count: 1000, countIsExact: false });
});

test('pages follow each other without a gap', async () => {
  const first = await search({ q: 'iesniegums' });
  const second = await search({ q: 'iesniegums', before: first.next! });
  expect(first.rows).toHaveLength(50);
  expect(second.rows).toHaveLength(50);
  expect(new Set([...first.rows, ...second.rows].map(({ id }) => id)).size).toBe(100);
});
