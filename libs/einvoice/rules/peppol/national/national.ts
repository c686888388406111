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
}

export const inCapitals = (country: string): string => normalise(country).toUpperCase();

const places = {
  UBL: {
    sellerVat: '/cac:AccountingSupplierParty/cac:Party/cac:PartyTaxScheme[VAT as written]/cbc:CompanyID',
    representativeVat: '/cac:TaxRepresentativeParty/cac:PartyTaxScheme[VAT as written]/cbc:CompanyID',
    buyerVat: '/cac:AccountingCustomerParty/cac:Party/cac:PartyTaxScheme[VAT as written]/cbc:CompanyID',
    seller: '/cac:AccountingSupplierParty/cac:Party/cac:PostalAddress/cac:Country/cbc:IdentificationCode',
    buyer: '/cac:AccountingCustomerParty/cac:Party/cac:PostalAddress/cac:Country/cbc:IdentificationCode',
    representative: '/cac:TaxRepresentativeParty/cac:PostalAddress/cac:Country/cbc:IdentificationCode',
  },
  CII: ((agreement: string) => ({
    // The official CII rules look for the scheme VAT, though CII writes VA: the address decides nearly always.
    sellerVat: `${agreement}/ram:SellerTradeParty/ram:SpecifiedTaxRegistration/ram:ID[scheme VAT]`,
    representativeVat: `${agreement}/ram:SellerTaxRepresentativeTradeParty/ram:SpecifiedTaxRegistration/ram:ID[scheme VAT]`,
    buyerVat: `${agreement}/ram:BuyerTradeParty/ram:SpecifiedTaxRegistration/ram:ID[scheme VAT]`,
    seller: `${agreement}/ram:SellerTradeParty/ram:PostalTradeAddress/ram:CountryID`,
    buyer: `${agreement}/ram:BuyerTradeParty/ram:PostalTradeAddress/ram:CountryID`,
    representative: `${agreement}/ram:SellerTaxRepresentativeTradeParty/ram:PostalTradeAddress/ram:CountryID`,
  }))('/rsm:SupplyChainTradeTransaction/ram:ApplicableHeaderTradeAgreement'),
};

export function partiesOf(document: Document): Parties {
  const at = places[document.syntax];
  const text = (expression: string) => path(expression).first(document.root, document) ?? '';
  // Of a country given twice the official rules make an error that no place matches, so they stay silent.
  const only = ([country = '', ...others]: string[]) => (others.length === 0 ? country : '');
  const all = (expression: string) => path(expression).values(document.root, document);
  const country = (...found: string[]) => inCapitals(found.find((each) => each !== '') ?? 'XX');
  const prefix = (expression: string) => text(expression).slice(0, 2);
  const countries = { seller: all(at.seller), buyer: all(at.buyer) };
  const [seller, buyer, representative] = [only(countries.seller), only(countries.buyer), only(all(at.representative))];
  return {
    seller: country(prefix(at.sellerVat), prefix(at.representativeVat), seller),
    sellerAlone: country(prefix(at.sellerVat), seller),
    buyer: country(prefix(at.buyerVat), buyer),
    address: { seller, buyer, representative },
    countries,
  };
}

/** XPath number(): NaN for what is no number, also for the empty text. */
export const numberOf = (text: string): number =>
  /^[ \t\r\n]*[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?[ \t\r\n]*$/.test(text) ? Number(text) : Number.NaN;

export const isNumber = (text: string): boolean => !Number.isNaN(numberOf(text));
