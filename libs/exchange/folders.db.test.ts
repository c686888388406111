import { mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { attachFile, createDocument, defineKind } from '#documents';
import { FileStore } from '#files';
import { openHouse, type House } from '../../test/support/house.ts';
import { queueDispatch, type NewDispatch } from './commands/queue-dispatch.ts';
import { dispatchesOf } from './queries/dispatches.ts';
import { intakeCard, intakeList } from './queries/intake.ts';
import { PollFolders } from './reactions/poll-folders.ts';

const kind = defineKind({
  name: 'trial-outgoing',
  lv: 'Izmēģinājums',
  en: 'Trial',
  group: 'correspondence',
  direction: 'outgoing',
  register: 'ND',
  caseIndex: '1-9',
  route: [],
});

let house: House;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'aprite-exchange-'));
  house = await openHouse({ settings: { E_ADDRESS_DIR: join(folder, 'e-address'), SCAN_DIR: join(folder, 'scans') } });
}, 120_000);
afterAll(async () => {
  await house?.close();
  await rm(folder, { recursive: true, force: true });
});

async function outgoing(): Promise<string> {
  const store = house.app.get(FileStore);
  const [signed, extra] = await Promise.all(['parakstīts', 'pielikums'].map((text) => store.put(Buffer.from(text))));
  return house.as('lietvede', async (tx) => {
    const { id } = await createDocument(tx, kind, {
      title: 'Par ceļa remontu',
      unitId: house.unit('KAN'),
      state: 'signed',
    });
    await attachFile(tx, id, {
      ...signed!,
      name: 'vēstule-parakstīta.pdf',
      mediaType: 'application/pdf',
      role: 'signed',
    });
    await attachFile(tx, id, { ...extra!, name: 'Tāme.txt', mediaType: 'text/plain', role: 'attachment' });
    return id;
  });
}

const queue = (input: Pick<NewDispatch, 'documentId' | 'channel' | 'address'>) =>
  house.as('lietvede', (tx) => queueDispatch(tx, { recipient: 'Finanšu ministrija', ...input }));

const states = (documentId: string) => house.as('lietvede', (tx) => dispatchesOf(tx, documentId));

test('e-address drops an envelope with its files; the same once more changes nothing', async () => {
  const documentId = await outgoing();
  const dispatchId = await queue({ documentId, channel: 'e-address', address: '_DEFAULT@90000000001' });
  await house.settle();
  expect(await states(documentId)).toMatchObject([{ state: 'sent' }]);
  const drop = join(folder, 'e-address', 'outbox', dispatchId);
  expect((await readdir(drop)).sort()).toEqual(['1-vēstule-parakstīta.pdf', '2-Tāme.txt', 'envelope.xml']);
  const envelope = await readFile(join(drop, 'envelope.xml'), 'utf8');
  expect(envelope).toContain('<RecipientE-Address>_DEFAULT@90000000001</RecipientE-Address>');
  expect(envelope).toContain('<Name>Tāme.txt</Name>');
});

test('the service’s confirmation makes an e-address dispatch delivered, or failed with its reason', async () => {
  const confirmations = join(folder, 'e-address', 'confirmations');
  await mkdir(confirmations, { recursive: true });
  const confirm = async (ending: string, content: string) => {
    const documentId = await outgoing();
    const dispatchId = await queue({ documentId, channel: 'e-address', address: '_DEFAULT@90000000001' });
    await house.settle();
    await writeFile(join(confirmations, `${dispatchId}.${ending}`), content);
    await house.app.get(PollFolders).pollEAddress();
    await house.app.get(PollFolders).pollEAddress();
    return states(documentId);
  };
  expect(await confirm('delivered', '')).toMatchObject([{ state: 'delivered', deliveredAt: expect.anything() }]);
  expect(await confirm('failed', 'Adresāts nav atrasts')).toMatchObject([
    { state: 'failed', lastError: 'Adresāts nav atrasts' },
  ]);
  expect(await readdir(confirmations)).toEqual([]);
});

test('an e-address message comes in with its envelope’s data and files, once', async () => {
  const inbox = join(folder, 'e-address', 'inbox', 'zinojums-1');
  await mkdir(inbox, { recursive: true });
  await writeFile(join(inbox, 'lēmums.txt'), 'Lēmums');
  await writeFile(join(folder, 'noslēpums.txt'), 'nav domāts');
  await writeFile(
    join(inbox, 'envelope.xml'),
    `<Envelope xmlns="http://ivis.eps.gov.lv/XMLSchemas/100001/DIV/v1-0"><SenderDocument><DocumentMetadata><GeneralMetadata>
      <Authors><AuthorEntry><Institution><Title>Finanšu ministrija</Title></Institution></AuthorEntry></Authors><Date>2026-11-20</Date>
      <Description>Pielikumā lēmums.</Description><Title>Par dotāciju</Title></GeneralMetadata>
      <PayloadReference><File><Name>Lēmums.txt</Name><Content><ContentReference>lēmums.txt</ContentReference></Content></File>
      <File><Name>Svešs</Name><Content><ContentReference>../../../noslēpums.txt</ContentReference></Content></File></PayloadReference>
      </DocumentMetadata><SenderTransportMetadata><SenderE-Address>_DEFAULT@90000014724</SenderE-Address>
      <Recipients><RecipientEntry><RecipientE-Address>_default@99990000003</RecipientE-Address></RecipientEntry></Recipients>
      </SenderTransportMetadata></SenderDocument></Envelope>`,
  );
  await house.app.get(PollFolders).pollEAddress();
  await house.app.get(PollFolders).pollEAddress();
  const rows = await house.as('lietvede', (tx) => intakeList(tx, { state: 'new', channel: 'e-address' }));
  expect(rows).toMatchObject({
    count: 1,
    rows: [
      { senderName: 'Finanšu ministrija', senderAddress: '_DEFAULT@90000014724', subject: 'Par dotāciju', files: 1 },
    ],
  });
  expect(await house.as('lietvede', (tx) => intakeCard(tx, rows.rows[0]!.id))).toMatchObject({
    sentOn: '2026-11-20',
    body: 'Pielikumā lēmums.',
    files: [{ name: 'Lēmums.txt', mediaType: 'text/plain' }],
  });
});

test('a scanner’s page becomes an item when it is complete', async () => {
  const scans = join(folder, 'scans');
  await mkdir(scans, { recursive: true });
  await writeFile(join(scans, 'lapa-001.pdf'), '%PDF-1.4 skenēts');
  await house.app.get(PollFolders).pollScans();
  expect((await readdir(scans)).sort()).toEqual(['lapa-001.pdf']);
  await utimes(join(scans, 'lapa-001.pdf'), new Date(), new Date(Date.now() - 60_000));
  await house.app.get(PollFolders).pollScans();
  expect(await readdir(join(scans, 'taken'))).toHaveLength(1);
  const { rows } = await house.as('lietvede', (tx) => intakeList(tx, { state: 'new', channel: 'scan' }));
  expect(rows).toMatchObject([{ subject: 'lapa-001', files: 1, severity: 'warning' }]);
});
