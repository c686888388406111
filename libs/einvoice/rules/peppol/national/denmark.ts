import { normalise } from '../../../xml/find.ts';
import type { Place } from '../../place.ts';
import { type Both, type Test, rule } from '../../rule.ts';
import { filled } from '../../tests.ts';
import { danishPayment } from './denmark-payment.ts';
import { type NationalRules, numberOf } from './national.ts';

const agreement = 'rsm:SupplyChainTradeTransaction/ram:ApplicableHeaderTradeAgreement';
const settlement = 'rsm:SupplyChainTradeTransaction/ram:ApplicableHeaderTradeSettlement';

const sellerNumber = {
  UBL: 'cac:AccountingSupplierParty/cac:Party/cac:PartyLegalEntity/cbc:CompanyID',
  CII: `${agreement}/ram:SellerTradeParty/ram:SpecifiedLegalOrganization/ram:ID`,
};

const both = <T>(test: (syntax: 'UBL' | 'CII') => T): Both<T> => ({ UBL: test('UBL'), CII: test('CII') });

/** A registration number, when given, has the scheme 0184 (CVR). */
const isCvr =
  (number: string): Test =>
  (place) =>
    !place.has(number) || normalise(place.text(`${number}/@schemeID`)) === '0184';

const sellers: NationalRules = {
  applies: ({ danish }) => danish.seller,
  places: { UBL: { invoice: { at: '/', terms: {} } }, CII: { invoice: { at: '/', terms: {} } } },
  rules: [
    rule(
      'DK-R-002',
      'invoice',
      both((syntax) => filled(sellerNumber[syntax])),
      'Dānijas pārdevējam vajadzīgs reģistrācijas numurs (BT-30).',
      'A Danish seller needs a registration number (BT-30).',
    ),
    rule(
      'DK-R-014',
      'invoice',
      both((syntax) => isCvr(sellerNumber[syntax])),
      'Dānijas pārdevēja reģistrācijas numura shēma ir 0184 (CVR).',
      "The scheme of a Danish seller's registration number is 0184 (CVR).",
    ),
  ],
};

const party = (name: string) => `/cac:${name}/cac:Party`;

/** Seller and buyer in Denmark. */
const domestic: NationalRules = {
  applies: ({ danish }) => danish.seller && danish.buyer,
  places: {
    UBL: {
      invoice: { at: '/', terms: {} },
      partyIdentification: {
        at: `${party('AccountingSupplierParty')}/cac:PartyIdentification | ${party('AccountingCustomerParty')}/cac:PartyIdentification`,
        terms: {},
      },
      line: { at: '/cac:InvoiceLine[of its document] | /cac:CreditNoteLine[of its document]', terms: {} },
      allowanceCharge: { at: 'cac:AllowanceCharge', terms: {} },
    },
    CII: {
      invoice: { at: '/', terms: {} },
      line: { at: '/rsm:SupplyChainTradeTransaction/ram:IncludedSupplyChainTradeLineItem', terms: {} },
    },
  },
  rules: [
    rule(
      'DK-R-003',
      'line',
      {
        UBL: unspsc('cac:Item/cac:CommodityClassification/cbc:ItemClassificationCode'),
        CII: unspsc('ram:SpecifiedTradeProduct/ram:DesignatedProductClassification/ram:ClassCode'),
      },
      'Dānijā UNSPSC klasifikācijas (TST) versija ir 19.05.01 vai 26.08.01.',
      'In Denmark the UNSPSC classification (TST) is of version 19.05.01 or 26.08.01.',
      'warning',
    ),
    rule(
      'DK-R-004',
      { UBL: 'allowanceCharge', CII: 'invoice' },
      {
        UBL: otherTax('cbc:AllowanceChargeReasonCode', 'cbc:AllowanceChargeReason'),
        CII: otherTax(
          `${settlement}/ram:SpecifiedTradeAllowanceCharge/ram:ReasonCode`,
          `${settlement}/ram:SpecifiedTradeAllowanceCharge/ram:Reason`,
        ),
      },
      'Citam nodoklim (ZZZ) Dānijā pamatojumā norāda četru ciparu kodu vai tekstu ar # vidū.',
      'Another tax (ZZZ) in Denmark has a reason of four digits, or a text with # inside.',
    ),
    rule(
      'DK-R-013',
      { UBL: 'partyIdentification', CII: 'invoice' },
      {
        UBL: hasScheme('cbc:ID'),
        CII: (place) =>
          ['SellerTradeParty', 'BuyerTradeParty'].every((name) =>
            hasScheme(`${agreement}/ram:${name}/ram:GlobalID`)(place),
          ),
      },
      'Dānijas pušu identifikatoriem vajadzīga shēma.',
      'Identifiers of Danish parties need a scheme.',
    ),
    rule(
      'DK-R-016',
      'invoice',
      { UBL: creditIsPositive, CII: creditIsPositiveInCii },
      'Dānijas kredītrēķina kopsumma (BT-115) nedrīkst būt negatīva.',
      'The total (BT-115) of a Danish credit note must not be negative.',
    ),
  ],
};

export const denmark: NationalRules[] = [sellers, domestic, danishPayment];

function unspsc(code: string): Test {
  const versions = ['19.05.01', '19.0501', '26.08.01', '26.0801'];
  return (place) =>
    !place.values(`${code}/@listID`).includes('TST') ||
    place.values(`${code}/@listVersionID`).some((version) => versions.includes(version));
}

function otherTax(code: string, reason: string): Test {
  return (place) => {
    if (!place.values(code).includes('ZZZ')) return true;
    const text = place.text(reason);
    const number = numberOf(text);
    if (normalise(text).length === 4 && number >= 0 && number <= 9999) return true;
    return text.includes('#') && !text.startsWith('#') && !text.endsWith('#');
  };
}

function hasScheme(identifier: string): Test {
  return (place) => !place.has(identifier) || normalise(place.text(`${identifier}/@schemeID`)) !== '';
}

function creditIsPositive(place: Place): boolean {
  return (
    place.element.name !== 'cn:CreditNote' || !(numberOf(place.text('cac:LegalMonetaryTotal/cbc:PayableAmount')) < 0)
  );
}

function creditIsPositiveInCii(place: Place): boolean {
  if (normalise(place.text('rsm:ExchangedDocument/ram:TypeCode')) !== '381') return true;
  const due = `${settlement}/ram:SpecifiedTradeSettlementHeaderMonetarySummation/ram:DuePayableAmount`;
  return !(numberOf(place.text(due)) < 0);
}
