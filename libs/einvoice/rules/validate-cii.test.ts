import { exampleCii } from '../examples.ts';
import { fired, spoil } from './spoil.ts';
import { validate } from './validate.ts';

const core = { peppol: false };

test('a faultless invoice has no findings, Peppol or not', () => {
  expect(validate(exampleCii(), core)).toEqual([]);
  expect(validate(exampleCii(), { peppol: true })).toEqual([]);
});

describe('what must be there', () => {
  test.each<[string | RegExp, string]>([
    [/<ram:GuidelineSpec.*?<\/ram:GuidelineSpecifiedDocumentContextParameter>/, 'BR-01 CII-SR-009 CII-SR-010'],
    ['<ram:ID>C-7</ram:ID>', 'BR-02'],
    [/<ram:IssueDateTime>.*?<\/ram:IssueDateTime>/, 'BR-03'],
    ['<ram:Name>SIA Ceļš</ram:Name>', 'BR-06'],
    [/<ram:PostalTradeAddress>[\s\S]*?<\/ram:PostalTradeAddress>/, 'BR-08 BR-09'],
    ['<ram:CountryID>LV</ram:CountryID>', 'BR-09'],
    [/<ram:IncludedSupply[\s\S]*<\/ram:IncludedSupplyChainTradeLineItem>/, 'BR-16 BR-CO-10 BR-S-08×2'],
    [/<ram:ApplicableTradeTax><ram:Calc.*Percent><\/ram:ApplicableTradeTax>/, 'BR-CO-14 BR-CO-18×2'],
    [/<ram:TaxTotalAmount.*?<\/ram:TaxTotalAmount>/, 'BR-CO-15'],
    [/<ram:SpecifiedTaxRegistration>.*?<\/ram:SpecifiedTaxRegistration>/, 'BR-S-02×2 BR-S-03 BR-S-04'],
    ['<ram:ChargeAmount>10.00</ram:ChargeAmount>', 'BR-26 BR-27 CII-SR-439'],
    [' unitCode="H87"', 'BR-23'],
    ['<ram:IBANID>LV80BANK0000435195001</ram:IBANID>', 'BR-50 BR-61 CII-SR-470'],
    ['<ram:TypeCode>58</ram:TypeCode>', 'BR-49'],
    ['<ram:Reason>Atlaide</ram:Reason>', 'BR-33 BR-CO-21'],
  ])('without %s: %s', (gone, rules) => {
    expect(fired(spoil(exampleCii(), gone, ''), core)).toBe(rules);
  });
});

describe('totals', () => {
  test.each<[string, string, string]>([
    ['LineTotalAmount', 'BR-CO-10 BR-CO-13 BR-DEC-09', 'BR-12 BR-CO-10 BR-CO-13'],
    ['TaxBasisTotalAmount', 'BR-CO-13 BR-CO-15 BR-DEC-12', 'BR-13 BR-CO-13 BR-CO-15'],
    ['GrandTotalAmount', 'BR-CO-15 BR-CO-16 BR-DEC-14', 'BR-14 BR-CO-15 BR-CO-16'],
    ['DuePayableAmount', 'BR-CO-16 BR-DEC-18', 'BR-15 BR-CO-16'],
    ['TotalPrepaidAmount', 'BR-CO-16 BR-DEC-16', 'BR-CO-16'],
    ['AllowanceTotalAmount', 'BR-CO-11 BR-CO-13 BR-DEC-10', 'BR-CO-11 BR-CO-13'],
    ['ChargeTotalAmount', 'BR-CO-12 BR-CO-13 BR-DEC-11', 'BR-CO-12 BR-CO-13'],
  ])('%s wrong: %s; missing: %s', (name, wrong, missing) => {
    const find = new RegExp(`(HeaderMonetarySummation>.*)<ram:${name}>[^<]*</ram:${name}>`);
    expect(fired(spoil(exampleCii(), find, `$1<ram:${name}>999.999</ram:${name}>`), core)).toBe(wrong);
    expect(fired(spoil(exampleCii(), find, '$1'), core)).toBe(missing);
  });

  test('a taxable amount must be exact, unlike in UBL', () => {
    expect(fired(spoil(exampleCii(), '>345.00<', '>345.01<'), core)).toBe('BR-S-08');
  });
});

describe('VAT categories: standard rate lines under another category', () => {
  test.each([
    ['Z', 'BR-Z-01 BR-Z-05×2 BR-Z-06 BR-Z-07 BR-Z-08×2 BR-Z-09×2'],
    ['K', 'BR-IC-01 BR-IC-05×2 BR-IC-06 BR-IC-07 BR-IC-08×2 BR-IC-09×2 BR-IC-10×2 BR-IC-12×2'],
    ['O', 'BR-O-01 BR-O-02×2 BR-O-03 BR-O-04 BR-O-05×2 BR-O-06 BR-O-07 BR-O-08×2 BR-O-09×2 BR-O-10×2'],
    ['B', 'BR-B-01'],
  ])('%s: %s', (category, rules) => {
    expect(fired(spoil(exampleCii(), /CategoryCode>S</g, `CategoryCode>${category}<`), core)).toBe(rules);
  });
});

describe('codes, dates, numbers, yes and no', () => {
  test.each<[string, string, string]>([
    ['>380<', '>999<', 'BR-CL-01'],
    ['<ram:CountryID>LV', '<ram:CountryID>XX', 'BR-CL-14'],
    ['unitCode="H87"', 'unitCode="xx"', 'BR-CL-23'],
    ['20261031</udt:DateTimeString></ram:EndDateTime>', '20260930</udt:DateTimeString></ram:EndDateTime>', 'BR-29'],
    ['20261102', '2026-11-02', 'CII-DT-097'],
    ['20261102', '20260230', 'DT-DATE'],
    ['400.00</ram:DuePay', '400,00</ram:DuePay', 'DT-NUMBER'],
    ['>false<', '>maybe<', 'DT-BOOLEAN'],
    ['<ram:TypeCode>380', '<ram:Name>x</ram:Name><ram:TypeCode>380', 'CII-SR-013'],
  ])('%s → %s: %s', (from, to, rules) => {
    expect(fired(spoil(exampleCii(), from, to), core)).toBe(rules);
  });
});

test('of two amounts of a breakdown row nobody knows which is taxed', () => {
  const twice = (name: string) => spoil(exampleCii(), new RegExp(`<ram:${name}>.*?</ram:${name}>`), '$&$&');
  expect(fired(twice('BasisAmount'), core)).toBe('DT-REPEATED');
  // What a rule of the syntax counts is named by that rule.
  expect(fired(twice('GrandTotalAmount'), core)).toBe('CII-SR-482');
});
