import { writeUbl, type Invoice } from '#einvoice';
import { receiveItem } from '#exchange';
import { FileStore, typeset } from '#files';
import { addDays, sum } from '#kernel';
import type { SeedContext } from './context.ts';
import { hybridPdf } from './hybrid-pdf.ts';

export interface SampleSupplier {
  readonly name: string;
  readonly registrationNumber: string;
  readonly iban: string;
}

/** Invented suppliers: check digits are right, but no register gives out numbers that begin so, and there is no bank TEST. */
export const SUPPLIERS = {
  heat: { name: 'SIA “Testa siltums”', registrationNumber: '49990000019', iban: 'LV85TEST0000000000101' },
  power: { name: 'AS “Testa elektrība”', registrationNumber: '49990000023', iban: 'LV74TEST0000000000202' },
  paper: { name: 'SIA “Testa kancelejas preces”', registrationNumber: '49990000038', iban: 'LV63TEST0000000000303' },
  roads: { name: 'SIA “Testa ceļi”', registrationNumber: '49990000042', iban: 'LV52TEST0000000000404' },
  software: { name: 'SIA “Testa programmatūra”', registrationNumber: '49990000057', iban: 'LV41TEST0000000000505' },
  bus: {
    name: 'Zemnieku saimniecība “Testa autobuss”',
    registrationNumber: '49990000061',
    iban: 'LV30TEST0000000000606',
  },
} as const satisfies Record<string, SampleSupplier>;

const OUR_NUMBER = '99990000003';

export type SampleForm = 'xml' | 'pdf' | 'hybrid';

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
Datums: #data.issueDate, apmaksāt līdz #data.dueDate \\
Konts: #data.iban
#table(columns: 4, [*Nosaukums*], [*Daudzums*], [*Mērv.*], [*Cena*], ..data.lines.map(line => line.slice(0, 4)).flatten())
Bez PVN: #data.totals.withoutVat, PVN: #data.totals.vat, *kopā apmaksai: #data.totals.due EUR*
`;

/** The invoice as people see it; a supplier's PDF. */
function samplePdf(sample: SampleInvoice): Buffer {
  const { totals, dueDate, payment } = sampleInvoice(sample);
  const iban = payment!.accounts[0]!.id;
  return typeset(PDF, { ...sample, totals, dueDate, iban }, new Date('2026-01-01T10:00:00Z'));
}

/** The file in which a supplier sends the invoice: UBL, a PDF alone, or a PDF with the XML of Factur-X inside. */
export async function sampleFile(sample: SampleInvoice, form: SampleForm): Promise<Buffer> {
  if (form === 'xml') return Buffer.from(writeUbl(sampleInvoice(sample)));
  return form === 'pdf' ? samplePdf(sample) : hybridPdf(samplePdf(sample), sampleInvoice(sample));
}

/** An e-mail with the invoice as its attachment enters the intake; what it is, the worker finds out. */
export async function receiveInvoice(context: SeedContext, sample: SampleInvoice, form: SampleForm): Promise<string> {
  const { app, as } = context;
  const store = app.get(FileStore);
  const bytes = await sampleFile(sample, form);
  const mediaType = form === 'xml' ? 'application/xml' : 'application/pdf';
  const name = `rekins-${sample.number.replaceAll('/', '-')}.${form === 'xml' ? 'xml' : 'pdf'}`;
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
