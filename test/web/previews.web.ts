import { createTransport } from 'nodemailer';
import { docx, odt, wordParagraph, workbook, zip } from '../support/office-files.ts';
import { drop, inBrowser, isLoaded, seriousFaults } from './support/browser.ts';

const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

async function letter(): Promise<Buffer> {
  const { message } = await createTransport({ streamTransport: true, buffer: true }).sendMail({
    from: '"Testa Iesniedzējs" <testa@example.org>',
    to: 'dome@parauganovads.example',
    subject: 'Par pielikumiem',
    html: '<p>Lūdzu skatīt <b>pielikumus</b>.</p><img src="https://spy.example/p.gif"><script>document.title = "x"</script>',
    attachments: [
      { filename: 'Vēstule.docx', content: await docx(wordParagraph('Lūdzu ierīkot apgaismojumu')) },
      { filename: 'Tāme.xlsx', content: workbook({ Tāme: [['Lampa', 12.5]] }) },
      { filename: 'Lēmums.odt', content: await odt('<text:h>Dome nolemj</text:h>') },
      {
        filename: 'Mape.zip',
        content: await zip({ 'iekšā/plāns.odt': await odt('<text:p>Plāns</text:p>'), 'attēls.png': picture }),
      },
      { filename: 'Pārsūtīta.eml', content: 'From: a@b.lv\r\nSubject: Iepriekšējā\r\nTo: c@d.lv\r\n\r\nVecais teksts' },
    ],
  });
  return message as Buffer;
}

inBrowser('previews', (staff) => {
  test('a clerk reads office files, a message and an archive without leaving the page, and the original is one click away', async () => {
    // Tall: a click right after a page scrolls under the frame of a preview is lost by the browser's driver.
    const page = await staff().as('lietvede', { viewport: { width: 1280, height: 1600 } });
    await page.goto('/intake?new=1');
    await isLoaded(page);
    await drop(page, [{ name: 'vēstule.eml', type: 'message/rfc822', content: await letter() }]);
    await page.getByRole('heading', { level: 1, name: 'Par pielikumiem' }).waitFor();
    const open = (name: string) => page.getByRole('button', { name, exact: true }).click();
    const shown = (name: string) => page.frameLocator(`iframe[title="${name}"]`);

    // The first file is open already.
    await shown('Vēstule.docx').getByText('Lūdzu ierīkot apgaismojumu').waitFor();
    await open('Tāme.xlsx');
    await shown('Tāme.xlsx').getByRole('cell', { name: '12.5' }).waitFor();
    await open('Lēmums.odt');
    await shown('Lēmums.odt').getByRole('heading', { name: 'Dome nolemj' }).waitFor();
    await open('Pārsūtīta.eml');
    await shown('Vēstules teksts').getByText('Vecais teksts').waitFor();
    expect(await seriousFaults(page)).toEqual([]);

    await open('Mape.zip');
    await open('iekšā/plāns.odt');
    await shown('iekšā/plāns.odt').getByText('Plāns').waitFor();
    await page.getByRole('button', { name: 'Atpakaļ uz „Mape.zip”' }).click();
    await open('attēls.png');
    await page.getByRole('img', { name: 'attēls.png' }).waitFor();
    const part = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Lejupielādēt šo datni' }).click();
    expect((await part).suggestedFilename()).toBe('attēls.png');
    const whole = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Oriģināls' }).click();
    expect((await whole).suggestedFilename()).toBe('Mape.zip');
    expect(staff().errors).toEqual([]);
  }, 240_000);

  test('a message on a document’s card runs nothing, asks nobody, and says what was left out', async () => {
    const page = await staff().as('lietvede');
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).host));
    const list = (await (await page.request.get('/api/intake')).json()) as { rows: { id: string }[] };
    const id = list.rows[0]!.id;
    await page.goto(`/intake/${id}`);
    await page.getByRole('button', { name: 'Reģistrēt', exact: true }).click();
    await page.waitForURL(/\/documents\//);
    await page.goto(`${page.url()}?place=files`);
    await page.getByRole('button', { name: 'Par pielikumiem.eml' }).first().click();
    await page.getByText(/1 attēls nav parādīts/).waitFor();
    await page.frameLocator('iframe[title="Vēstules teksts"]').getByText('pielikumus').waitFor();
    expect(new Set(asked)).toEqual(new Set([new URL(page.url()).host]));
  }, 240_000);
});
