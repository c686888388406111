import type { Document } from '../../document.ts';
import type { Places } from '../../place-definition.ts';
import type { Rule } from '../../rule.ts';
import { normalise } from '../../../xml/find.ts';
import { path } from '../../path.ts';

/** The rules that one country adds to Peppol BIS Billing for its own sellers. */
export interface NationalRules {
  applies: (parties: Parties) => boolean;
  places: { UBL?: Places; CII?: Places };
  rules: Rule[];
}

/** The countries of the parties, as the national rules find them. */
export interface Parties {
  /** By the VAT number of the seller, else of its tax representative, else by the seller's address. */
  seller: string;
  /** The same without the representative. */
  sellerAlone: string;
  /** By the buyer's VAT number, else by its address. */
  buyer: string;
  /** By address (BT-40, BT-55, BT-69), as written. */
  address: Record<'seller' | 'buyer' | 'representative', string>;
  /** Every country that an address of theirs names; there should be one. */
  countries: Record<'seller' | 'buyer', string[]>;
  /** In Denmark. The rules for CII, unlike those for UBL, are content when one of several countries is. */
  danish: Record<'seller' | 'buyer', boolean>;
}

export const inCapitals = (country: string): string => normalise(country).toUpperCase();

const places = {
  UBL: {
    sellerVat: '/cac:AccountingSupplierParty/cac:Party/cac:PartyTaxScheme[VAT as written]',
    representativeVat: '/cac:TaxRepresentativeParty/cac:PartyTaxScheme[VAT as written]',
    buyerVat: '/cac:AccountingCustomerParty/cac:Party/cac:PartyTaxScheme[VAT as written]',
    number: 'cbc:CompanyID',
    seller: '/cac:AccountingSupplierParty/cac:Party/cac:PostalAddress/cac:Country/cbc:IdentificationCode',
    buyer: '/cac:AccountingCustomerParty/cac:Party/cac:PostalAddress/cac:Country/cbc:IdentificationCode',
    representative: '/cac:TaxRepresentativeParty/cac:PostalAddress/cac:Country/cbc:IdentificationCode',
  },
  CII: ((agreement: string) => ({
    // The official CII rules look for the scheme VAT, though CII writes VA: the address decides nearly always.
    sellerVat: `${agreement}/ram:SellerTradeParty/ram:SpecifiedTaxRegistration[registered as VAT]`,
    representativeVat: `${agreement}/ram:SellerTaxRepresentativeTradeParty/ram:SpecifiedTaxRegistration[registered as VAT]`,
    buyerVat: `${agreement}/ram:BuyerTradeParty/ram:SpecifiedTaxRegistration[registered as VAT]`,
    number: 'ram:ID',
    seller: `${agreement}/ram:SellerTradeParty/ram:PostalTradeAddress/ram:CountryID`,
    buyer: `${agreement}/ram:BuyerTradeParty/ram:PostalTradeAddress/ram:CountryID`,
    representative: `${agreement}/ram:SellerTaxRepresentativeTradeParty/ram:PostalTradeAddress/ram:CountryID`,
  }))('/rsm:SupplyChainTradeTransaction/ram:ApplicableHeaderTradeAgreement'),
};

export function partiesOf(document: Document): Parties {
  const at = places[document.syntax];
  const elements = (expression: string) => path(expression).elements(document.root, document);
  const texts = (expression: string) => elements(expression).map(({ value }) => value);
  const prefixes = (registrations: string) =>
    elements(registrations).flatMap(({ children }) => {
      const numbers = children.filter(({ name }) => name === at.number).map(({ value }) => value.slice(0, 2));
      return numbers.length > 0 ? numbers : [''];
    });
  const [sellerVat, representativeVat] = [prefixes(at.sellerVat), prefixes(at.representativeVat)];
  const countries = { seller: texts(at.seller), buyer: texts(at.buyer) };
  const address = {
    seller: only(countries.seller),
    buyer: only(countries.buyer),
    representative: only(texts(at.representative)),
  };
  const danish = (party: 'seller' | 'buyer') =>
    document.syntax === 'CII' ? countries[party].includes('DK') : address[party] === 'DK';
  return {
    seller: firstKnown(sellerVat, representativeVat, countries.seller),
    sellerAlone: firstKnown(sellerVat, countries.seller),
    buyer: firstKnown(prefixes(at.buyerVat), countries.buyer),
    address,
    countries,
    danish: { seller: danish('seller'), buyer: danish('buyer') },
  };
}

/** Of several where there should be one the official rules make an error that no place matches, so they stay silent. */
const only = ([country = '', ...others]: string[]): string => (others.length === 0 ? country : '');

/** The country by the first of the ways that names one; none when that way names several. */
function firstKnown(...ways: string[][]): string {
  return inCapitals(only(ways.find((found) => found.length > 1 || (found[0] ?? '') !== '') ?? []));
}

/** XPath number(): NaN for what is no number, also for the empty text. */
export const numberOf = (text: string): number =>
  /^[ \t\r\n]*[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?[ \t\r\n]*$/.test(text) ? Number(text) : Number.NaN;

export const isNumber = (text: string): boolean => !Number.isNaN(numberOf(text));
