import { createTransport } from 'nodemailer';
import { PDFDocument, StandardFonts } from 'pdf-lib';
import type { AddressInfo } from 'node:net';
import type { Locator, Page } from 'playwright-core';
import { SMTPServer } from 'smtp-server';
import { drop, inBrowser, reaches, told } from './support/browser.ts';

/** Where the house's letters arrive. */
const mails: { to: string[] }[] = [];
const mailServer = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS', 'AUTH'],
  onData: (stream, { envelope }, done) => {
    stream.resume().on('end', () => {
      mails.push({ to: envelope.rcptTo.map(({ address }) => address) });
      done();
    });
  },
});
beforeAll(async () => {
  await new Promise<void>((ready) => mailServer.listen(0, '127.0.0.1', ready));
  process.env['SMTP_URL'] = `smtp://127.0.0.1:${(mailServer.server.address() as AddressInfo).port}`;
});
afterAll(() => new Promise<void>((closed) => mailServer.close(closed)));

async function pdf(text: string): Promise<Buffer> {
  const paper = await PDFDocument.create();
  const font = await paper.embedFont(StandardFonts.Helvetica);
  paper.addPage([595, 842]).drawText(text, { x: 60, y: 760, size: 16, font });
  return Buffer.from(await paper.save());
}

async function letter(): Promise<Buffer> {
  const transport = createTransport({ streamTransport: true, buffer: true });
  const { message } = await transport.sendMail({
    from: '"Testa Iesniedzēja Astoņi" <testa.astoni@example.org>',
    to: 'dome@parauganovads.example',
    subject: 'Par ielas apgaismojumu Liepu ielā',
    text: 'Lūdzu ierīkot ielas apgaismojumu Liepu ielā. 18.11.2026. Nr. 12/345.',
    attachments: [{ filename: 'Iesniegums.pdf', content: await pdf('Iesniegums par apgaismojumu') }],
  });
  return message as Buffer;
}

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name });
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });

inBrowser('the staff application', (staff) => {
  test('tells a wrong password plainly, lets the right one in, and out again', async () => {
    const page = await staff().open();
    await page.goto('/');
    await heading(page, 'Pierakstīšanās').waitFor();
    await page.getByLabel('Lietotājvārds').fill('lietvede');
    await page.getByLabel('Parole', { exact: true }).fill('nepareiza');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').getByText('Lietotājvārds vai parole nav pareiza.').waitFor();
    await page.getByLabel('Parole', { exact: true }).fill('aprite-demo');
    await page.keyboard.press('Enter');
    await heading(page, 'Ienākošais').waitFor();
    await button(page, /Ilze Krastiņa/).click();
    await page.getByRole('menuitem', { name: 'Izrakstīties' }).click();
    await heading(page, 'Pierakstīšanās').waitFor();
  }, 120_000);

  test('an account of the demonstration signs in with one press', async () => {
    const page = await staff().open();
    await page.goto('/');
    await page
      .getByRole('region', { name: 'Demonstrācijas konti' })
      .getByRole('button', { name: /lietvede$/ })
      .click();
    await heading(page, 'Ienākošais').waitFor();
  }, 120_000);

  test('the rail shows only the rooms of one’s permissions', async () => {
    const clerk = await staff().as('lietvede');
    await clerk.goto('/');
    const rail = clerk.getByRole('navigation', { name: 'Galvenā izvēlne' });
    await rail.getByRole('link', { name: 'Saņemtie sūtījumi' }).waitFor();
    expect(await rail.getByRole('link', { name: 'Pārvaldība' }).count()).toBe(0);
    const employee = await staff().as('darbinieks');
    await employee.goto('/');
    await employee.getByRole('link', { name: 'Dokumenti' }).waitFor();
    expect(await employee.getByRole('link', { name: 'Saņemtie sūtījumi' }).count()).toBe(0);
  }, 120_000);

  test('a letter dropped anywhere is registered from its pre-filled card and goes its whole way to the answer', async () => {
    const page = await staff().as('lietvede');
    await page.goto('/documents');
    await heading(page, 'Dokumenti').waitFor();
    await drop(page, [{ name: 'vestule.eml', type: 'message/rfc822', content: await letter() }]);
    await heading(page, 'Par ielas apgaismojumu Liepu ielā').waitFor();
    const card = page.getByRole('form', { name: 'Reģistrācijas kartīte' });
    await card.getByLabel('Nosaukums').waitFor();
    expect(await card.getByLabel('Sūtītājs', { exact: true }).inputValue()).toBe('Testa Iesniedzēja Astoņi');
    expect(await card.getByLabel('Sūtītāja dokumenta numurs').inputValue()).toBe('12/345');
    expect(await card.getByLabel('Sūtītāja dokumenta datums').inputValue()).toBe('18.11.2026.');
    await card.getByLabel('Nosaukums').fill('');
    await card.getByRole('button', { name: 'Reģistrēt' }).click();
    await card.locator('[aria-invalid="true"]').first().waitFor();
    await card.getByLabel('Nosaukums').fill('Par apgaismojumu Liepu ielā');
    await card.getByLabel('Nosaukums').press('Control+Enter');
    await page.waitForURL(/\/documents\/[0-9a-f-]{36}$/);
    await heading(page, 'Par apgaismojumu Liepu ielā').waitFor();
    await page.getByText('Iesniegumu likums: 10 darba dienas no saņemšanas').waitFor();
    await page.locator('.textLayer').getByText('Iesniegums par apgaismojumu').waitFor();
    const address = new URL(page.url()).pathname;

    await page.goto('/documents');
    await page.getByRole('row', { name: /Par apgaismojumu Liepu ielā/ }).waitFor();

    // The card proposed the head of the unit that sees to streets; the head finds the task in the inbox.
    await page.goto(`${address}?place=work`);
    const resolver = (await page.getByRole('tabpanel').getByRole('listitem').locator('strong').first().textContent())!;
    const people = (await (await page.request.get('/api/people')).json()) as { id: string; name: string }[];
    const username = await usernameOf(people.find(({ name }) => name === resolver)!.id);
    const head = await staff().as(username);
    await head.goto('/');
    await head.getByRole('button', { name: /^Rakstīt rezolūciju: Par apgaismojumu/ }).click();
    const dialog = head.getByRole('dialog', { name: 'Rezolūcija' });
    await dialog.getByRole('button', { name: 'Izskatīt un sagatavot atbildi.' }).click();
    await dialog.getByRole('combobox', { name: 'Atbildīgais izpildītājs' }).fill('Avotiņš');
    await head.getByRole('option', { name: /Toms Avotiņš/ }).click();
    await dialog.getByRole('button', { name: 'Rakstīt rezolūciju' }).click();
    await told(head, 'Rezolūcija uzrakstīta');

    const executor = await staff().as('darbinieks');
    await executor.goto('/');
    await executor.getByText('Izskatīt un sagatavot atbildi.').first().waitFor();
    await executor.goto(`${address}?do=reply`);
    await executor.getByRole('dialog').getByRole('button', { name: 'Izveidot projektu' }).click();
    const text = executor.getByLabel('Teksts', { exact: true });
    await text.waitFor();
    await text.fill('Apgaismojums tiks ierīkots 2027. gadā.');
    await executor.getByText(/^Saglabāts \d\d:\d\d$/).waitFor();
    await executor.reload();
    await text.waitFor();
    expect(await text.inputValue()).toBe('Apgaismojums tiks ierīkots 2027. gadā.');

    // The route: the lawyer's visa, then the director's signature.
    const draft = new URL(executor.url()).pathname;
    await executor.goto(`${draft}?do=start-route`);
    const route = executor.getByRole('dialog', { name: 'Saskaņošanas maršruts' });
    await choose(executor, route.getByRole('group', { name: '1. posms' }), /Mārtiņš Ozolnieks/);
    await clearPeople(route.getByRole('group', { name: '2. posms' }));
    await choose(executor, route.getByRole('group', { name: '2. posms' }), /Andris Kalnmalis/);
    await route.getByRole('button', { name: 'Nodot', exact: true }).click();
    await told(executor, 'Nodots saskaņošanai');

    const lawyer = await staff().as('jurists');
    await lawyer.goto('/');
    await lawyer.getByRole('button', { name: /^Saskaņot: / }).click();
    await lawyer.getByRole('tabpanel').getByRole('button', { name: 'Saskaņot', exact: true }).click();
    await told(lawyer, 'Lēmums saglabāts');
    const director = await staff().as('direktors');
    await reaches(staff().house, director, draft, 'to-sign');
    await director.goto(`${draft}?do=sign`);
    const signing = director.getByRole('dialog', { name: 'Parakstīšana' });
    await signing.getByRole('button', { name: 'Parakstīt' }).waitFor();
    expect(await signing.innerText()).toMatch(/\d+-\d+\/\d\d\/1\b/);
    await signing.getByRole('button', { name: 'Parakstīt' }).click();
    await told(director, 'Dokuments parakstīts');
    await reaches(staff().house, page, address, 'answered');

    expect(mails.map(({ to }) => to)).toEqual([['testa.astoni@example.org']]);
    await page.goto(`${address}?place=path`);
    for (const step of ['Reģistrēts', 'Rezolūcija', 'Parakstīts', 'Nosūtīts', 'Atbildēts', 'Iekļauts lietā']) {
      await page.getByRole('tabpanel').getByText(step, { exact: true }).first().waitFor();
    }
  }, 300_000);

  /** Picks a person in the group's list of people. */
  async function choose(page: Page, group: Locator, name: RegExp): Promise<void> {
    const field = group.getByRole('combobox').last();
    await field.fill(name.source.split(' ')[1]!);
    await page.getByRole('option', { name }).click();
  }

  async function clearPeople(group: Locator): Promise<void> {
    await group.getByRole('combobox').last().press('Backspace');
  }

  async function usernameOf(personId: string): Promise<string> {
    return staff().house.as('system', async (tx) => {
      const [account] = await tx.db.query<{ username: string }[]>('select username from account where person_id = $1', [
        personId,
      ]);
      return account!.username;
    });
  }

  test('the keyboard alone goes everywhere', async () => {
    const page = await staff().as('lietvede');
    await page.goto('/');
    await heading(page, 'Ienākošais').waitFor();
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Tastatūras īsceļi' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.keyboard.press('g');
    await page.keyboard.press('d');
    await heading(page, 'Dokumenti').waitFor();
    await page.getByRole('row').nth(1).waitFor();
    await page.keyboard.press('j');
    await page.keyboard.press('x');
    await page.getByRole('toolbar', { name: /^Atlas/ }).waitFor();
    await page.keyboard.press('o');
    await page.waitForURL(/\/documents\/[0-9a-f-]{36}$/);
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: 'Meklēt komandu vai lapu…' }).fill('sanemt');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'Jauns saņemtais dokuments' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.keyboard.press('/');
    expect(await page.evaluate(`document.activeElement.id`)).toBe('search-field');
    await page.keyboard.type('apgaismojums');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/search\?q=apgaismojums/);
  }, 120_000);

  test('the language changes at once and is kept', async () => {
    const page = await staff().as('jurists');
    await page.goto('/');
    await button(page, /Mārtiņš Ozolnieks/).click();
    await page.getByRole('menuitemradio', { name: 'English' }).click();
    await heading(page, 'Inbox').waitFor();
    await page.reload();
    await heading(page, 'Inbox').waitFor();
    expect(await page.evaluate('document.documentElement.lang')).toBe('en');
  }, 120_000);

  test('a lost connection is told in the frame and heals itself', async () => {
    const page = await staff().as('lietvede');
    await page.goto('/documents');
    await page.getByRole('row').nth(1).waitFor();
    await page.context().setOffline(true);
    await page.getByRole('link', { name: 'Saskaņošana un paraksti' }).click();
    await page.getByText('Savienojums ar serveri ir zudis').waitFor();
    await page.context().setOffline(false);
    await heading(page, 'Saskaņošana un paraksti').waitFor();
    await page.getByText('Savienojums ar serveri ir zudis').waitFor({ state: 'detached' });
  }, 120_000);

  test('no page met an error that nobody expected', () => {
    expect(staff().errors).toEqual([]);
  });
});
