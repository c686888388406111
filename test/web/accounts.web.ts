import type { Page } from 'playwright-core';
import { inBrowser, isLoaded } from './support/browser.ts';

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });

inBrowser('accounts', (staff) => {
  test('an administrator lets somebody in: person, account, role, link; the person chooses a password and works', async () => {
    const page = await staff().as('admins');
    await page.goto('/administration');
    await isLoaded(page);
    await page.getByRole('link', { name: 'Jauns cilvēks' }).click();
    await page.getByLabel('Vārds', { exact: true }).fill('Jauna');
    await page.getByLabel('Uzvārds').fill('Lietvede');
    await button(page, 'Saglabāt').click();
    await page.getByRole('heading', { level: 1, name: 'Jauna Lietvede' }).waitFor();
    await page.getByLabel('Lietotājvārds').fill('jauna');
    await button(page, 'Atvērt kontu').click();
    await button(page, 'Izsniegt paroles saiti').click();
    const asking = page.getByRole('dialog', { name: 'Izsniegt paroles saiti' });
    expect(await asking.getByRole('checkbox').isDisabled()).toBe(true);
    await asking.getByRole('button', { name: 'Izsniegt paroles saiti' }).click();
    const link = await page.getByLabel('Saite', { exact: true }).inputValue();
    await page.keyboard.press('Escape');
    await page.getByRole('combobox', { name: 'Loma' }).click();
    await page.getByRole('option', { name: 'Lietvedis', exact: true }).click();
    await button(page, 'Piešķirt lomu').click();
    await button(page, 'Atņemt lomu „Lietvedis”').waitFor();

    const other = await staff().open();
    const { pathname, hash } = new URL(link);
    await other.goto(`${pathname}${hash}`);
    await other.getByLabel('Jaunā parole').fill('īsa');
    await button(other, 'Saglabāt paroli').click();
    await other.getByText(/Vismaz 12 zīmes \//).waitFor();
    await other.getByLabel('Jaunā parole').fill('ļoti gara parole');
    await button(other, 'Saglabāt paroli').click();
    await other.getByRole('link', { name: 'Pierakstīties' }).click();
    await other.getByLabel('Lietotājvārds').fill('jauna');
    await other.getByLabel('Parole', { exact: true }).fill('ļoti gara parole');
    await other.keyboard.press('Enter');
    await other.getByRole('heading', { level: 1, name: 'Ienākošais' }).waitFor();
    await other.getByRole('link', { name: 'Saņemtie sūtījumi' }).waitFor();

    await button(page, 'Slēgt kontu').click();
    await button(page, 'Atsaukt').first().waitFor();
    await other.goto('/documents');
    await other.getByRole('heading', { level: 1, name: 'Pierakstīšanās' }).waitFor();
    expect(staff().errors).toEqual([]);
  }, 180_000);

  test('a unit is added, renamed and closed, and its page tells what it was before', async () => {
    const page = await staff().as('admins');
    await page.goto('/administration?part=units');
    await page.getByRole('link', { name: 'Jauna struktūrvienība' }).click();
    await page.getByLabel('Nosaukums').fill('Klimata nodaļa');
    await page.getByLabel('Kods').fill('KLIM');
    await button(page, 'Saglabāt').click();
    await page.getByRole('heading', { level: 1, name: 'Klimata nodaļa' }).waitFor();
    await page.getByLabel('Nosaukums').fill('Vides nodaļa');
    await page.getByLabel('Darbojas no').fill('01.01.2026.');
    await page.getByLabel('Pēdējā diena').fill('31.01.2026.');
    await button(page, 'Saglabāt').click();
    await page.getByRole('heading', { level: 1, name: 'Vides nodaļa' }).waitFor();
    await page.getByText('Nosaukums: Klimata nodaļa → Vides nodaļa').waitFor();
    await page.goto('/administration/people/new');
    await page.getByRole('combobox', { name: 'Struktūrvienība' }).fill('vides');
    await page.getByRole('option', { name: 'Vides nodaļa (slēgta 31.01.2026.)' }).waitFor();
    expect(staff().errors).toEqual([]);
  }, 120_000);

  test('a draft is thrown away and taken back with two clicks', async () => {
    const page = await staff().as('jurists');
    await page.goto('/documents/new');
    await page.getByLabel('Nosaukums').fill('Par ceļa remontu');
    await page.getByLabel('Adresāts').fill('SIA “Testa ceļi”');
    await button(page, 'Izveidot projektu').click();
    await page.waitForURL(/\/documents\/[0-9a-f-]{36}/);
    await page.goto('/documents/drafts');
    await button(page, 'Atmest projektu „Par ceļa remontu”').click();
    await page.getByText('Nepabeigtu projektu nav').waitFor();
    await button(page, 'Atsaukt').click();
    await page.getByRole('link', { name: 'Par ceļa remontu' }).waitFor();
    expect(await page.getByText('Nepabeigtu projektu nav').count()).toBe(0);
  }, 120_000);

  test('a register prints every loaded row, not only those in sight', async () => {
    const page = await staff().as('admins', { viewport: { width: 1280, height: 400 } });
    await page.goto('/administration');
    await isLoaded(page);
    const rows = () => page.locator('tbody tr[data-key]').count();
    const inSight = await rows();
    await page.evaluate(`window.dispatchEvent(new Event('beforeprint'))`);
    const printed = await rows();
    const people = (await (await page.request.get('/api/accounts')).json()) as unknown[];
    expect(printed).toBe(people.length);
    expect(inSight).toBeLessThan(printed);
  }, 120_000);
});
