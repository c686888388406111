import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createDemoAuthority } from '../../libs/signatures/index.ts';
import { writeSigningSettings } from '../support/to-sign.ts';
import { inBrowser, isLoaded, seriousFaults } from './support/browser.ts';

const DAY_MS = 86_400_000;

inBrowser('the means of signing', (staff) => {
  beforeAll(async () => {
    const authority = createDemoAuthority();
    const keys = join(staff().house.folder, 'keys');
    mkdirSync(keys, { recursive: true });
    writeFileSync(join(keys, 'password'), 'parole');
    const seal = (name: string, lv: string, days: number) => {
      const notAfter = new Date(Date.now() + days * DAY_MS);
      const wish = { organisation: 'Parauga novada pašvaldība', registrationNumber: '99990000003', notAfter };
      writeFileSync(join(keys, `${name}.p12`), authority.issueSeal(wish).toPkcs12('parole'));
      return { type: 'pkcs12', name, lv, en: name, file: `${name}.p12`, passwordFile: 'password' };
    };
    await writeSigningSettings(staff().house, {
      means: [
        seal('seal', 'E-zīmogs', 21),
        { ...seal('lost', 'Rezerves zīmogs', 90), file: 'nav.p12' },
        { type: 'web-eid', name: 'card', lv: 'eID karte', en: 'eID card' },
      ],
      level: 'LT',
    });
  });

  test('a warning stands above the table, and a trial tells how far it came', async () => {
    const page = await staff().as('admins');
    await page.goto('/administration/signing');
    await isLoaded(page);
    await page.getByText('“E-zīmogs” sertifikāts beidzas pēc 21 dienas.').waitFor();
    await page.getByText('Rezerves zīmogs: Iestādes atslēga nav pieejama').waitFor();
    await page.getByRole('button', { name: 'Izmēģināt E-zīmogs' }).click();
    await page.getByText('Izmēģinājuma paraksts izdevās tikai līmenī T, nevis LT').waitFor();
    await page.getByRole('button', { name: 'Izmēģināt Demonstrācijas paraksts' }).click();
    await page.getByText('Izmēģinājuma paraksts izdevās līmenī LT. Tas ir izmests.').waitFor();
    expect(await page.getByRole('button', { name: 'Izmēģināt eID karte' }).count()).toBe(0);
    expect(await seriousFaults(page)).toEqual([]);
  });
});
