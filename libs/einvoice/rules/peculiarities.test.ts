import { exampleCii, exampleUbl } from '../examples.ts';
import { fired, spoil } from './spoil.ts';

/** Ways of the official rules that a reader of the standard would not guess; each was met by judging changed samples. */

const core = { peppol: false };
const ubl = (from: string | RegExp, to: string) => fired(spoil(exampleUbl(), from, to), core);
const cii = (from: string | RegExp, to: string) => fired(spoil(exampleCii(), from, to), core);

test('a tax scheme without identifier differs from VAT', () => {
  const numbers = '<cac:PartyTaxScheme><cbc:CompanyID>1</cbc:CompanyID><cac:TaxScheme/></cac:PartyTaxScheme>';
  expect(ubl('<cac:PartyLegalEntity>', `${numbers}<cac:PartyLegalEntity>`)).toBe('UBL-SR-53');
  expect(ubl('<cac:PartyLegalEntity>', `${numbers}${numbers}<cac:PartyLegalEntity>`)).toBe(
    'UBL-SR-13 UBL-SR-42 UBL-SR-53×2',
  );
});

test('the creditor identifier (SEPA) does not identify the seller', () => {
  const party =
    /(<cac:AccountingSupplierParty>.*?)<cac:PartyTaxScheme>.*?<\/cac:PartyTaxScheme>(.*?)<cbc:CompanyID.*?<\/cbc:CompanyID>/;
  const identified = (scheme: string) =>
    `$1<cac:PartyIdentification><cbc:ID schemeID="${scheme}">LV12ZZZ</cbc:ID></cac:PartyIdentification>$2`;
  expect(ubl(party, identified('SEPA'))).toContain('BR-CO-26');
  expect(ubl(party, identified('0218'))).not.toContain('BR-CO-26');
});

test('split payment and the standard rate exclude each other in the breakdown too', () => {
  const breakdown = /(<cac:TaxSubtotal>.*?<cac:TaxCategory><cbc:ID>)S/;
  expect(ubl(breakdown, '$1B')).toContain('BR-B-02');
});

test('in CII blanks are no name, no country, no account', () => {
  const representative = (name: string, country: string) =>
    `<ram:SellerTaxRepresentativeTradeParty><ram:Name>${name}</ram:Name><ram:PostalTradeAddress><ram:CountryID>${country}</ram:CountryID></ram:PostalTradeAddress><ram:SpecifiedTaxRegistration><ram:ID schemeID="VA">LV1</ram:ID></ram:SpecifiedTaxRegistration></ram:SellerTaxRepresentativeTradeParty></ram:ApplicableHeaderTradeAgreement>`;
  const end = '</ram:ApplicableHeaderTradeAgreement>';
  expect(cii(end, representative('Pārstāvis', 'LV'))).toBe('');
  expect(cii(end, representative(' ', 'LV'))).toBe('BR-18');
  expect(cii(end, representative('Pārstāvis', ' '))).toBe('BR-20 BR-CL-14');
  expect(cii('<ram:IBANID>LV80BANK0000435195001', '<ram:IBANID> ')).toBe('BR-50');
});

test("outside VAT the CII rules see the buyer's number too", () => {
  const outside = exampleCii()
    .replace(/<ram:CategoryCode>S</g, '<ram:CategoryCode>O<')
    .replace(/(<ram:SellerTradeParty>.*?)<ram:SpecifiedTaxRegistration>.*?<\/ram:SpecifiedTaxRegistration>/s, '$1');
  expect(fired(outside, core)).toContain('BR-O-02');
  const unnumbered = outside.replace(/<ram:SpecifiedTaxRegistration>.*?<\/ram:SpecifiedTaxRegistration>/gs, '');
  expect(fired(unnumbered, core)).not.toContain('BR-O-02');
});

test('a breakdown row of CII counts once, however often its category is written', () => {
  const zero = exampleCii().replace(/<ram:CategoryCode>S</g, '<ram:CategoryCode>Z<');
  const row = /<ram:ApplicableTradeTax><ram:Calc.*?<\/ram:ApplicableTradeTax>/;
  const one = spoil(zero, row, '');
  expect(fired(one, core)).not.toContain('BR-Z-01');
  expect(
    fired(spoil(one, /(50\.00<\/ram:BasisAmount>)(<ram:CategoryCode>Z<\/ram:CategoryCode>)/, '$1$2$2'), core),
  ).not.toContain('BR-Z-01');
});

/** 100.005 is a little less in binary fractions, so it rounds down there and up in decimals. */
test('CII adds up in binary fractions, UBL in decimals', () => {
  const oneLine = (xml: string) =>
    xml.replace(
      /<ram:IncludedSupplyChainTradeLineItem>(?!.*<ram:IncludedSupplyChainTradeLineItem>).*?<\/ram:IncludedSupplyChainTradeLineItem>/s,
      '',
    );
  const total = (text: string) =>
    oneLine(exampleCii())
      .replace('<ram:LineTotalAmount>350.00', '<ram:LineTotalAmount>100.005')
      .replace('<ram:LineTotalAmount>400.00', `<ram:LineTotalAmount>${text}`);
  expect(fired(total('100.00'), core)).not.toContain('BR-CO-10');
  expect(fired(total('100.01'), core)).toContain('BR-CO-10');
});

test('an empty date lies in no period', () => {
  const dates = fired(spoil(exampleUbl(), '<cbc:StartDate>2026-10-05', '<cbc:StartDate>'), { peppol: true });
  expect(dates).toContain('PEPPOL-EN16931-R110');
});

/** Saxon, whose verdicts are the official ones, orders minus zero before zero when it compares a text with a number. */
test('in CII minus zero with decimals is less than zero', () => {
  const exempt = (tax: string) =>
    fired(
      exampleCii()
        .replace(/<ram:CategoryCode>S</g, '<ram:CategoryCode>E<')
        .replace('>72.45<', `>${tax}<`),
      core,
    );
  expect(exempt('0.00')).not.toContain('BR-E-09×2');
  expect(exempt('-0')).not.toContain('BR-E-09×2');
  expect(exempt('-0.00')).toContain('BR-E-09×2');
});
