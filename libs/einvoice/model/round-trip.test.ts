import fc from 'fast-check';
import { exampleCii, exampleInvoice, exampleUbl } from '../examples.ts';
import { parseTree } from '../xml/tree.ts';
import type * as m from './invoice.ts';
import { parseInvoice } from './parse-invoice.ts';
import { writeUbl } from './write-ubl.ts';

/** Any text without blanks around it; characters that XML cannot hold are left out. */
const text = fc
  .oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }),
    fc.constantFrom('<&">\'', ']]>', 'a\r\nb\tc', '#A#', '-0.10', '2026-11-02'),
  )
  .map((each) => each.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '').trim()) // oxlint-disable-line no-control-regex
  .filter((each) => each !== '');

type Fields<T> = { [K in keyof T]-?: fc.Arbitrary<NonNullable<T[K]>> };

/** An object with any of the fields left out, except those named. */
const some = <T extends object, K extends keyof T = never>(fields: Fields<T>, ...required: K[]): fc.Arbitrary<T> =>
  fc.record(fields as never, { requiredKeys: required as never, noNullPrototype: true }) as unknown as fc.Arbitrary<T>;
const filled = <T extends object>(object: fc.Arbitrary<T>) => object.filter((each) => Object.keys(each).length > 0);
const few = <T>(each: fc.Arbitrary<T>) => fc.array(each, { maxLength: 3 });

const identifier = some<m.Identifier, 'value'>(
  { value: text, scheme: text.filter((each) => each.toUpperCase() !== 'SEPA') },
  'value',
);
const address = filled(
  some<m.Address>({ line1: text, line2: text, line3: text, city: text, postCode: text, region: text, country: text }),
);
const party = some<m.Party, 'identifiers'>(
  {
    name: text,
    tradingName: text,
    identifiers: few(identifier),
    registrationNumber: text,
    registrationScheme: text,
    vatNumber: text,
    taxNumber: text,
    legalForm: text,
    electronicAddress: identifier,
    address,
    contact: filled(some<m.Contact>({ name: text, phone: text, email: text })),
  },
  'identifiers',
).map(consistentScheme);
const period = filled(some<m.Period>({ start: text, end: text }));
const adjustment = some<m.AllowanceOrCharge>({
  amount: text,
  baseAmount: text,
  percentage: text,
  vatCategory: text,
  vatRate: text,
  reason: text,
  reasonCode: text,
});
/** A line's allowance has no VAT of its own. */
const lineAdjustment = adjustment.map((each): m.AllowanceOrCharge => {
  const { vatCategory: _category, vatRate: _rate, ...rest } = each;
  return rest;
});

const line = some<m.InvoiceLine, 'allowances' | 'charges' | 'price' | 'item'>(
  {
    id: text,
    note: text,
    invoicedObject: identifier,
    quantity: text,
    unit: text,
    netAmount: text,
    orderLine: text,
    accountingReference: text,
    period,
    allowances: few(lineAdjustment),
    charges: few(lineAdjustment),
    price: some<m.Price>({ net: text, discount: text, gross: text, baseQuantity: text, baseUnit: text }).map(
      ({ baseUnit, ...price }): m.Price => (price.baseQuantity && baseUnit ? { ...price, baseUnit } : price),
    ),
    vatCategory: text,
    vatRate: text,
    item: some<m.Item, 'classifications' | 'attributes'>(
      {
        name: text,
        description: text,
        sellerId: text,
        buyerId: text,
        standardId: identifier,
        classifications: few(some<m.Classification, 'code'>({ code: text, list: text, version: text }, 'code')),
        originCountry: text,
        attributes: few(some<{ name?: string; value?: string }>({ name: text, value: text })),
      },
      'classifications',
      'attributes',
    ),
  },
  'allowances',
  'charges',
  'price',
  'item',
).map(({ unit, ...rest }): m.InvoiceLine => (rest.quantity && unit ? { ...rest, unit } : rest));

const payment = some<m.Payment, 'meansCode' | 'accounts'>(
  {
    meansCode: text,
    meansText: text,
    reference: text,
    accounts: few(some<m.PaymentAccount>({ id: text, name: text, bic: text })),
    card: some<{ number?: string; holder?: string }>({ number: text, holder: text }),
    directDebit: filled(some<m.DirectDebit>({ mandate: text, creditor: text, debitedAccount: text })),
  },
  'meansCode',
  'accounts',
);

const invoice = some<m.Invoice, keyof m.Invoice & ('document' | ListsAndGroups)>(
  {
    document: fc.constantFrom('Invoice', 'CreditNote'),
    specification: text,
    businessProcess: text,
    number: text,
    issueDate: text,
    typeCode: text,
    currency: text,
    taxCurrency: text,
    taxPointDate: text,
    taxPointCode: text,
    dueDate: text,
    buyerReference: text,
    projectReference: text,
    contractReference: text,
    orderReference: text,
    salesOrderReference: text,
    receivingAdviceReference: text,
    despatchAdviceReference: text,
    tenderReference: text,
    invoicedObject: identifier,
    accountingReference: text,
    paymentTerms: text,
    notes: few(some<m.Note, 'text'>({ subjectCode: fc.stringMatching(/^[A-Z0-9]{3}$/), text }, 'text')),
    precedingInvoices: few(some<m.PrecedingInvoice>({ number: text, issueDate: text })),
    seller: party,
    buyer: party,
    payee: filled(
      some<m.Payee>({ name: text, identifier, registrationNumber: text, registrationScheme: text }).map(
        consistentScheme,
      ),
    ),
    taxRepresentative: filled(some<m.TaxRepresentative>({ name: text, vatNumber: text, address })),
    delivery: filled(some<m.Delivery>({ name: text, location: identifier, date: text, address })),
    period,
    payment,
    allowances: few(adjustment),
    charges: few(adjustment),
    totals: some<m.Totals>({
      lines: text,
      allowances: text,
      charges: text,
      withoutVat: text,
      vat: text,
      vatInTaxCurrency: text,
      withVat: text,
      prepaid: text,
      rounding: text,
      due: text,
    }),
    vatBreakdown: few(
      some<m.VatBreakdown>({
        taxableAmount: text,
        taxAmount: text,
        category: text,
        rate: text,
        exemptionReason: text,
        exemptionCode: text,
      }),
    ),
    attachments: few(
      some<m.Attachment>({
        reference: text,
        description: text,
        uri: text,
        file: some<NonNullable<m.Attachment['file']>, 'base64'>(
          { mimeType: text, fileName: text, base64: fc.base64String({ minLength: 4 }) },
          'base64',
        ),
      }),
    ),
    lines: few(line),
  },
  'document',
  'notes',
  'precedingInvoices',
  'seller',
  'buyer',
  'allowances',
  'charges',
  'totals',
  'vatBreakdown',
  'attachments',
  'lines',
);
type ListsAndGroups =
  | 'notes'
  | 'precedingInvoices'
  | 'seller'
  | 'buyer'
  | 'allowances'
  | 'charges'
  | 'totals'
  | 'vatBreakdown'
  | 'attachments'
  | 'lines';

/** A scheme belongs to a number; alone it has no place to stand. */
function consistentScheme<T extends { registrationNumber?: string; registrationScheme?: string }>(one: T): T {
  if (!one.registrationNumber) delete one.registrationScheme;
  return one;
}

test('whatever the model holds, written as UBL it reads back the same', () => {
  fc.assert(
    fc.property(invoice, (each) => {
      const xml = writeUbl(each);
      expect(parseTree(xml).size).toBeGreaterThan(1);
      expect(parseInvoice(xml)).toEqual(each);
    }),
    { numRuns: 200 },
  );
});

test('what XML cannot hold is replaced, never written', () => {
  const xml = writeUbl({ ...exampleInvoice(), number: 'a\u0000b\uD800c' });
  expect(parseInvoice(xml).number).toBe('a\uFFFDb\uFFFDc');
});

test('the terms of an invoice are read from UBL', () => {
  expect(parseInvoice(exampleUbl())).toEqual(exampleInvoice());
});

test('the same terms are read from CII', () => {
  const read = parseInvoice(exampleCii());
  expect(read).toMatchObject({
    document: 'Invoice',
    number: 'C-7',
    issueDate: '2026-11-02',
    dueDate: '2026-12-02',
    typeCode: '380',
    currency: 'EUR',
    buyerReference: 'R-1',
    seller: { name: 'SIA Ceļš', registrationNumber: '40003000006', vatNumber: 'LV40003000006' },
    buyer: { name: 'Novads', electronicAddress: { value: '90000000008', scheme: '0218' } },
    period: { start: '2026-10-01', end: '2026-10-31' },
    payment: { meansCode: '58', reference: 'C-7', accounts: [{ id: 'LV80BANK0000435195001' }] },
    allowances: [{ amount: '10.00', reason: 'Atlaide', vatCategory: 'S', vatRate: '21' }],
    charges: [{ amount: '5.00', reason: 'Piegāde' }],
    totals: {
      lines: '400.00',
      allowances: '10.00',
      charges: '5.00',
      withoutVat: '395.00',
      vat: '73.95',
      withVat: '468.95',
      prepaid: '68.95',
      due: '400.00',
    },
    vatBreakdown: [
      { taxableAmount: '345.00', taxAmount: '72.45', category: 'S', rate: '21' },
      { taxableAmount: '50.00', taxAmount: '1.50', category: 'S', rate: '3' },
    ],
  });
  expect(read.lines).toHaveLength(2);
  expect(read.lines[1]).toMatchObject({
    id: '2',
    quantity: '10',
    unit: 'H87',
    netAmount: '50.00',
    price: { net: '5.00' },
    vatRate: '3',
    item: { name: 'Ceļa zīme' },
  });
});

test('CII read into the model and written as UBL keeps every term', () => {
  const read = parseInvoice(exampleCii());
  expect(parseInvoice(writeUbl(read))).toEqual(read);
});

test('prefixes do not matter', () => {
  const renamed = exampleUbl()
    .replace(/(<\/?|xmlns:)cbc\b/g, '$1x')
    .replace(/(<\/?|xmlns:)cac\b/g, '$1y');
  expect(renamed).toContain('<x:ID>');
  expect(parseInvoice(renamed)).toEqual(exampleInvoice());
});

test('a credit note with nothing but a due date has no payment instructions', () => {
  const { payment: _, ...rest } = exampleInvoice();
  const credit: m.Invoice = { ...rest, document: 'CreditNote', typeCode: '381' };
  expect(parseInvoice(writeUbl(credit))).toEqual(credit);
});
