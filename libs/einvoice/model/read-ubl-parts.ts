import type { Element } from '../xml/element.ts';
import { find, first } from '../xml/find.ts';
import type * as m from './invoice.ts';
import { attribute, group, identifier, identifiers, text, tidy } from './pick.ts';

export function address(element: Element | undefined): m.Address | undefined {
  if (!element) return undefined;
  return group<m.Address>({
    line1: text(element, 'cbc:StreetName'),
    line2: text(element, 'cbc:AdditionalStreetName'),
    line3: text(element, 'cac:AddressLine/cbc:Line'),
    city: text(element, 'cbc:CityName'),
    postCode: text(element, 'cbc:PostalZone'),
    region: text(element, 'cbc:CountrySubentity'),
    country: text(element, 'cac:Country/cbc:IdentificationCode'),
  });
}

export function party(element: Element | undefined): m.Party {
  const taxNumber = (wanted: boolean) =>
    element &&
    find(element, 'cac:PartyTaxScheme')
      .filter((scheme) => (text(scheme, 'cac:TaxScheme/cbc:ID')?.toUpperCase() === 'VAT') === wanted)
      .map((scheme) => text(scheme, 'cbc:CompanyID'))
      .find((number) => number !== undefined);
  return tidy<m.Party>({
    name: text(element, 'cac:PartyLegalEntity/cbc:RegistrationName'),
    tradingName: text(element, 'cac:PartyName/cbc:Name'),
    identifiers: identifiers(element, 'cac:PartyIdentification/cbc:ID').filter(
      ({ scheme }) => scheme?.toUpperCase() !== 'SEPA',
    ),
    registrationNumber: text(element, 'cac:PartyLegalEntity/cbc:CompanyID'),
    registrationScheme: attribute(element, 'cac:PartyLegalEntity/cbc:CompanyID', 'schemeID'),
    vatNumber: taxNumber(true),
    taxNumber: taxNumber(false),
    legalForm: text(element, 'cac:PartyLegalEntity/cbc:CompanyLegalForm'),
    electronicAddress: element && identifier(first(element, 'cbc:EndpointID')),
    address: element && address(first(element, 'cac:PostalAddress')),
    contact: group<m.Contact>({
      name: text(element, 'cac:Contact/cbc:Name'),
      phone: text(element, 'cac:Contact/cbc:Telephone'),
      email: text(element, 'cac:Contact/cbc:ElectronicMail'),
    }),
  });
}

export const period = (element: Element | undefined): m.Period | undefined =>
  group<m.Period>({ start: text(element, 'cbc:StartDate'), end: text(element, 'cbc:EndDate') });

/** Allowances (ChargeIndicator false) or charges (true) directly under an element. */
export const allowancesOf = (from: Element, charge: boolean): m.AllowanceOrCharge[] =>
  find(from, 'cac:AllowanceCharge')
    .filter((each) => /^(true|1)$/.test(text(each, 'cbc:ChargeIndicator') ?? '') === charge)
    .map((each) =>
      tidy<m.AllowanceOrCharge>({
        amount: text(each, 'cbc:Amount'),
        baseAmount: text(each, 'cbc:BaseAmount'),
        percentage: text(each, 'cbc:MultiplierFactorNumeric'),
        vatCategory: text(each, 'cac:TaxCategory/cbc:ID'),
        vatRate: text(each, 'cac:TaxCategory/cbc:Percent'),
        reason: text(each, 'cbc:AllowanceChargeReason'),
        reasonCode: text(each, 'cbc:AllowanceChargeReasonCode'),
      }),
    );
