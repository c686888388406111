import { exampleCii, exampleInvoice } from '../../../examples.ts';
import type { Invoice } from '../../../model/invoice.ts';
import { writeUbl } from '../../../model/write-ubl.ts';
import { fired } from '../../spoil.ts';

/** An invoice between two parties of a country, changed in one thing, and the national rules that speak. */
function national(country: string, change: (invoice: Invoice) => unknown = () => undefined): string {
  const invoice = exampleInvoice();
  for (const party of [invoice.seller, invoice.buyer]) {
    party.address!.country = country;
    delete party.vatNumber;
  }
  invoice.seller.taxNumber = 'NUMURS12345';
  change(invoice);
  return ofCountry(fired(writeUbl(invoice), { peppol: true }));
}

const ofCountry = (rules: string): string =>
  rules
    .split(' ')
    .filter((rule) => /^(DE|DK|GR|IS|IT|NL|NO|SE)-/.test(rule))
    .join(' ');

test('a Latvian invoice meets no national rule', () => {
  expect(national('LV')).toBe('');
});

test('a seller whose country is given twice is of no country, as for the official rules of UBL', () => {
  const invoice = exampleInvoice();
  for (const party of [invoice.seller, invoice.buyer]) {
    party.address!.country = 'DK';
    delete party.vatNumber;
  }
  invoice.seller.taxNumber = 'NUMURS12345';
  const twice = writeUbl(invoice).replace(/<cac:Country>.*?<\/cac:Country>/s, '$&$&');
  expect(ofCountry(fired(twice, { peppol: true }))).toBe('');
});

/** The registration numbers of the example are Latvian, so some rules speak before anything is changed. */
test.each<[string, string]>([
  ['DE', ''],
  ['DK', 'DK-R-014'],
  [
    'GR',
    'GR-R-001-1 GR-R-001-2 GR-R-001-3 GR-R-001-4 GR-R-001-5 GR-R-001-6 GR-R-001-7 GR-R-002 GR-R-004-1 GR-R-005 GR-R-006 GR-R-009 GR-R-010 GR-S-008-1 GR-S-011',
  ],
  ['IS', 'IS-R-002 IS-R-004'],
  ['IT', ''],
  ['NL', 'NL-R-003 NL-R-005'],
  ['NO', 'NO-R-002'],
  ['SE', 'SE-R-004 SE-R-005 SE-R-013'],
])('%s: as it stands', (country, rules) => {
  expect(national(country)).toBe(rules);
});

describe('one thing spoilt', () => {
  test.each<[string, string, (invoice: Invoice) => unknown, string]>([
    ['DE', 'no contact', (invoice) => delete invoice.seller.contact, 'DE-R-002'],
    ['DE', 'no city', (invoice) => delete invoice.seller.address!.city, 'DE-R-003'],
    ['DE', 'no post code', (invoice) => delete invoice.seller.address!.postCode, 'DE-R-004'],
    ['DE', 'no name of the contact', ({ seller }) => delete seller.contact!.name, 'DE-R-005'],
    ['DE', 'no telephone', ({ seller }) => delete seller.contact!.phone, 'DE-R-006 DE-R-027'],
    ['DE', 'no e-mail', ({ seller }) => delete seller.contact!.email, 'DE-R-007 DE-R-028'],
    ['DE', 'two digits', ({ seller }) => (seller.contact!.phone = 'tālr. 12'), 'DE-R-027'],
    ['DE', 'an address without @', ({ seller }) => (seller.contact!.email = 'a.b.c'), 'DE-R-028'],
    ['DE', "buyer's city", ({ buyer }) => delete buyer.address!.city, 'DE-R-008'],
    ['DE', "buyer's post code", ({ buyer }) => delete buyer.address!.postCode, 'DE-R-009'],
    ['DE', 'delivery', (invoice) => (invoice.delivery = { address: { country: 'DE' } }), 'DE-R-010 DE-R-011'],
    ['DE', 'no buyer reference', (invoice) => delete invoice.buyerReference, 'DE-R-015'],
    ['DE', 'a type seldom used', (invoice) => (invoice.typeCode = '393'), 'DE-R-017'],
    ['DE', 'a corrected invoice', (invoice) => (invoice.typeCode = '384'), 'DE-R-026'],
    ['DE', 'a discount in words', (invoice) => (invoice.paymentTerms = '#SKONTO 2 %#\n'), 'DE-R-018'],
    ['DE', 'a discount as agreed', (invoice) => (invoice.paymentTerms = '#SKONTO#TAGE=7#PROZENT=2.00#\n'), ''],
    [
      'DE',
      'a discount after other signs',
      (invoice) => (invoice.paymentTerms = '#2#SKONTO#TAGE=7#PROZENT=2.00#\n'),
      '',
    ],
    [
      'DE',
      'a discount without the line break',
      (invoice) => (invoice.paymentTerms = '#SKONTO#TAGE=7#PROZENT=2.00#'),
      'DE-R-018',
    ],
    ['DE', 'a wrong IBAN', ({ payment }) => (payment!.accounts = [{ id: 'DE00' }]), 'DE-R-019'],
    ['DE', 'no account', ({ payment }) => (payment!.accounts = []), 'DE-R-019 DE-R-023-1'],
    ['DE', 'a card', ({ payment }) => (payment!.meansCode = '48'), 'DE-R-024-1 DE-R-024-2'],
    ['DE', 'a direct debit', ({ payment }) => (payment!.meansCode = '59'), 'DE-R-020 DE-R-025-1 DE-R-025-2'],
    ['DE', 'no payment', (invoice) => delete invoice.payment, 'DE-R-001'],
    ['DK', 'no number', ({ seller }) => delete seller.registrationNumber, 'DK-R-002'],
    ['DK', 'means 30', ({ payment }) => (payment!.meansCode = '30'), 'DK-R-005 DK-R-014'],
    ['DK', 'means 31', ({ payment }) => (payment!.meansCode = '31'), 'DK-R-014'],
    ['DK', 'giro', ({ payment }) => (payment!.meansCode = '50'), 'DK-R-008 DK-R-014'],
    ['DK', 'FIK', ({ payment }) => (payment!.meansCode = '93'), 'DK-R-010 DK-R-014'],
    ['DK', 'a party without scheme', ({ buyer }) => (buyer.identifiers = [{ value: '1' }]), 'DK-R-013 DK-R-014'],
    ['DK', 'another tax', ({ charges }) => (charges[0]!.reasonCode = 'ZZZ'), 'DK-R-004 DK-R-014'],
    [
      'DK',
      'another tax, named',
      ({ charges }) => Object.assign(charges[0]!, { reasonCode: 'ZZZ', reason: '3247#x' }),
      'DK-R-014',
    ],
    ['IS', 'no street', ({ buyer }) => delete buyer.address!.line1, 'IS-R-002 IS-R-004 IS-R-005'],
    ['IS', 'means 42', ({ payment }) => (payment!.meansCode = '42'), 'IS-R-002 IS-R-004 IS-R-007'],
    ['IS', 'type 326', (invoice) => (invoice.typeCode = '326'), 'IS-R-001 IS-R-002 IS-R-004'],
    ['IT', 'no street', ({ seller }) => delete seller.address!.line1, 'IT-R-002'],
    ['IT', 'a short tax number', ({ seller }) => (seller.taxNumber = 'ABC'), 'IT-R-001'],
    ['NL', 'an incomplete address', ({ seller }) => delete seller.address!.city, 'NL-R-002 NL-R-003 NL-R-005'],
    ['NL', 'means 31', ({ payment }) => (payment!.meansCode = '31'), 'NL-R-003 NL-R-005 NL-R-008'],
    ['NL', 'no payment', (invoice) => delete invoice.payment, 'NL-R-003 NL-R-005 NL-R-007'],
    ['NO', 'a VAT number without MVA', ({ seller }) => (seller.vatNumber = 'NO923609016'), 'NO-R-001 NO-R-002'],
    ['NO', 'a right VAT number', ({ seller }) => (seller.vatNumber = 'NO923609016MVA'), 'NO-R-002'],
    [
      'SE',
      'a short VAT number',
      ({ seller }) => (seller.vatNumber = 'SE1'),
      'SE-R-001 SE-R-004 SE-R-005 SE-R-006×6 SE-R-013',
    ],
    ['SE', 'approved for F tax', ({ seller }) => (seller.taxNumber = 'Godkänd för F-skatt'), 'SE-R-004 SE-R-013'],
    ['SE', 'Bankgiro as means 56', ({ payment }) => (payment!.meansCode = '56'), 'SE-R-004 SE-R-005 SE-R-011 SE-R-013'],
    ['SE', 'means 31', ({ payment }) => (payment!.meansCode = '31'), 'SE-R-004 SE-R-005 SE-R-012 SE-R-013'],
  ])('%s: %s', (country, _, change, rules) => {
    expect(national(country, change)).toBe(rules);
  });
});

describe('CII', () => {
  const inCii = (country: string) =>
    ofCountry(fired(exampleCii().replace(/<ram:CountryID>LV</g, `<ram:CountryID>${country}<`), { peppol: true }));

  test.each([
    ['LV', ''],
    ['DE', ''],
    ['DK', 'DK-R-014'],
    ['IT', ''],
    ['NL', 'NL-R-003 NL-R-005'],
    ['NO', 'NO-R-002'],
    ['SE', 'SE-R-004 SE-R-013'],
  ])('%s', (country, rules) => {
    expect(inCii(country)).toBe(rules);
  });
});
