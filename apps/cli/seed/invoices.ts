import { addDays, dayOf } from '#kernel';
import {
  approveInvoice,
  codeInvoice,
  confirmAccount,
  controlInvoice,
  markPaid,
  registerInvoice,
  rejectInvoice,
  releaseInvoice,
} from '#invoices';
import type { SeedContext } from './context.ts';
import { seedSignedContracts } from './signed-contracts.ts';
import { receiveInvoice, sampleInvoice, SUPPLIERS, type SampleForm, type SampleInvoice } from './invoice-samples.ts';
import { seedContracts, seedPayments } from './invoice-work.ts';

export { receiveInvoice, sampleFile, sampleInvoice, SUPPLIERS, type SampleInvoice } from './invoice-samples.ts';

const STAGES = ['received', 'registered', 'approved', 'coded', 'controlled', 'for-payment', 'paid'] as const;

interface InvoiceStory extends Omit<SampleInvoice, 'issueDate'> {
  readonly form: SampleForm;
  readonly daysAgo: number;
  readonly unit: string;
  readonly account: string;
  readonly until: (typeof STAGES)[number] | 'rejected';
  /** The receiver has approved; the sum is above the limit, so the director is asked too. */
  readonly isAboveLimit?: boolean;
}

const STORIES: readonly InvoiceStory[] = [
  {
    supplier: SUPPLIERS.heat,
    number: 'TS-2026/1012',
    form: 'xml',
    daysAgo: 18,
    unit: 'ADM',
    account: '2221',
    until: 'paid',
    lines: [['Siltumenerģija, oktobris', '42.5', 'MWH', '68.40']],
    contract: 'TS-L/7',
  },
  {
    supplier: SUPPLIERS.power,
    number: 'E26-778812',
    form: 'xml',
    daysAgo: 17,
    unit: 'ADM',
    account: '2223',
    until: 'paid',
    lines: [
      ['Elektroenerģija', '3120', 'KWH', '0.14'],
      ['Sistēmas pakalpojumi', '1', 'C62', '86.20'],
    ],
  },
  {
    supplier: SUPPLIERS.paper,
    number: 'KP 5567',
    form: 'xml',
    daysAgo: 14,
    unit: 'KAN',
    account: '2311',
    until: 'for-payment',
    lines: [
      ['Papīrs A4, 80 g', '60', 'C62', '4.85'],
      ['Arhīva kastes', '120', 'C62', '1.90'],
    ],
  },
  {
    supplier: SUPPLIERS.software,
    number: 'TP-26-0101',
    form: 'xml',
    daysAgo: 12,
    unit: 'IT',
    account: '2251',
    until: 'controlled',
    lines: [['Programmatūras uzturēšana, novembris', '1', 'MON', '1250.00']],
    contract: 'TP-26/12',
  },
  {
    supplier: SUPPLIERS.roads,
    number: 'C-3391',
    form: 'xml',
    daysAgo: 10,
    unit: 'IPA',
    account: '2244',
    until: 'coded',
    lines: [['Grants ceļu planēšana', '18.4', 'KMT', '96.50']],
    contract: 'C-L31',
  },
  {
    supplier: SUPPLIERS.heat,
    number: 'TS-2026/1107',
    form: 'xml',
    daysAgo: 6,
    unit: 'ADM',
    account: '2221',
    until: 'approved',
    lines: [['Siltumenerģija, novembris', '51.2', 'MWH', '68.40']],
    contract: 'TS-L/7',
  },
  {
    supplier: SUPPLIERS.power,
    number: 'E26-801455',
    form: 'xml',
    daysAgo: 4,
    unit: 'ATT',
    account: '2223',
    until: 'registered',
    iban: 'LV74TEST0000000009999',
    lines: [['Elektroenerģija', '2980', 'KWH', '0.14']],
  },
  {
    supplier: SUPPLIERS.paper,
    number: 'KP 5590',
    form: 'xml',
    daysAgo: 3,
    unit: 'ATT',
    account: '2311',
    until: 'registered',
    isWrong: true,
    lines: [['Tintes kasetnes', '8', 'C62', '24.99']],
  },
  {
    supplier: SUPPLIERS.paper,
    number: 'KP 5540',
    form: 'hybrid',
    daysAgo: 16,
    unit: 'KAN',
    account: '2311',
    until: 'for-payment',
    lines: [['Aploksnes C4', '500', 'C62', '0.12']],
  },
  {
    supplier: SUPPLIERS.roads,
    number: 'C-3410',
    form: 'xml',
    daysAgo: 2,
    unit: 'IPA',
    account: '2244',
    until: 'registered',
    isAboveLimit: true,
    lines: [['Ceļu ikdienas uzturēšana, novembris', '62', 'KMT', '96.50']],
    contract: 'C-L31',
  },
  {
    supplier: SUPPLIERS.bus,
    number: '2026-44',
    form: 'pdf',
    daysAgo: 13,
    unit: 'IZG',
    account: '2233',
    until: 'paid',
    lines: [['Skolēnu pārvadājumi', '22', 'DAY', '145.00']],
  },
  {
    supplier: SUPPLIERS.bus,
    number: '2026-47',
    form: 'pdf',
    daysAgo: 5,
    unit: 'ATT',
    account: '2233',
    until: 'registered',
    lines: [['Ekskursijas autobuss', '1', 'DAY', '310.00']],
  },
  {
    supplier: SUPPLIERS.roads,
    number: 'C-3402',
    form: 'pdf',
    daysAgo: 8,
    unit: 'IPA',
    account: '2244',
    until: 'rejected',
    lines: [['Sniega tīrīšana', '4', 'HUR', '55.00']],
  },
  {
    supplier: SUPPLIERS.software,
    number: 'TP-26-0118',
    form: 'xml',
    daysAgo: 1,
    unit: 'IT',
    account: '2251',
    until: 'received',
    lines: [['Licences', '15', 'C62', '42.00']],
  },
  {
    supplier: SUPPLIERS.bus,
    number: '2026-51',
    form: 'pdf',
    daysAgo: 1,
    unit: 'IZG',
    account: '2233',
    until: 'received',
    lines: [['Skolēnu pārvadājumi', '20', 'DAY', '145.00']],
  },
];

/** Invoices read by machine and not, in every state of their way; one with a mistake, one with a changed account. */
export async function seedInvoices(context: SeedContext): Promise<void> {
  await seedContracts(context);
  for (const story of STORIES) await play(context, story);
  await seedPayments(context);
  await seedSignedContracts(context);
}

/** Heads by unit: who approves what the unit received. */
const HEADS: Record<string, string> = {
  ADM: 'direktors',
  KAN: 'kan.1',
  IT: 'it.22',
  IPA: 'ipa.12',
  ATT: 'vaditaja',
  IZG: 'izg.18',
};

async function play(
  context: SeedContext,
  { form, daysAgo, unit, account, until, isAboveLimit, ...rest }: InvoiceStory,
): Promise<void> {
  const { as } = context;
  const sample = { ...rest, issueDate: addDays(dayOf(new Date()), -daysAgo), unitCode: unit };
  const itemId = await receiveInvoice(context, sample, form);
  const reached = (stage: (typeof STAGES)[number]) =>
    until !== 'rejected' && STAGES.indexOf(until) >= STAGES.indexOf(stage);
  if (until === 'received') return;
  const { totals, payment } = sampleInvoice(sample);
  const typed = {
    supplierName: sample.supplier.name,
    supplierRegistrationNumber: sample.supplier.registrationNumber,
    number: sample.number,
    issueDate: sample.issueDate,
    dueDate: addDays(sample.issueDate, 20),
    currency: 'EUR',
    amountWithoutVat: totals.withoutVat,
    vatAmount: totals.vat,
    amountWithVat: totals.withVat!,
    iban: payment!.accounts[0]!.id,
    isCreditNote: false,
  };
  const { id } = await as('gramatvede', (tx) =>
    registerInvoice(tx, { itemId, unitId: context.unit(unit), fields: form === 'pdf' ? typed : null }),
  );
  if (isAboveLimit) await as(HEADS[unit]!, (tx) => approveInvoice(tx, id, 'Darbi pieņemti dabā.'));
  if (until === 'rejected') {
    return as('gramatvede', (tx) =>
      rejectInvoice(tx, id, { reason: 'Pakalpojums nav pasūtīts; rēķinam jābūt strukturētam e-rēķinam.' }),
    );
  }
  if (reached('approved')) await as(HEADS[unit]!, (tx) => approveInvoice(tx, id, 'Saņemts pilnā apmērā.'));
  if (reached('coded')) {
    const rows = [{ accountCode: account, unitId: context.unit(unit), project: '', amount: totals.withVat! }];
    await as('gramatvede', (tx) => codeInvoice(tx, id, { rows }));
  }
  if (reached('controlled')) {
    await as('galvena', (tx) => confirmAccount(tx, id, 'Sazvanīts ar piegādātāju pa iepriekš zināmu tālruni.'));
    await as('galvena', (tx) => controlInvoice(tx, id));
  }
  if (reached('for-payment')) await as('direktors', (tx) => releaseInvoice(tx, id));
  if (reached('paid'))
    await as('gramatvede', (tx) => markPaid(tx, id, dayOf(new Date()), 'Maksājuma uzdevums no Valsts kases'));
}
