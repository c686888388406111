import { writeUbl, type Invoice } from '#einvoice';
import { receiveItem } from '#exchange';
import { FileStore, typeset } from '#files';
import { addDays, dayOf, sum } from '#kernel';
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

export interface SampleSupplier {
  readonly name: string;
  readonly registrationNumber: string;
  readonly iban: string;
}

/** Invented suppliers: their registration numbers fail the checksum on purpose, their accounts are of no bank. */
export const SUPPLIERS = {
  heat: { name: 'SIA “Testa siltums”', registrationNumber: '40003000001', iban: 'LV00TEST0000000000101' },
  power: { name: 'AS “Testa elektrība”', registrationNumber: '40003000002', iban: 'LV00TEST0000000000202' },
  paper: { name: 'SIA “Testa kancelejas preces”', registrationNumber: '40003000003', iban: 'LV00TEST0000000000303' },
  roads: { name: 'SIA “Testa ceļi”', registrationNumber: '40003000004', iban: 'LV00TEST0000000000404' },
  software: { name: 'SIA “Testa programmatūra”', registrationNumber: '40003000005', iban: 'LV00TEST0000000000505' },
  bus: {
    name: 'Zemnieku saimniecība “Testa autobuss”',
    registrationNumber: '40003000006',
    iban: 'LV00TEST0000000000606',
  },
} as const satisfies Record<string, SampleSupplier>;

const OUR_NUMBER = '90000000000';

export interface SampleInvoice {
  readonly supplier: SampleSupplier;
  readonly number: string;
  readonly issueDate: string;
  readonly unitCode?: string;
  readonly iban?: string;
  readonly contract?: string;
  /** `unitCode` (BT-133) names the unit that received the line. */
  readonly lines: readonly (readonly [
    name: string,
    quantity: string,
    unit: string,
    price: string,
    unitCode?: string,
  ])[];
  /** Total with a mistake: one cent too much. */
  readonly isWrong?: boolean;
}

/** A Peppol BIS Billing 3.0 invoice in the business terms of EN 16931. */
export function sampleInvoice({
  supplier,
  number,
  issueDate,
  unitCode,
  iban,
  contract,
  lines,
  isWrong,
}: SampleInvoice): Invoice {
  const net = lines.map(([, quantity, , price]) => sum([(Number(quantity) * Number(price)).toFixed(2)]));
  const withoutVat = sum(net);
  const vat = sum([(Number(withoutVat) * 0.21).toFixed(2)]);
  const withVat = sum([withoutVat, vat, isWrong ? '0.01' : '0']);
  const address = { line1: 'Testa iela 1', city: 'Rīga', postCode: 'LV-1000', country: 'LV' };
  return {
    document: 'Invoice',
    specification: 'urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0',
    businessProcess: 'urn:fdc:peppol.eu:2017:poacc:billing:01:1.0',
    number,
    issueDate,
    dueDate: addDays(issueDate, 20),
    typeCode: '380',
    currency: 'EUR',
    buyerReference: unitCode ?? 'PARAUGA-NOVADS',
    ...(contract ? { contractReference: contract } : {}),
    notes: [{ text: 'Parauga novada pašvaldība' }],
    precedingInvoices: [],
    seller: {
      name: supplier.name,
      identifiers: [],
      registrationNumber: supplier.registrationNumber,
      vatNumber: `LV${supplier.registrationNumber}`,
      electronicAddress: { value: supplier.registrationNumber, scheme: '0218' },
      address,
    },
    buyer: {
      name: 'Parauga novada pašvaldība',
      identifiers: [],
      registrationNumber: OUR_NUMBER,
      vatNumber: `LV${OUR_NUMBER}`,
      electronicAddress: { value: OUR_NUMBER, scheme: '0218' },
      address: { ...address, line1: 'Brīvības iela 1', city: 'Paraugs', postCode: 'LV-9999' },
    },
    payment: { meansCode: '30', reference: number, accounts: [{ id: iban ?? supplier.iban }] },
    allowances: [],
    charges: [],
    totals: { lines: withoutVat, withoutVat, vat, withVat, due: withVat },
    vatBreakdown: [{ taxableAmount: withoutVat, taxAmount: vat, category: 'S', rate: '21' }],
    attachments: [],
    lines: lines.map(([name, quantity, unit, price, receiver], index) => ({
      id: String(index + 1),
      quantity,
      unit,
      netAmount: net[index]!,
      ...(receiver ? { accountingReference: receiver } : {}),
      allowances: [],
      charges: [],
      price: { net: price },
      vatCategory: 'S',
      vatRate: '21',
      item: { name, classifications: [], attributes: [] },
    })),
  };
}

const PDF = `
#let data = json(bytes(sys.inputs.data))
#set document(title: "Rēķins " + data.number)
#set page(paper: "a4", margin: 20mm)
#set text(font: "Noto Sans", size: 10pt, lang: "lv")
= Rēķins Nr. #data.number
#data.supplier.name, reģ. Nr. #data.supplier.registrationNumber \\
Datums: #data.issueDate \\
Konts: #data.supplier.iban
#table(columns: 4, [*Nosaukums*], [*Daudzums*], [*Mērv.*], [*Cena*], ..data.lines.flatten())
`;

/** An e-mail with the invoice as its attachment enters the intake; what it is, the worker finds out. */
export async function receiveInvoice(
  context: SeedContext,
  sample: SampleInvoice,
  form: 'xml' | 'pdf',
): Promise<string> {
  const { app, as } = context;
  const store = app.get(FileStore);
  const bytes =
    form === 'xml'
      ? Buffer.from(writeUbl(sampleInvoice(sample)))
      : typeset(PDF, sample, new Date('2026-01-01T10:00:00Z'));
  const mediaType = form === 'xml' ? 'application/xml' : 'application/pdf';
  const name = `rekins-${sample.number.replaceAll('/', '-')}.${form}`;
  const stored = await store.put(bytes);
  const mail = [
    `From: ${sample.supplier.registrationNumber}@example.org`,
    'To: rekini@paraugs.example',
    `Subject: =?utf-8?B?${Buffer.from(`Rēķins ${sample.number}`).toString('base64')}?=`,
    `Message-ID: <${sample.supplier.registrationNumber}-${sample.number.replaceAll('/', '-')}-${form}@example.org>`,
    'Content-Type: text/plain; charset=utf-8',
    '',
    `Pielikumā ${name}, ${stored.sha256}`,
  ].join('\r\n');
  const raw = await store.put(Buffer.from(mail));
  const itemId = await as('lietvede', (tx) =>
    receiveItem(tx, {
      channel: 'email',
      receivedAt: tx.now,
      senderName: sample.supplier.name,
      senderAddress: `${sample.supplier.registrationNumber}@example.org`,
      subject: `Rēķins ${sample.number}`,
      body: 'Labdien! Pielikumā rēķins.',
      sentOn: null,
      externalId: stored.sha256,
      raw: { ...raw, mediaType: 'message/rfc822' },
      files: [{ name, stored, mediaType, findings: [] }],
    }),
  );
  await context.settle();
  return itemId;
}

const STAGES = ['received', 'registered', 'approved', 'coded', 'controlled', 'for-payment', 'paid'] as const;

interface InvoiceStory extends Omit<SampleInvoice, 'issueDate'> {
  readonly form: 'xml' | 'pdf';
  readonly daysAgo: number;
  readonly unit: string;
  readonly account: string;
  readonly until: (typeof STAGES)[number] | 'rejected';
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
    contract: '4-1/26/7',
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
    contract: '4-1/26/12',
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
    contract: '4-1/26/31',
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
    contract: '4-1/26/7',
  },
  {
    supplier: SUPPLIERS.power,
    number: 'E26-801455',
    form: 'xml',
    daysAgo: 4,
    unit: 'ATT',
    account: '2223',
    until: 'registered',
    iban: 'LV00TEST0000000009999',
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
  for (const story of STORIES) await play(context, story);
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
  { form, daysAgo, unit, account, until, ...rest }: InvoiceStory,
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
