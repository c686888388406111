import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { demoAuthority } from '../../libs/signing/adapters/demo-authority.ts';
import type { Issued } from '../../libs/signatures/index.ts';
import { TendSessions } from '../../libs/signing/reactions/tend-sessions.ts';
import { openCscSimulator, type CscSimulator } from '../support/csc-simulator.ts';
import { rawEcdsa, signDigest } from '../support/sign-digest.ts';
import { documentToSign, onePage, signedFile, writeSigningSettings } from '../support/to-sign.ts';
import { inBrowser, isLoaded, seriousFaults, told } from './support/browser.ts';

const ANDRIS = { givenName: 'Andris', surname: 'Kalnmalis', personalCode: '000000-00001' };

/** What the card in the reader does when asked for a signature. */
let cardDoes: 'sign' | 'cancel' = 'sign';

/** The Web eID extension as a page meets it: messages acknowledged and answered; the card signs digests outside the page. */
async function insertCard(page: Page, key: Issued): Promise<void> {
  await page.exposeFunction('cardSigns', async (hash: string, hashFunction: string) =>
    cardDoes === 'cancel'
      ? null
      : rawEcdsa(await signDigest(key.key, Buffer.from(hash, 'base64'), hashFunction), 48).toString('base64'),
  );
  const certificate = Buffer.from(key.certificate).toString('base64');
  await page.addInitScript(`addEventListener('message', async ({ data }) => {
    const asked = ['web-eid:get-signing-certificate', 'web-eid:sign'].includes(data?.action) ? data.action : null;
    if (!asked) return;
    const say = (suffix, more) => postMessage({ action: asked + suffix, ...more }, origin);
    say('-ack');
    if (asked.endsWith('certificate')) {
      const algorithm = { cryptoAlgorithm: 'ECC', hashFunction: 'SHA-384', paddingScheme: 'NONE' };
      return say('-success', { certificate: '${certificate}', supportedSignatureAlgorithms: [algorithm] });
    }
    const signature = await cardSigns(data.hash, data.hashFunction);
    if (signature) say('-success', { signature, signatureAlgorithm: { hashFunction: data.hashFunction } });
    else say('-failure', { error: { code: 'ERR_WEBEID_USER_CANCELLED' } });
  });`);
}

inBrowser('signing in the browser', (staff) => {
  let service: CscSimulator;
  let slow: CscSimulator;
  let card: Issued;

  beforeAll(async () => {
    const { house } = staff();
    const client = { id: 'aprite', secret: 'slepens', redirectUri: `${house.url}/signing/return` };
    const authority = await demoAuthority();
    card = authority.issuePerson({ ...ANDRIS, key: 'P-384' });
    service = await openCscSimulator(
      [{ id: 'own', key: authority.issuePerson(ANDRIS), mode: 'oauth2code', algo: ['1.2.840.10045.4.3.2'] }],
      client,
    );
    const seal = authority.issueSeal({ organisation: 'Parauga novada pašvaldība', registrationNumber: '99990000003' });
    slow = await openCscSimulator(
      [{ id: 'seal', key: seal, mode: 'implicit', algo: ['1.2.840.10045.4.3.2'] }],
      client,
      { isAsynchronous: true },
    );
    await writeSigningSettings(house, {
      means: [
        { type: 'web-eid', name: 'card', lv: 'eID karte', en: 'eID card' },
        {
          type: 'csc',
          name: 'remote',
          lv: 'eParaksts mobile',
          en: 'eParaksts mobile',
          url: service.url,
          clientId: client.id,
          clientSecretFile: 'client.secret',
        },
        {
          type: 'csc',
          name: 'slow-seal',
          lv: 'Attālais zīmogs',
          en: 'Remote seal',
          makes: 'seal',
          grant: 'client-credentials',
          url: slow.url,
          clientId: client.id,
          clientSecretFile: 'client.secret',
          patienceSeconds: 3,
        },
      ],
    });
    writeFileSync(join(house.folder, 'keys', 'client.secret'), client.secret);
  }, 300_000);
  afterAll(() => Promise.all([service?.close(), slow?.close()]));

  const papers = (count: number) =>
    Promise.all(
      Array.from({ length: count }, async (_, n) => documentToSign(staff().house, [await onePage(`Lēmums ${n + 1}`)])),
    );

  test('the dialog says exactly what will be signed and with what; the card signs it', async () => {
    const [{ documentId } = { documentId: '' }] = await papers(1);
    const page = await staff().as('direktors');
    await insertCard(page, card);
    await page.goto(`/documents/${documentId}?do=sign`);
    const dialog = page.getByRole('dialog', { name: 'Parakstīšana' });
    await dialog.getByText('SHA-256').waitFor();
    const { sha256 } = (await (await page.request.get(`/api/documents/${documentId}`)).json()).files[0];
    const words = await dialog.innerText();
    for (const said of [sha256, 'Lēmums 1.pdf', '1 lapa', 'Parakstītu dokumentu vairs nevar labot'])
      expect(words).toContain(said);
    await dialog.getByRole('radio', { name: 'eID karte' }).check();
    expect(await seriousFaults(page)).toEqual([]);
    cardDoes = 'cancel';
    await dialog.getByRole('button', { name: 'Parakstīt', exact: true }).click();
    await dialog.getByText('Parakstīšana ar karti atcelta').waitFor();
    cardDoes = 'sign';
    await dialog.getByRole('button', { name: 'Mēģināt vēlreiz' }).click();
    await told(page, 'Dokuments parakstīts');
    expect((await signedFile(staff().house, documentId))!.name).toBe('Lēmums 1.pdf');
  }, 120_000);

  test('a namesake’s card is refused with the reason, and the administrator sees that a code is bound', async () => {
    const [{ documentId } = { documentId: '' }] = await papers(1);
    const page = await staff().as('direktors');
    const namesake = (await demoAuthority()).issuePerson({ ...ANDRIS, personalCode: '000000-00002', key: 'P-384' });
    await insertCard(page, namesake);
    await page.goto(`/documents/${documentId}?do=sign`);
    const dialog = page.getByRole('dialog', { name: 'Parakstīšana' });
    await dialog.getByRole('radio', { name: 'eID karte' }).check();
    await dialog.getByText('Der tikai sertifikāts ar Jums piesaistīto personas kodu').waitFor();
    await dialog.getByRole('button', { name: 'Parakstīt', exact: true }).click();
    await dialog.getByText('Sertifikātā nav tā personas koda, kas piesaistīts Jums').waitFor();
    const administrator = await staff().as('admins');
    await administrator.goto(`/administration/people/${staff().house.person('direktors')}`);
    await administrator.getByText('piesaistīts', { exact: true }).waitFor();
    expect(await seriousFaults(administrator)).toEqual([]);
    await administrator.getByLabel('Jaunais personas kods').fill('12');
    await administrator.getByRole('button', { name: 'Mainīt', exact: true }).click();
    await administrator.locator('[aria-invalid="true"]').waitFor();
    await administrator.getByRole('button', { name: 'Noņemt personas kodu' }).click();
    await administrator.getByText('nav piesaistīts', { exact: true }).waitFor();
  }, 120_000);

  test('by keys alone: the dialog stands ready on its act, and Enter signs', async () => {
    const [{ documentId } = { documentId: '' }] = await papers(1);
    const page = await staff().as('direktors');
    await page.goto('/approvals');
    await isLoaded(page);
    await page.keyboard.press('e');
    const dialog = page.getByRole('dialog', { name: 'Parakstīšana' });
    await dialog.getByText('SHA-256').waitFor();
    await dialog.locator('button:focus', { hasText: 'Parakstīt' }).waitFor();
    await page.keyboard.press('Enter');
    await told(page, 'Dokuments parakstīts');
    expect(await signedFile(staff().house, documentId)).not.toBeNull();
  }, 120_000);

  test('a browser without the extension says what to install', async () => {
    const [{ documentId } = { documentId: '' }] = await papers(1);
    const page = await staff().as('direktors');
    await page.goto(`/documents/${documentId}?do=sign`);
    const dialog = page.getByRole('dialog', { name: 'Parakstīšana' });
    await dialog.getByRole('radio', { name: 'eID karte' }).check();
    await dialog.getByRole('button', { name: 'Parakstīt', exact: true }).click();
    await dialog.getByText('Šajā pārlūkā nav Web eID').waitFor();
    expect(await dialog.getByRole('button', { name: 'Parakstīt', exact: true }).isEnabled()).toBe(true);
  }, 120_000);

  test('the pages of a trust service lead there and back; saying no there leaves a way on', async () => {
    const [{ documentId } = { documentId: '' }] = await papers(1);
    const page = await staff().as('direktors');
    await page.goto(`/documents/${documentId}?do=sign`);
    const dialog = page.getByRole('dialog', { name: 'Parakstīšana' });
    await dialog.getByRole('radio', { name: 'eParaksts mobile' }).check();
    await dialog.getByRole('button', { name: 'Parakstīt', exact: true }).click();
    await page.getByText('Pierādīt savu identitāti').waitFor();
    await page.getByRole('link', { name: 'Noraidīt' }).click();
    await page.getByText('parakstīšana nav apstiprināta').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Doties uz pakalpojuma lapu' }).click();
    await page.getByRole('link', { name: 'Apstiprināt' }).click();
    await page.getByText('Parakstīt dokumentus: 1').waitFor();
    await page.goto('/approvals');
    await page.getByRole('link', { name: 'Turpināt' }).click();
    await page.getByRole('button', { name: 'Doties uz pakalpojuma lapu' }).click();
    await page.getByRole('link', { name: 'Apstiprināt' }).click();
    await page.getByText('Parakstīšana pabeigta.').waitFor();
    expect(await signedFile(staff().house, documentId)).not.toBeNull();
  }, 120_000);

  test('a service that signs in its own time: the page says what is waited for and until when, and ends by itself', async () => {
    const [{ documentId } = { documentId: '' }] = await papers(1);
    const page = await staff().as('direktors');
    await page.goto(`/documents/${documentId}?do=sign`);
    const dialog = page.getByRole('dialog', { name: 'Parakstīšana' });
    await dialog.getByRole('radio', { name: 'Attālais zīmogs' }).check();
    await dialog.getByRole('button', { name: 'Parakstīt', exact: true }).click();
    await dialog.getByText('Parakstīšanas pakalpojums vēl gatavo parakstu').waitFor();
    await dialog.getByRole('button', { name: 'Atcelt parakstīšanu' }).waitFor();
    await dialog.getByText(/Jāpabeidz līdz \d/).waitFor();
    expect(await dialog.innerText()).not.toContain('Paraksts ir saņemts');
    expect(await seriousFaults(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Pārbaudīt tagad' }).click();
    await dialog.getByText('Parakstīšanas pakalpojums vēl gatavo parakstu').waitFor();
    slow.is('ready');
    await staff().house.app.get(TendSessions).tend();
    await told(page, 'Dokuments parakstīts');
    expect(await signedFile(staff().house, documentId)).not.toBeNull();
  }, 120_000);

  test('several are chosen on the page of approvals and signed with one consent', async () => {
    const documents = await papers(3);
    const page = await staff().as('direktors');
    await page.goto('/approvals');
    await isLoaded(page);
    await page.getByRole('button', { name: /Atlasīt visus parakstāmos/ }).click();
    for (const box of await page.getByRole('checkbox', { name: /Atlasīt parakstīšanai: Lēmums/ }).all())
      expect(await box.isChecked()).toBe(true);
    await page.getByRole('button', { name: /Parakstīt atlasītos/ }).click();
    const dialog = page.getByRole('dialog', { name: /Parakstīt \d dokument/ });
    await dialog.getByRole('radio', { name: 'Demonstrācijas paraksts' }).check();
    expect(await seriousFaults(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Parakstīt', exact: true }).click();
    await page.getByText(/^Parakstīti \d dokumenti/).waitFor();
    for (const { documentId } of documents) expect(await signedFile(staff().house, documentId)).not.toBeNull();
  }, 120_000);

  test('no page met an error that nobody expected', () => {
    expect(staff().errors).toEqual([]);
  });
});
