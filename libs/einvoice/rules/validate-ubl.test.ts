import { exampleInvoice, exampleUbl } from '../examples.ts';
import { fired, spoil } from './spoil.ts';
import { validate } from './validate.ts';

const core = { peppol: false };
const total = (name: string, value: string | null): [RegExp, string] => [
  new RegExp(`(<cac:LegalMonetaryTotal>.*)<cbc:${name} currencyID="EUR">[^<]*</cbc:${name}>`),
  value === null ? '$1' : `$1<cbc:${name} currencyID="EUR">${value}</cbc:${name}>`,
];

test('a faultless invoice has no findings, Peppol or not, as XML or as a model', () => {
  expect(validate(exampleUbl(), core)).toEqual([]);
  expect(validate(exampleUbl(), { peppol: true })).toEqual([]);
  expect(validate(exampleInvoice())).toEqual([]);
});

test('a finding says what, how bad, in both languages, and where', () => {
  expect(validate(spoil(exampleUbl(), '<cbc:ID>LV-2026/118</cbc:ID>', ''))).toEqual([
    {
      rule: 'BR-02',
      severity: 'fatal',
      message: { lv: expect.stringContaining('BT-1'), en: expect.stringContaining('BT-1') },
      location: expect.stringMatching(/Invoice/),
    },
  ]);
});

describe('what must be there', () => {
  test.each<[string | RegExp, string]>([
    [/<cbc:CustomizationID>.*?<\/cbc:CustomizationID>/, 'BR-01'],
    ['<cbc:ID>LV-2026/118</cbc:ID>', 'BR-02'],
    [/<cbc:IssueDate>.*?<\/cbc:IssueDate>/, 'BR-03'],
    ['<cbc:InvoiceTypeCode>380</cbc:InvoiceTypeCode>', 'BR-04'],
    [/<cbc:RegistrationName>SIA.*?<\/cbc:RegistrationName>/, 'BR-06'],
    [/<cac:PostalAddress>.*?<\/cac:PostalAddress>/, 'BR-08'],
    [/<cac:Country>.*?<\/cac:Country>/, 'BR-09'],
    [/<cac:InvoiceLine>.*<\/cac:InvoiceLine>/, 'BR-16 BR-CO-10 BR-S-08×2'],
    [' unitCode="HUR"', 'BR-23'],
    [/<cbc:PriceAmount currencyID="EUR">10.00<\/cbc:PriceAmount>/, 'BR-26 BR-27'],
    ['<cbc:AllowanceChargeReason>Pastāvīga klienta atlaide</cbc:AllowanceChargeReason>', 'BR-33 BR-CO-21'],
    ['<cbc:PaymentMeansCode>58</cbc:PaymentMeansCode>', 'BR-49'],
    ['<cbc:ID>LV80BANK0000435195001</cbc:ID>', 'BR-50 BR-61'],
    ['<cbc:Name>Iela</cbc:Name>', 'BR-54'],
    [' schemeID="0160"', 'BR-64'],
    [' listID="STI"', 'BR-65'],
    [/<cac:TaxTotal>.*<\/cac:TaxTotal>/, 'BR-CO-15 BR-CO-18 BR-S-01'],
    [/<cac:PartyTaxScheme>.*?<\/cac:PartyTaxScheme>/, 'BR-S-02 BR-S-03 BR-S-04'],
    [/<cac:Item>.*?<\/cac:Item>/, 'BR-25 BR-CO-04 BR-S-08 UBL-SR-48'],
  ])('without %s: %s', (gone, rules) => {
    expect(fired(spoil(exampleUbl(), gone, ''), core)).toBe(rules);
  });
});

describe('totals', () => {
  test.each<[string, string, string]>([
    ['LineExtensionAmount', 'BR-CO-10 BR-CO-13 BR-DEC-09', 'BR-12 BR-CO-10 BR-CO-13'],
    ['TaxExclusiveAmount', 'BR-CO-13 BR-CO-15 BR-DEC-12', 'BR-13 BR-CO-13 BR-CO-15'],
    ['TaxInclusiveAmount', 'BR-CO-15 BR-CO-16 BR-DEC-14', 'BR-14 BR-CO-15 BR-CO-16'],
    ['PayableAmount', 'BR-CO-16 BR-DEC-18', 'BR-15 BR-CO-16'],
    ['PrepaidAmount', 'BR-CO-16 BR-DEC-16', 'BR-CO-16'],
    ['AllowanceTotalAmount', 'BR-CO-11 BR-CO-13 BR-DEC-10', 'BR-CO-11 BR-CO-13'],
    ['ChargeTotalAmount', 'BR-CO-12 BR-CO-13 BR-DEC-11', 'BR-CO-12 BR-CO-13'],
  ])('%s wrong: %s; missing: %s', (name, wrong, missing) => {
    const find = new RegExp(total(name, null)[0].source.replace('.*', '(?:(?!</cac:LegalMonetaryTotal>).)*?'));
    const to = `$1<cbc:${name} currencyID="EUR">999.999</cbc:${name}>`;
    expect(fired(spoil(exampleUbl(), find, to), core)).toBe(`${wrong} UBL-DT-01`);
    expect(fired(spoil(exampleUbl(), find, '$1'), core)).toBe(missing);
  });

  test.each([
    ['VAT a cent short', '>72.45<', '>72.44<', 'BR-CO-14'],
    ['VAT a whole unit off', '>72.45<', '>73.45<', 'BR-CO-14 BR-CO-17 BR-S-09'],
    ['a taxable amount less than a unit off', '>345.00<', '>345.99<', ''],
    ['a taxable amount a unit off', '>345.00<', '>346.00<', 'BR-S-08'],
  ])('%s', (_, from, to, rules) => {
    expect(fired(spoil(exampleUbl(), from, to), core)).toBe(rules);
  });

  test('arithmetic is exact where floating point is not', () => {
    const invoice = exampleInvoice();
    const line = invoice.lines[0]!;
    const { allowances: _, charges: __, withoutVat: ___, ...totals } = invoice.totals;
    const cent = { ...line, quantity: '1', netAmount: '0.10', price: { net: '0.10' } };
    const lines = Array.from({ length: 3 }, (____, at) => ({ ...cent, id: String(at) }));
    const sums = { ...totals, lines: '0.30', withoutVat: '0.30', vat: '0.06', withVat: '0.36', due: '0.36' };
    delete (sums as Partial<typeof sums>).prepaid;
    const vatBreakdown = [{ taxableAmount: '0.30', taxAmount: '0.06', category: 'S', rate: '21' }];
    expect(validate({ ...invoice, lines, allowances: [], charges: [], totals: sums, vatBreakdown })).toEqual([]);
  });
});

describe('VAT categories: standard rate lines under another category', () => {
  test.each([
    ['Z', 'BR-Z-01 BR-Z-05×2 BR-Z-06 BR-Z-07 BR-Z-08×2 BR-Z-09×2'],
    ['E', 'BR-E-01 BR-E-05×2 BR-E-06 BR-E-07 BR-E-08×2 BR-E-09×2 BR-E-10×2'],
    ['AE', 'BR-AE-01 BR-AE-05×2 BR-AE-06 BR-AE-07 BR-AE-08×2 BR-AE-09×2 BR-AE-10×2'],
    ['K', 'BR-IC-01 BR-IC-05×2 BR-IC-06 BR-IC-07 BR-IC-08×2 BR-IC-09×2 BR-IC-10×2 BR-IC-12'],
    ['G', 'BR-G-01 BR-G-05×2 BR-G-06 BR-G-07 BR-G-08×2 BR-G-09×2 BR-G-10×2'],
    ['O', 'BR-O-01 BR-O-02 BR-O-03 BR-O-04 BR-O-05×2 BR-O-06 BR-O-07 BR-O-08×2 BR-O-09×2 BR-O-10×2'],
    ['L', ''],
    ['M', ''],
    ['B', 'BR-B-01'],
  ])('%s: %s', (category, rules) => {
    expect(fired(spoil(exampleUbl(), /<cbc:ID>S<\/cbc:ID>/g, `<cbc:ID>${category}</cbc:ID>`), core)).toBe(rules);
  });

  test('rate nought is no standard rate', () => {
    const xml = spoil(exampleUbl(), /<cbc:Percent>21<\/cbc:Percent>/g, '<cbc:Percent>0</cbc:Percent>');
    expect(fired(xml, core)).toBe('BR-CO-17 BR-S-05 BR-S-06 BR-S-07 BR-S-09');
  });
});

describe('code lists and dates', () => {
  test.each<[string, string, string]>([
    ['>380<', '>999<', 'BR-CL-01'],
    ['>LV</cbc:Iden', '>XX</cbc:Iden', 'BR-CL-14'],
    ['unitCode="HUR"', 'unitCode="xx"', 'BR-CL-23'],
    ['schemeID="0160"', 'schemeID="9999"', 'BR-CL-21'],
    ['listID="STI"', 'listID="XX"', 'BR-CL-13'],
    ['<cbc:PaymentMeansCode>58', '<cbc:PaymentMeansCode>999', 'BR-CL-16'],
    ['>LV40003000006<', '>QQ40003000006<', 'BR-CO-09'],
    ['<cbc:EndDate>2026-10-31', '<cbc:EndDate>2026-09-30', 'BR-29'],
    ['<cbc:EndDate>2026-10-06', '<cbc:EndDate>2026-10-04', 'BR-30'],
    ['<cbc:Note>Par', '<cbc:Note>#QQQ#Par', 'BR-CL-08'],
  ])('%s → %s: %s', (from, to, rules) => {
    expect(fired(spoil(exampleUbl(), from, to), core)).toBe(rules);
  });
});

describe('the data-type check comes first, and rules that would compute with nonsense stay silent', () => {
  test.each([
    ['>400.00</cbc:PayableAmount>', '>400,00</cbc:PayableAmount>', 'DT-NUMBER'],
    ['>400.00</cbc:PayableAmount>', '>NaN</cbc:PayableAmount>', 'DT-NUMBER'],
    ['>72.45<', `>${'9'.repeat(200)}<`, 'DT-NUMBER'],
    ['<cbc:IssueDate>2026-11-02', '<cbc:IssueDate>02.11.2026', 'DT-DATE'],
    ['<cbc:IssueDate>2026-11-02', '<cbc:IssueDate>2026-02-30', 'DT-DATE'],
    ['<cbc:IssueDate>2026-11-02', '<cbc:IssueDate>2026-11-02+15:00', 'DT-DATE'],
    ['<cbc:EndDate>2026-10-31', '<cbc:EndDate>\u00a02026-10-31', 'DT-DATE'],
    ['>false<', '>maybe<', 'DT-BOOLEAN'],
  ])('%s → %s: %s', (from, to, rules) => {
    expect(fired(spoil(exampleUbl(), from, to), core)).toBe(rules);
  });
});

test('a no-break space is no blank', () => {
  const outside = spoil(
    exampleUbl(),
    /(<cac:TaxSubtotal>.*?<cbc:ID>)S(<\/cbc:ID>)<cbc:Percent>.*?<\/cbc:Percent>/s,
    '$1\u00a0O$2',
  );
  expect(fired(outside, core)).toContain('BR-48');
  expect(fired(spoil(outside, '\u00a0O', ' O'), core)).not.toContain('BR-48');
});

test('what EN 16931 does not read need not be a number', () => {
  expect(
    fired(spoil(exampleUbl(), '<cac:TaxCategory>', '<cac:TaxCategory><cbc:PerUnitAmount>x</cbc:PerUnitAmount>'), core),
  ).toBe('UBL-CR-479');
});

test('of two amounts due nobody knows which is due', () => {
  const twice = spoil(exampleUbl(), /<cbc:PayableAmount.*?<\/cbc:PayableAmount>/, '$&$&');
  expect(validate(twice, core).map(({ rule, severity, location }) => [rule, severity, location])).toEqual([
    ['DT-REPEATED', 'fatal', '/ubl:Invoice/cac:LegalMonetaryTotal/cbc:PayableAmount[2]'],
  ]);
  expect(fired(spoil(exampleUbl(), /<cac:InvoiceLine>.*?<\/cac:InvoiceLine>/s, '$&$&'), core)).not.toContain('DT-');
});

describe('elements that an invoice has no place for are warnings', () => {
  test('each with its own rule', () => {
    const xml = spoil(
      exampleUbl(),
      '<cbc:IssueDate>',
      '<cbc:UUID>1</cbc:UUID><cbc:IssueTime>1</cbc:IssueTime><cbc:IssueDate>',
    );
    expect(validate(xml).map(({ rule, severity }) => `${rule} ${severity}`)).toEqual([
      'UBL-CR-005 warning',
      'UBL-CR-006 warning',
    ]);
  });

  test('an attachment without its file name or type', () => {
    const attached = (attributes: string) =>
      fired(
        spoil(
          exampleUbl(),
          '<cac:AccountingSupplierParty>',
          `<cac:AdditionalDocumentReference><cbc:ID>1</cbc:ID><cac:Attachment><cbc:EmbeddedDocumentBinaryObject${attributes}>AA==</cbc:EmbeddedDocumentBinaryObject></cac:Attachment></cac:AdditionalDocumentReference><cac:AccountingSupplierParty>`,
        ),
        core,
      );
    expect(attached(' mimeCode="text/csv" filename="a.csv"')).toBe('');
    expect(attached(' filename="a.csv"')).toBe('UBL-DT-06');
    expect(attached(' mimeCode="text/csv"')).toBe('UBL-DT-07');
  });

  test('what may be there once is fatal twice', () => {
    const twice = '<cac:PaymentTerms><cbc:Note>a</cbc:Note><cbc:Note>b</cbc:Note></cac:PaymentTerms>';
    expect(fired(spoil(exampleUbl(), '<cac:LegalMonetaryTotal>', `${twice}<cac:LegalMonetaryTotal>`), core)).toBe(
      'UBL-SR-05',
    );
  });
});

describe('groups', () => {
  test.each<[string, string, string, string]>([
    ['an empty payee', '<cac:AccountingCustomerParty>', '<cac:PayeeParty/>', 'BR-17 UBL-SR-19 UBL-SR-20 UBL-SR-21'],
    [
      'an empty tax representative',
      '<cac:PaymentMeans>',
      '<cac:TaxRepresentativeParty><cac:PostalAddress/></cac:TaxRepresentativeParty>',
      'BR-18 BR-20 BR-56',
    ],
    [
      'a delivery to nowhere',
      '<cac:PaymentMeans>',
      '<cac:Delivery><cac:DeliveryLocation><cbc:ID schemeID="QQ">1</cbc:ID><cac:Address/></cac:DeliveryLocation></cac:Delivery>',
      'BR-57 BR-CL-26',
    ],
    [
      'a VAT currency without its total',
      '<cbc:DocumentCurrencyCode>',
      '<cbc:TaxCurrencyCode>SEK</cbc:TaxCurrencyCode>',
      'BR-53',
    ],
  ])('%s: %4$s', (_, before, inserted, rules) => {
    expect(fired(spoil(exampleUbl(), before, `${inserted}${before}`), core)).toBe(rules);
  });
});
