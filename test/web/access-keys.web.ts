import { inBrowser, isLoaded, seriousFaults } from './support/browser.ts';

inBrowser('the keys of other systems', (staff) => {
  test('a key is shown once, works, stands in the list, and no longer works when revoked', async () => {
    const page = await staff().as('admins');
    await page.goto('/administration/keys');
    await isLoaded(page);
    await page.getByText('Nevienai sistēmai atslēga nav izsniegta.').waitFor();
    await page.getByRole('textbox', { name: 'Sistēma' }).fill('Horizon');
    await page.getByRole('button', { name: 'Izsniegt atslēgu' }).click();
    const dialog = page.getByRole('dialog', { name: 'Atslēga sistēmai Horizon' });
    const key = await dialog.getByLabel('Atslēga', { exact: true }).inputValue();
    expect(await seriousFaults(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Aizvērt' }).click();
    const row = page.getByRole('row', { name: /Horizon/ });
    await row.getByText('Grāmatvedības sistēma').waitFor();
    expect(await page.getByRole('textbox', { name: 'Sistēma' }).inputValue()).toBe('');
    await expect(page.content()).resolves.not.toContain(key);

    const stranger = await staff().open();
    await stranger.goto('/');
    const asked = async () =>
      (
        await stranger.request.get('/api/accounting/invoices', { headers: { authorization: `Bearer ${key}` } })
      ).status();
    expect(await asked()).toBe(200);
    await page.getByRole('button', { name: 'Atsaukt atslēgu sistēmai Horizon' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Atsaukt' }).click();
    await page.getByText('Atslēga atsaukta').waitFor();
    await row.waitFor({ state: 'detached' });
    expect(await asked()).toBe(401);
  }, 120_000);

  test('who does not administer sees no keys', async () => {
    const page = await staff().as('gramatvede');
    await page.goto('/');
    expect((await page.request.get('/api/keys')).status()).toBe(403);
  });
});
