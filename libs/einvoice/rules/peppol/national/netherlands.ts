import { zero } from '../../../decimal.ts';
import { normalise } from '../../../xml/find.ts';
import type { Place } from '../../place.ts';
import { type Rule, type Test, rule } from '../../rule.ts';
import { allOf, has } from '../../tests.ts';
import { inCapitals, type NationalRules, type Parties } from './national.ts';

const trade = '/rsm:SupplyChainTradeTransaction';
const agreement = `${trade}/ram:ApplicableHeaderTradeAgreement`;
const settlement = `${trade}/ram:ApplicableHeaderTradeSettlement`;
const at = (at: string) => ({ at, terms: {} });

const isHere = (country: string): boolean => inCapitals(country) === 'NL';
const sellerHere = ({ address }: Parties) => isHere(address.seller);

const completeAddress = (id: string, place: string, lv: string, en: string): Rule =>
  rule(
    id,
    place,
    {
      UBL: allOf(has('cbc:StreetName'), has('cbc:CityName'), has('cbc:PostalZone')),
      CII: allOf(has('ram:LineOne'), has('ram:CityName'), has('ram:PostcodeCode')),
    },
    `${lv} Nīderlandē vajadzīga iela, pilsēta un pasta indekss.`,
    `${en} in the Netherlands needs street, city and post code.`,
  );

/** KVK (0106) or OIN (0190). */
const legalNumber = (id: string, place: string, lv: string, en: string): Rule =>
  rule(
    id,
    place,
    (each) =>
      (each.text('@schemeID').split(' ').includes('0106') || each.text('@schemeID').split(' ').includes('0190')) &&
      normalise(each.text('.')) !== '',
    `${lv} reģistrācijas numuram Nīderlandē jābūt KVK (0106) vai OIN (0190).`,
    `The registration number of the ${en} in the Netherlands must be KVK (0106) or OIN (0190).`,
  );

const creditNoteTypes = ['81', '83', '381', '396', '532'];

const sellers: NationalRules = {
  applies: sellerHere,
  places: {
    UBL: {
      creditNote: at('cbc:CreditNoteTypeCode'),
      sellerAddress: at('cac:AccountingSupplierParty/cac:Party/cac:PostalAddress'),
      sellerNumber: at('cac:AccountingSupplierParty/cac:Party/cac:PartyLegalEntity/cbc:CompanyID'),
      totals: at('cac:LegalMonetaryTotal'),
      orderLine: at('cac:OrderLineReference/cbc:LineID'),
    },
    CII: {
      creditNote: {
        ...at('/rsm:ExchangedDocument'),
        when: ({ children }) =>
          children.some(({ name, value }) => name === 'ram:TypeCode' && creditNoteTypes.includes(normalise(value))),
      },
      sellerAddress: at(`${agreement}/ram:SellerTradeParty/ram:PostalTradeAddress`),
      sellerNumber: at(`${agreement}/ram:SellerTradeParty/ram:SpecifiedLegalOrganization/ram:ID`),
      totals: at(`${settlement}/ram:SpecifiedTradeSettlementHeaderMonetarySummation`),
      orderLine: at(
        `${trade}/ram:IncludedSupplyChainTradeLineItem/ram:SpecifiedLineTradeAgreement/ram:BuyerOrderReferencedDocument/ram:LineID`,
      ),
    },
  },
  rules: [
    rule(
      'NL-R-001',
      'creditNote',
      {
        UBL: has('/cac:BillingReference/cac:InvoiceDocumentReference/cbc:ID'),
        CII: has('//ram:ApplicableHeaderTradeSettlement/ram:InvoiceReferencedDocument/ram:IssuerAssignedID'),
      },
      'Nīderlandes pārdevēja kredītrēķinā vajadzīga atsauce uz rēķinu (BT-25).',
      'A credit note of a Dutch seller needs the invoice it corrects (BT-25).',
    ),
    completeAddress('NL-R-002', 'sellerAddress', 'Pārdevēja adresē', "The seller's address"),
    legalNumber('NL-R-003', 'sellerNumber', 'Pārdevēja', 'seller'),
    rule(
      'NL-R-007',
      'totals',
      { UBL: payable('cbc:PayableAmount', has('//cac:PaymentMeans')), CII: payableInCii },
      'Nīderlandes pārdevējam jānorāda, kā maksāt (BG-16).',
      'A Dutch seller must say how to pay (BG-16).',
    ),
    rule(
      'NL-R-009',
      'orderLine',
      {
        UBL: has('/cac:OrderReference/cbc:ID'),
        CII: has(`${agreement}/ram:BuyerOrderReferencedDocument/ram:IssuerAssignedID`),
      },
      'Ja norādīta pasūtījuma rinda (BT-132), vajadzīgs pasūtījuma numurs (BT-13).',
      'An order line (BT-132) needs the order number (BT-13).',
    ),
  ],
};

const both: NationalRules = {
  applies: (parties) => sellerHere(parties) && isHere(parties.address.buyer),
  places: {
    UBL: {
      buyerAddress: at('cac:AccountingCustomerParty/cac:Party/cac:PostalAddress'),
      buyerNumber: at('cac:AccountingCustomerParty/cac:Party/cac:PartyLegalEntity/cbc:CompanyID'),
      paymentMeans: at('cac:PaymentMeans'),
    },
    CII: {
      buyerAddress: at(`${agreement}/ram:BuyerTradeParty/ram:PostalTradeAddress`),
      buyerNumber: at(`${agreement}/ram:BuyerTradeParty/ram:SpecifiedLegalOrganization/ram:ID`),
      paymentMeans: at(`${settlement}/ram:SpecifiedTradeSettlementPaymentMeans`),
    },
  },
  rules: [
    completeAddress('NL-R-004', 'buyerAddress', 'Pircēja adresē', "The buyer's address"),
    legalNumber('NL-R-005', 'buyerNumber', 'Pircēja', 'buyer'),
    rule(
      'NL-R-008',
      'paymentMeans',
      { UBL: dutchMeans('cbc:PaymentMeansCode'), CII: dutchMeans('ram:TypeCode') },
      'Nīderlandē maksāšanas veids (BT-81) ir 30, 48, 49, 57, 58 vai 59.',
      'In the Netherlands the payment means (BT-81) is 30, 48, 49, 57, 58 or 59.',
    ),
  ],
};

const representatives: NationalRules = {
  applies: (parties) => sellerHere(parties) && isHere(parties.address.representative),
  places: {
    UBL: { representativeAddress: at('cac:TaxRepresentativeParty/cac:PostalAddress') },
    CII: { representativeAddress: at(`${agreement}/ram:SellerTaxRepresentativeTradeParty/ram:PostalTradeAddress`) },
  },
  rules: [
    completeAddress(
      'NL-R-006',
      'representativeAddress',
      'Nodokļu pārstāvja adresē',
      "The tax representative's address",
    ),
  ],
};

export const netherlands: NationalRules[] = [sellers, both, representatives];

/** Nothing to pay, or it is said how. */
function payable(amount: string, howToPay: Test): Test {
  return (place) => {
    const due = place.number(amount);
    const isCreditNote = place.document.root.name === 'cn:CreditNote';
    return (due !== undefined && (isCreditNote ? due.gte(zero) : due.lte(zero))) || howToPay(place);
  };
}

function payableInCii(place: Place): boolean {
  const due = place.number('ram:DuePayableAmount');
  const isCreditNote = normalise(place.text('/rsm:ExchangedDocument/ram:TypeCode')) === '381';
  return (
    (due !== undefined && (isCreditNote ? due.gte(zero) : due.lte(zero))) ||
    place.has(`${settlement}/ram:SpecifiedTradeSettlementPaymentMeans`)
  );
}

function dutchMeans(code: string): Test {
  return (place) => ['30', '48', '49', '57', '58', '59'].includes(normalise(place.text(code)));
}
