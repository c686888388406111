import { MailIntake } from '#exchange';
import { dayOf } from '#kernel';
import { createTransport, type SendMailOptions } from 'nodemailer';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import { SMTPServer } from 'smtp-server';
import { bookingFile } from '../../apps/cli/seed/bank-files.ts';
import { INSTITUTION } from '../../apps/cli/seed/base.ts';
import { sampleFile, SUPPLIERS, type SampleForm, type SampleInvoice } from '../../apps/cli/seed/invoice-samples.ts';
import { inBrowser, isLoaded, seriousFaults, reaches, told } from './support/browser.ts';

/** Where the house's letters arrive. */
const mails: string[] = [];
const mailServer = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS', 'AUTH'],
  onData: (stream, { envelope }, done) => {
    stream.resume().on('end', () => {
      mails.push(...envelope.rcptTo.map(({ address }) => address));
      done();
    });
  },
});
beforeAll(async () => {
  await new Promise<void>((ready) => mailServer.listen(0, '127.0.0.1', ready));
  process.env['SMTP_URL'] = `smtp://127.0.0.1:${(mailServer.server.address() as AddressInfo).port}`;
});
afterAll(() => new Promise<void>((closed) => mailServer.close(closed)));

const OFFICE = 'gramatvediba@testa.example';
const today = dayOf(new Date());
const common = { issueDate: today, unitCode: 'ATT' } as const;
/** What comes in the post: in order, wrong by a cent, and nothing but a picture for people. */
const good: SampleInvoice = {
  ...common,
  supplier: SUPPLIERS.heat,
  number: 'DIENA-1',
  lines: [['Siltumenerģija', '10', 'MWH', '70.00']],
};
const wrong: SampleInvoice = {
  ...common,
  supplier: SUPPLIERS.paper,
  number: 'DIENA-2',
  isWrong: true,
  lines: [['Papīrs A4', '20', 'C62', '4.85']],
};
const paper: SampleInvoice = {
  ...common,
  supplier: SUPPLIERS.bus,
  number: 'DIENA-3',
  lines: [['Autobusa noma', '1', 'DAY', '310.00']],
};

/** A supplier’s office sends its invoices in one e-mail, to the port where the house takes its mail. */
async function send(port: number, sent: readonly (readonly [SampleInvoice, SampleForm])[]): Promise<void> {
  const attachments = await Promise.all(
    sent.map(async ([sample, form]) => ({
      filename: `${sample.number}.${form === 'xml' ? 'xml' : 'pdf'}`,
      content: await sampleFile(sample, form),
    })),
  );
  await mail(port, { subject: 'Novembra rēķini', text: 'Labdien! Pielikumā rēķini.', attachments });
}

const mail = (port: number, message: SendMailOptions) =>
  createTransport({ host: '127.0.0.1', port, ignoreTLS: true }).sendMail({
    from: `"Testa grāmatvedība" <${OFFICE}>`,
    to: INSTITUTION.email,
    ...message,
  });

/** A picture of one point: what a scanner would send, as far as a machine sees it. */
const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

inBrowser('an accountant’s day', (staff) => {
  const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor();
  const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true }).click();
  const inDialog = (page: Page, name: string | RegExp) =>
    page.getByRole('dialog').getByRole('button', { name, exact: true }).click();
  const settle = async () => {
    for (let turn = 0; turn < 3; turn++) await staff().house.settle();
  };
  const share = async (page: Page) => {
    const rows = (await (await page.request.get(`/api/invoices/share?year=${today.slice(0, 4)}&by=month`)).json()) as {
      total: number;
      a: number;
      b: number;
      c: number;
      unread: number;
    }[];
    return rows[0] ?? null;
  };

  test('an e-mail with three invoices comes; one goes back with its reason, one is approved and paid, the figures move', async () => {
    const port = await staff().house.app.get(MailIntake).listen(0);
    await send(port, [
      [good, 'xml'],
      [wrong, 'hybrid'],
      [paper, 'pdf'],
    ]);
    await settle();
    const accountant = await staff().as('gramatvede');
    expect(await share(accountant)).toBeNull();

    // The first two are read without typing.
    await accountant.goto('/invoices');
    await heading(accountant, 'Rēķini');
    await accountant.getByText('Gaida reģistrāciju (3)').waitFor();
    for (const { supplier, number } of [good, wrong]) {
      await accountant.goto('/invoices');
      await accountant.getByRole('link', { name: `${supplier.name} – ${number}` }).click();
      await accountant.getByText('Dati nolasīti no datnes; labot tos nevajag un nevar.').waitFor();
      expect(await accountant.getByLabel('Piegādātājs').count()).toBe(0);
      await press(accountant, 'Reģistrēt');
      await heading(accountant, `${supplier.name}, ${number}`);
    }
    // The hybrid's XML is compared with what people see; it is wrong, and goes back with the reason, signed by the director.
    await accountant.getByText('PDF un XML salīdzinājums').waitFor();
    await accountant.getByText('BR-CO-15').first().waitFor();
    await press(accountant, 'Noraidīt');
    await accountant.getByRole('dialog').getByLabel('Iemesls').fill('Kopsumma nesakrīt ar rindu summu');
    await accountant.getByRole('dialog').getByLabel('Vēstuli parakstīs').fill('Kalnmalis');
    await accountant.getByRole('option', { name: /Andris Kalnmalis/ }).click();
    await inDialog(accountant, 'Noraidīt');
    await accountant.getByText('Noraidīts: Kopsumma nesakrīt ar rindu summu').waitFor();
    await settle();
    await accountant.reload();
    const letter = accountant.getByRole('link', { name: /Par rēķina Nr\. DIENA-2 atgriešanu/ });
    const letterAddress = (await letter.getAttribute('href'))!;
    const director = await staff().as('direktors');
    await reaches(staff().house, director, letterAddress, 'to-sign');
    await director.goto(`${letterAddress}?do=sign`);
    const signing = director.getByRole('dialog', { name: 'Parakstīšana' });
    await signing.getByRole('button', { name: 'Parakstīt', exact: true }).click();
    await told(director, 'Dokuments parakstīts');
    await reaches(staff().house, accountant, letterAddress, 'sent');
    expect(mails).toEqual([OFFICE]);

    // The plain PDF is typed from the picture beside.
    await accountant.goto('/invoices');
    await accountant.getByRole('link', { name: 'Novembra rēķini: DIENA-3.pdf', exact: true }).click();
    const form = accountant.getByRole('form');
    await form.getByLabel('Rēķina numurs').fill(paper.number);
    await form.getByLabel('Reģistrācijas numurs').fill(paper.supplier.registrationNumber);
    await form.getByLabel('Rēķina datums').fill(today.split('-').toReversed().join('.') + '.');
    await form.getByLabel('Ar PVN').fill('375,10');
    await form.getByRole('combobox', { name: 'Saņēmēja struktūrvienība' }).fill('Attīst');
    await accountant.getByRole('option', { name: 'Attīstības nodaļa' }).click();
    await press(accountant, 'Reģistrēt');
    await accountant.getByText('Pamatdati ievadīti ar roku').waitFor();

    // The first is approved, coded, controlled, released.
    const { rows } = (await (await accountant.request.get('/api/invoices?supplier=siltums')).json()) as {
      rows: { id: string }[];
    };
    const address = `/invoices/${rows[0]!.id}`;
    const head = await staff().as('vaditaja');
    await act(head, address, 'Apstiprināt saņemšanu');
    await accountant.goto(address);
    await press(accountant, 'Kontēt');
    await accountant.getByRole('dialog').getByLabel('EKK').fill('2221');
    await accountant.getByRole('dialog').getByRole('combobox', { name: 'Saņēmēja struktūrvienība' }).fill('Attīst');
    await accountant.getByRole('option', { name: 'Attīstības nodaļa' }).click();
    await inDialog(accountant, 'Kontēt');
    await accountant.getByText('Finanšu kontrolē').first().waitFor();
    const chief = await staff().as('galvena');
    await chief.goto(address);
    await press(chief, 'Apstiprināt kontu');
    await chief.getByRole('dialog').getByLabel('Kā pārliecinājāties').fill('Sazvanīts pa līguma tālruni');
    await inDialog(chief, 'Apstiprināt kontu');
    await act(chief, address, 'Veikt finanšu kontroli');
    await act(director, address, 'Nodot apmaksai');

    // The payment order goes out, the bank's notification comes in.
    await chief.goto('/invoices/payments');
    await press(chief, 'Iestādes konts');
    await chief.getByLabel(/^Nosaukums/).fill('Valsts kase');
    await chief.getByLabel('IBAN').fill('LV69TEST0000000000001');
    await inDialog(chief, 'Saglabāt');
    await accountant.goto('/invoices/payments');
    await accountant.getByRole('checkbox', { name: `Izvēle: ${SUPPLIERS.heat.name}, DIENA-1` }).check();
    const downloading = accountant.waitForEvent('download');
    await press(accountant, /^Sagatavot maksājuma uzdevumu: 1 rēķins, 847,00 EUR$/);
    const order = await (await downloading).createReadStream();
    const pain001 = Buffer.concat(await order.toArray()).toString();
    expect(pain001).toContain('pain.001.001.09');
    const endToEndId = /<EndToEndId>([^<]+)</.exec(pain001)![1]!;
    const choosing = accountant.waitForEvent('filechooser');
    await press(accountant, 'Nolasīt bankas datni');
    const camt054 = Buffer.from(bookingFile('camt.054', [{ endToEndId, amount: '847.00', bookedOn: today }]));
    await (await choosing).setFiles({ name: 'paziņojums.xml', mimeType: 'application/xml', buffer: camt054 });
    await accountant.getByText('apmaksāti: 1').waitFor();
    await accountant.goto(address);
    await accountant.getByText('Apmaksāts', { exact: true }).first().waitFor();

    // The figures moved: one valid, one hybrid, one that no machine reads.
    expect(await share(accountant)).toMatchObject({ total: 3, a: 1, unread: 1 });
    await accountant.goto('/invoices/share');
    await accountant.getByText(/Ja tie sūtītu e-rēķinus/).waitFor();
  }, 400_000);

  test('a duplicate is put aside with its reason; a scan that nothing gives away is registered from the intake; a figure opens what it counts', async () => {
    const port = await staff().house.app.get(MailIntake).listen(0);
    await send(port, [[good, 'xml']]);
    const attachments = [{ filename: 'IMG_2041.png', content: PICTURE }];
    await mail(port, { subject: 'Skenēts', text: 'Skat. datnē.', attachments });
    await settle();
    const accountant = await staff().as('gramatvede');
    await accountant.goto('/invoices');
    await accountant.getByText('Gaida reģistrāciju (1)').waitFor();
    await accountant.getByText(/^Jau reģistrēts: /).waitFor();
    await accountant.getByRole('link', { name: `${good.supplier.name} – ${good.number}` }).click();
    await accountant.getByText('Šis rēķins jau ir reģistrēts: tas pats piegādātājs, numurs un gads.').waitFor();
    await press(accountant, 'Nereģistrēt…');
    await accountant.getByRole('dialog').getByLabel('Iemesls').fill('Atkārtots sūtījums');
    await inDialog(accountant, 'Saglabāt');
    await accountant.getByText('Neviens rēķins negaida reģistrāciju').waitFor();

    const clerk = await staff().as('lietvede');
    await clerk.goto('/intake');
    await clerk.getByRole('table', { name: 'Saņemtie sūtījumi' }).getByRole('link', { name: 'Skenēts' }).click();
    await clerk.getByRole('link', { name: 'Reģistrēt kā rēķinu' }).click();
    await heading(clerk, 'Rēķina reģistrēšana');
    await clerk.getByText('Attēls.').waitFor();

    await accountant.goto('/invoices/share');
    const figures = accountant.getByRole('table', { name: 'Rēķini pēc mašīnlasāmības klases' });
    await figures.getByRole('link', { name: '1', exact: true }).first().click();
    await accountant.waitForURL(/kind=invoice.*class=A/);
    const register = accountant.getByRole('table', { name: 'Reģistrētie rēķini' });
    await register.getByText(good.number, { exact: true }).waitFor();
    expect(await register.getByText(wrong.number, { exact: true }).count()).toBe(0);
  }, 300_000);

  test('no page of the room has a serious fault, in the light and in the dark', async () => {
    const found: Record<string, string[]> = {};
    for (const colorScheme of ['light', 'dark'] as const) {
      const page = await staff().as('galvena', { colorScheme });
      const { rows } = (await (await page.request.get('/api/invoices')).json()) as { rows: { id: string }[] };
      const paths = [
        '/invoices',
        '/invoices/payments',
        '/invoices/order',
        '/invoices/share',
        '/contracts',
        '/contracts/new',
        ...rows.map(({ id }) => `/invoices/${id}`),
      ];
      for (const path of paths) {
        await page.goto(path);
        await isLoaded(page);
        const faults = await seriousFaults(page);
        if (faults.length) found[`${path} ${colorScheme}`] = faults;
      }
    }
    expect(found).toEqual({});
  }, 300_000);

  test('no page met an error that nobody expected', () => {
    expect(staff().errors).toEqual([]);
  });

  /** Does an act that needs nothing typed. */
  async function act(page: Page, address: string, name: string): Promise<void> {
    await page.goto(address);
    await press(page, name);
    await inDialog(page, name);
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  }
});
