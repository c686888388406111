import type { Locator, Page } from 'playwright-core';
import { partner, signedPdf } from '../support/other-side.ts';
import { onePage, signedFile } from '../support/to-sign.ts';
import { inBrowser, isLoaded, reaches, seriousFaults, told } from './support/browser.ts';

inBrowser('a contract in the browser', (staff) => {
  let address: string;
  const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name });
  const idOf = () => address.split('/').at(-1)!;

  /** Chooses a file in the dialog that a button opens, and sends it. */
  async function add(page: Page, button: string, file: { name: string; content: Uint8Array }): Promise<Locator> {
    await page.getByRole('button', { name: button }).click();
    const dialog = page.getByRole('dialog', { name: button });
    await dialog
      .locator('input[type=file]')
      .setInputFiles({ name: file.name, mimeType: 'application/pdf', buffer: Buffer.from(file.content) });
    await dialog.getByText(file.name).waitFor();
    await dialog.getByRole('button', { name: 'Pievienot', exact: true }).click();
    return dialog;
  }

  async function pick(page: Page, group: Locator, words: string, name: RegExp): Promise<void> {
    await group.getByRole('combobox').last().fill(words);
    await page.getByRole('option', { name }).click();
  }

  test('is prepared by an employee, who gives it its file', async () => {
    const page = await staff().as('darbinieks');
    await page.goto('/contracts/new');
    const form = page.getByRole('form', { name: 'Līgums' });
    await form.getByLabel('Piegādātājs').fill('SIA “Testa siltums”');
    await form.getByLabel('Priekšmets').fill('Siltumenerģijas piegāde skolai');
    await form.getByLabel('Spēkā no').fill('01.01.2026.');
    await form.getByLabel('Summa bez PVN').fill('9600');
    await form.getByRole('combobox', { name: 'Struktūrvienība' }).fill('Attīstības');
    await page.getByRole('option', { name: /^Attīstības/ }).click();
    await form.getByRole('combobox', { name: 'Atbildīgais' }).fill('Avotiņš');
    await page.getByRole('option', { name: /Toms Avotiņš/ }).click();
    await form.getByRole('button', { name: 'Saglabāt' }).click();
    await heading(page, 'Siltumenerģijas piegāde skolai').waitFor();
    address = new URL(page.url()).pathname;
    await page.getByText('Pievienojiet līguma datni').waitFor();
    const dialog = await add(page, 'Pievienot pamatdatni', { name: 'Līgums.exe', content: Buffer.from('MZ program') });
    await dialog.getByText(/izpildāma programma/).waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Noņemt Līgums.exe' }).click();
    await dialog.getByRole('button', { name: 'Atcelt' }).click();
    await add(page, 'Pievienot pamatdatni', { ...(await onePage('Līgums')), name: 'Līgums.pdf' });
    await told(page, 'Pamatdatne pievienota');
    await page.getByRole('link', { name: 'Līgums.pdf' }).waitFor();
  }, 120_000);

  test('goes its route and is signed by the director', async () => {
    const page = await staff().as('darbinieks');
    await page.goto(address);
    await page.getByRole('link', { name: 'Nodot saskaņošanai…' }).click();
    const route = page.getByRole('dialog', { name: 'Saskaņošanas maršruts' });
    await pick(page, route.getByRole('group', { name: '1. posms' }), 'Ozolnieks', /Mārtiņš Ozolnieks/);
    await pick(page, route.getByRole('group', { name: '2. posms' }), 'Kalnmalis', /Andris Kalnmalis/);
    await route.getByRole('button', { name: 'Nodot', exact: true }).click();
    await told(page, 'Nodots saskaņošanai');
    const lawyer = await staff().as('jurists');
    await lawyer.goto('/');
    await lawyer.getByRole('button', { name: /^Saskaņot: Siltumenerģijas/ }).click();
    await lawyer.getByRole('tabpanel').getByRole('button', { name: 'Saskaņot', exact: true }).click();
    await told(lawyer, 'Lēmums saglabāts');
    const director = await staff().as('direktors');
    const document = `/documents/${idOf()}`;
    await reaches(staff().house, director, document, 'to-sign');
    await director.goto(`${document}?do=sign`);
    const signing = director.getByRole('dialog', { name: 'Parakstīšana' });
    await signing.getByRole('button', { name: 'Parakstīt' }).click();
    await told(director, 'Dokuments parakstīts');
    await reaches(staff().house, director, document, 'signed');
  }, 180_000);

  test('waits for the other side; a file that is not ours is refused in words', async () => {
    const page = await staff().as('darbinieks');
    await page.goto(address);
    await page.getByText('Līgumu parakstījām mēs; gaida otras puses parakstu.').waitFor();
    await page.getByRole('row', { name: /Andris Kalnmalis.*Mūsu.*Derīgs/ }).waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    const another = await signedPdf((await onePage('Cits līgums')).content, await partner());
    const dialog = await add(page, 'Pievienot otras puses parakstīto', { name: 'Cits.pdf', content: another });
    await dialog.getByText(/Šī nav mūsu parakstītā datne/).waitFor();
    // Another choice takes the place of the wrong one.
    await dialog
      .locator('input[type=file]')
      .setInputFiles({ name: 'Vēl cits.pdf', mimeType: 'application/pdf', buffer: Buffer.from(another) });
    await dialog.getByText('Vēl cits.pdf').waitFor();
    expect(await dialog.getByText('Cits.pdf', { exact: true }).count()).toBe(0);
  }, 120_000);

  test('is sent by the clerk', async () => {
    const page = await staff().as('lietvede');
    await page.goto(address);
    await page.getByRole('button', { name: 'Nosūtīt otrai pusei…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Līguma nosūtīšana otrai pusei' });
    await dialog.getByRole('button', { name: 'Nosūtīt' }).click();
    await dialog.getByText(/Adrese šim kanālam nav norādīta/).waitFor();
    await dialog.getByLabel('E-pasta vai e-adrese').fill('_DEFAULT@40003000001');
    await dialog.getByRole('button', { name: 'Nosūtīt' }).click();
    await told(page, 'Līgums ielikts nosūtīšanas rindā');
    await page.getByText('_DEFAULT@40003000001').waitFor();
  }, 120_000);

  test('comes back signed by the other side: both signatures are told, and it is in force', async () => {
    const page = await staff().as('darbinieks');
    await page.goto(address);
    const theirs = await signedPdf((await signedFile(staff().house, idOf()))!.bytes, await partner());
    await add(page, 'Pievienot otras puses parakstīto', { name: 'Abpusējs.pdf', content: theirs });
    await told(page, 'Otras puses parakstītais eksemplārs pievienots');
    await reaches(staff().house, page, `/documents/${idOf()}`, 'in-execution');
    await page.reload();
    await page.getByText('Līgumu ir parakstījušas visas puses; paraksti ir derīgi.').waitFor();
    await page.getByRole('row', { name: /Piegādnieks.*Otras puses.*Derīgs/ }).waitFor();
    await page.getByText('Spēkā', { exact: true }).first().waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await page.goto('/contracts?state=active');
    await isLoaded(page);
    await page.getByRole('row', { name: /Siltumenerģijas piegāde skolai/ }).waitFor();
  }, 120_000);

  test('a statement is begun from the menu of what is new', async () => {
    const page = await staff().as('darbinieks');
    await page.goto('/');
    await page.getByRole('button', { name: 'Jauns' }).click();
    await page.getByRole('menuitem', { name: 'Sagatavot izziņu' }).click();
    await heading(page, 'Jauns nosūtāmais dokuments').waitFor();
    await page.getByLabel('Nosaukums').fill('Par deklarēto dzīvesvietu');
    await page.getByLabel('Adresāts').fill('Anna Ozola');
    await page.getByRole('button', { name: 'Izveidot projektu' }).click();
    await heading(page, 'Par deklarēto dzīvesvietu').waitFor();
    await page.locator('.textLayer').getByText('IZZIŅA', { exact: true }).waitFor();
    expect(await page.getByLabel('Teksts', { exact: true }).inputValue()).toMatch(/^Pašvaldība apliecina/);
  }, 120_000);

  test('no page met an error that nobody expected', () => {
    expect(staff().errors).toEqual([]);
  });
});
