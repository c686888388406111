import type { Element } from '../xml/element.ts';
import { find, first } from '../xml/find.ts';
import type * as m from './invoice.ts';
import { filled, group, identifiers, text, tidy } from './pick.ts';

/** A CII date: format 102 is YYYYMMDD; anything else stays as written, for the data-type check to name. */
export function date(from: Element | undefined, path: string): string | undefined {
  const holder = from && first(from, path);
  const inner = holder?.children[0];
  const day = filled((inner ?? holder)?.value);
  const parts = day && /^([0-9]{4})([0-9]{2})([0-9]{2})$/.exec(day);
  return parts ? `${parts[1]}-${parts[2]}-${parts[3]}` : day;
}

export function address(element: Element | undefined): m.Address | undefined {
  if (!element) return undefined;
  return group<m.Address>({
    line1: text(element, 'ram:LineOne'),
    line2: text(element, 'ram:LineTwo'),
    line3: text(element, 'ram:LineThree'),
    city: text(element, 'ram:CityName'),
    postCode: text(element, 'ram:PostcodeCode'),
    region: text(element, 'ram:CountrySubDivisionName'),
    country: text(element, 'ram:CountryID'),
  });
}

/** VA is a VAT number, FC a local tax number. */
export const vatRegistration = (element: Element, scheme: 'VA' | 'FC'): string | undefined =>
  identifiers(element, 'ram:SpecifiedTaxRegistration/ram:ID').find((id) => id.scheme === scheme)?.value;

export function party(element: Element | undefined): m.Party {
  const contact = element && first(element, 'ram:DefinedTradeContact');
  const registration = element && first(element, 'ram:SpecifiedLegalOrganization/ram:ID');
  return tidy<m.Party>({
    name: text(element, 'ram:Name'),
    tradingName: text(element, 'ram:SpecifiedLegalOrganization/ram:TradingBusinessName'),
    identifiers: [...identifiers(element, 'ram:ID'), ...identifiers(element, 'ram:GlobalID')],
    registrationNumber: filled(registration?.value),
    registrationScheme: filled(registration?.attributes?.['schemeID']),
    vatNumber: element && vatRegistration(element, 'VA'),
    taxNumber: element && vatRegistration(element, 'FC'),
    legalForm: text(element, 'ram:Description'),
    electronicAddress: identifiers(element, 'ram:URIUniversalCommunication/ram:URIID')[0],
    address: element && address(first(element, 'ram:PostalTradeAddress')),
    contact: group<m.Contact>({
      name: text(contact, 'ram:PersonName') ?? text(contact, 'ram:DepartmentName'),
      phone: text(contact, 'ram:TelephoneUniversalCommunication/ram:CompleteNumber'),
      email: text(contact, 'ram:EmailURIUniversalCommunication/ram:URIID'),
    }),
  });
}

export const period = (element: Element | undefined): m.Period | undefined =>
  group<m.Period>({ start: date(element, 'ram:StartDateTime'), end: date(element, 'ram:EndDateTime') });

export const allowancesOf = (from: Element, charge: boolean): m.AllowanceOrCharge[] =>
  find(from, 'ram:SpecifiedTradeAllowanceCharge')
    .filter((each) => /^(true|1)$/.test(text(each, 'ram:ChargeIndicator/udt:Indicator') ?? '') === charge)
    .map((each) =>
      tidy<m.AllowanceOrCharge>({
        amount: text(each, 'ram:ActualAmount'),
        baseAmount: text(each, 'ram:BasisAmount'),
        percentage: text(each, 'ram:CalculationPercent'),
        vatCategory: text(each, 'ram:CategoryTradeTax/ram:CategoryCode'),
        vatRate: text(each, 'ram:CategoryTradeTax/ram:RateApplicablePercent'),
        reason: text(each, 'ram:Reason'),
        reasonCode: text(each, 'ram:ReasonCode'),
      }),
    );

/** BT-18, BT-128: an object named by a referenced document of type 130. */
export function referenced(element: Element | undefined): m.Identifier | undefined {
  const value = text(element, 'ram:IssuerAssignedID');
  return value === undefined
    ? undefined
    : tidy<m.Identifier>({ value, scheme: text(element, 'ram:ReferenceTypeCode') });
}
