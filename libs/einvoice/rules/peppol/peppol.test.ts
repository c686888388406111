import fc from 'fast-check';
import { exampleCii, exampleUbl } from '../../examples.ts';
import { fired, spoil } from '../spoil.ts';
import { isBelgian, isGln, isNorwegian, isSwedish } from './check-digits.ts';

const onlyPeppol = (xml: string) =>
  fired(xml, { peppol: true })
    .split(' ')
    .filter((each) => each.startsWith('PEPPOL'))
    .map((each) => each.replace('PEPPOL-EN16931-', ''))
    .join(' ');

describe('UBL', () => {
  test.each<[string | RegExp, string, string]>([
    [/<cbc:EndpointID.*?<\/cbc:EndpointID>/, '', 'R020'],
    [/<cac:TaxTotal>.*<\/cac:TaxTotal>/, '', 'R053'],
    ['<cbc:Note>Par', '<cbc:Note>Otra</cbc:Note><cbc:Note>Par', 'R002'],
    ['<cac:Contact>', '<cbc:X/><cac:Contact>', 'R008'],
    ['2026-10-05', '2026-09-05', 'R110'],
    ['2026-10-06', '2026-11-06', 'R111'],
    ['<cbc:InvoicedQuantity unitCode="H87">10', '<cbc:InvoicedQuantity unitCode="H87">11', 'R120'],
    ['<cbc:MultiplierFactorNumeric>10</cbc:MultiplierFactorNumeric>', '', 'R042'],
    ['<cbc:MultiplierFactorNumeric>10', '<cbc:MultiplierFactorNumeric>11', 'R040'],
    ['>false<', '>0<', 'R043'],
    ['>380<', '>999<', 'P0100'],
    ['<cbc:PaymentMeansCode>58', '<cbc:PaymentMeansCode>59', 'R061'],
    ['schemeID="0218">40003000006</cbc:EndpointID>', 'schemeID="EM">a@b.c</cbc:EndpointID>', 'CL008'],
    ['<cbc:IssueDate>2026-11-02', '<cbc:IssueDate>02.11.2026', 'F001'],
    ['<cbc:BaseAmount currencyID="EUR">6.00', '<cbc:BaseAmount currencyID="EUR">6.01', 'R046'],
    ['<cbc:BaseQuantity unitCode="H87">1', '<cbc:BaseQuantity unitCode="KGM">0', 'R121 R130'],
    [
      '<cbc:DocumentCurrencyCode>',
      '<cbc:TaxCurrencyCode>SEK</cbc:TaxCurrencyCode><cbc:DocumentCurrencyCode>',
      'R054 R055',
    ],
  ])('%s → %s: %s', (from, to, rules) => {
    expect(onlyPeppol(spoil(exampleUbl(), from, to))).toBe(rules);
  });
});

describe('CII', () => {
  test.each<[string | RegExp, string, string]>([
    [/<ram:URIUni.*?<\/ram:URIUniversalCommunication>/, '', 'R020'],
    [/<ram:TaxTotalAmount.*?<\/ram:TaxTotalAmount>/, '', 'R053'],
    ['>false<', '>0<', 'R043'],
    ['ChargeAmount>10.00', 'ChargeAmount>-10.00', 'R120'],
    ['20261102', '2026-11-02', 'F001'],
  ])('%s → %s: %s', (from, to, rules) => {
    expect(onlyPeppol(spoil(exampleCii(), from, to))).toBe(rules);
  });
});

test('Peppol rules speak only when the invoice claims Peppol or someone asks', () => {
  const plain = spoil(
    spoil(exampleUbl(), /(<cbc:CustomizationID>urn:cen.eu:en16931:2017)[^<]*/, '$1'),
    /<cbc:EndpointID.*?<\/cbc:EndpointID>/,
    '',
  );
  expect(fired(plain)).toBe('');
  expect(fired(plain, { peppol: true })).toContain('PEPPOL-EN16931-R020');
});

describe('check digits', () => {
  test.each<[(text: string) => boolean, string, string]>([
    [isGln, '7300010000001', '7300010000002'],
    [isNorwegian, '923609016', '923609017'],
    [isBelgian, '0403170701', '0403170702'],
    [isSwedish, '5561234567', '5561234568'],
  ])('%p', (fits, right, wrong) => {
    expect(fits(right)).toBe(true);
    expect(fits(wrong)).toBe(false);
    expect(fits(` ${right}`)).toBe(false);
  });

  test('of the ten possible last digits of a GLN exactly one is right', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9]{12}$/), (start) => {
        expect('0123456789'.split('').filter((last) => isGln(start + last))).toHaveLength(1);
      }),
    );
  });

  test('a wrong digit shows', () => {
    const endpoint = (number: string) =>
      onlyPeppol(
        spoil(
          exampleUbl(),
          'schemeID="0218">40003000006</cbc:EndpointID>',
          `schemeID="0088">${number}</cbc:EndpointID>`,
        ),
      );
    expect(endpoint('7300010000001')).toBe('');
    expect(endpoint('7300010000002')).toBe('PEPPOL-COMMON-R040');
  });
});
