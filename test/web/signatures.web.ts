import { writeFile, mkdir } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { completePades, createDemoAuthority, preparePades } from '#signatures';
import { makePdf } from '../../libs/signatures/testing/documents.ts';
import { writeTrustedList } from '../../libs/signatures/testing/trusted-list.ts';
import { listOperator } from '../support/list-operator.ts';
import { drop, inBrowser, isLoaded, seriousFaults, told } from './support/browser.ts';

const authority = createDemoAuthority();
const operator = listOperator('Saraksta uzturētājs');
let server: Server;
let base: string;

beforeAll(async () => {
  const list = writeTrustedList(
    {
      services: [
        { certificate: authority.issuer, type: 'CA/QC' },
        { certificate: authority.holders.timestamping.certificate, type: 'TSA/QTST' },
      ],
    },
    operator,
  );
  server = createServer((_, response) => void response.end(list));
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  base = `127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => new Promise((closed) => server.close(closed)));

async function signedPdf(): Promise<Buffer> {
  const key = authority.issuePerson({ givenName: 'Anna', surname: 'Ozola', personalCode: '010180-11111' });
  const prepared = preparePades(await makePdf(), key);
  const value = await key.sign(prepared);
  const { timestamp, fetcher } = authority;
  return Buffer.from(await completePades(prepared.state, value, { level: 'LT', timestamp, fetcher }));
}

inBrowser('signatures and trust', (staff) => {
  test('the clerk reads why a signature is open; the administrator adds a list; the report says it is qualified', async () => {
    const { house } = staff();
    await mkdir(join(house.folder, 'keys'), { recursive: true });
    await writeFile(join(house.folder, 'keys/signing.json'), JSON.stringify({ default: { allowHosts: [base] } }));
    const clerk = await staff().as('lietvede');
    await clerk.goto('/intake');
    await isLoaded(clerk);
    await drop(clerk, [{ name: 'iesniegums.pdf', type: 'application/pdf', content: await signedPdf() }]);
    await clerk.waitForURL(/\/intake\/[0-9a-f-]{36}/);
    await house.settle();
    await clerk.reload();
    await clerk.getByText('Parakstu nevar pilnībā pārbaudīt').waitFor();
    await clerk.getByText('Lūdziet administratoram ielādēt uzticamos sarakstus').waitFor();
    expect(await clerk.getByRole('listitem').filter({ hasText: 'Pieņemams kā parakstīts' }).textContent()).toContain(
      'Skatīt',
    );
    expect(await seriousFaults(clerk)).toEqual([]);

    const administrator = await staff().as('admins');
    await administrator.goto('/administration');
    await administrator.getByRole('tab', { name: 'Uzticamība' }).click();
    await administrator.getByRole('button', { name: 'Pievienot sarakstu' }).click();
    const dialog = administrator.getByRole('dialog');
    await dialog.getByLabel('Nosaukums').fill('Latvijas saraksts');
    await dialog.getByLabel('Adrese').fill('nav adrese');
    await dialog.getByRole('button', { name: 'Pievienot' }).click();
    await dialog.locator('[aria-invalid="true"]').waitFor();
    await dialog.getByLabel('Adrese').fill(`http://${base}/lv.xml`);
    await dialog.getByRole('button', { name: 'Pievienot' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await house.settle();
    await administrator.reload();
    const row = administrator.getByRole('row').filter({ hasText: 'LV' });
    await row.getByText('lieto', { exact: true }).waitFor();
    expect(await seriousFaults(administrator)).toEqual([]);

    await clerk.reload();
    await clerk.getByText('Paraksts ir derīgs').first().waitFor();
    await clerk.getByText('kvalificēts paraksts').waitFor();
    await clerk.getByText('Agrākas pārbaudes (1)').waitFor();
    const paper = await clerk.getByRole('link', { name: 'Pārskats (PDF)' }).getAttribute('href');
    const answer = await clerk.request.get(paper!);
    expect([answer.status(), (await answer.body()).subarray(0, 5).toString()]).toEqual([200, '%PDF-']);
    await clerk.getByRole('button', { name: 'Pārbaudīt vēlreiz' }).click();
    await told(clerk, 'Pārbaude ir uzsākta');
    await house.settle();
    await clerk.reload();
    await clerk.getByText('Agrākas pārbaudes (2)').waitFor();
    expect(staff().errors).toEqual([]);
  }, 240_000);
});
