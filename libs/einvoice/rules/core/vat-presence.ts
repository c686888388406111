import type { Element } from '../../xml/element.ts';
import { normalise } from '../../xml/find.ts';
import type { Document } from '../document.ts';
import type { Place } from '../place.ts';
import type { Rule, Test } from '../rule.ts';
import type { VatKind } from './vat-kinds.ts';

/** Where VAT categories are used and which party numbers stand beside them (the -01 to -04 of each category). */

/** Most invoices use one category or two; the rules of the others hold without a look at the document. */
export const whenUsed =
  ({ code }: Pick<VatKind, 'code'>, test: Test): Test =>
  (at) =>
    !categoriesOf(at.document).has(code) || test(at);

const categoriesOf = (document: Document): ReadonlySet<string> =>
  document.once('categories', () =>
    document.syntax === 'UBL'
      ? new Set(
          ['cac:TaxCategory', 'cac:ClassifiedTaxCategory']
            .flatMap((name) => document.every(name))
            .flatMap(({ children }) => children.filter(({ name }) => name === 'cbc:ID'))
            .map(({ value }) => normalise(value)),
        )
      : new Set(document.every('ram:CategoryCode').map(({ value }) => value)),
  );

const count = (at: Place, expression: string, code: string): number =>
  codesAt(at, expression).filter((each) => each === code).length;

/** The categories on a path from the root, blanks trimmed; collected once for a document. */
const codesAt = (at: Place, expression: string): string[] =>
  at.document.onceOf('codes', expression, () => at.values(expression).map(normalise));

const ubl = {
  anywhere: '//cac:TaxCategory[vat]/cbc:ID',
  lines: '//cac:ClassifiedTaxCategory[vat]/cbc:ID',
  linesOfAnyScheme: '//cac:ClassifiedTaxCategory/cbc:ID',
  allowances: '//cac:AllowanceCharge[allowance]/cac:TaxCategory[vat]/cbc:ID',
  charges: '//cac:AllowanceCharge[charge]/cac:TaxCategory[vat]/cbc:ID',
  documentAllowances: '/cac:AllowanceCharge[allowance]/cac:TaxCategory[vat]/cbc:ID',
  documentCharges: '/cac:AllowanceCharge[charge]/cac:TaxCategory[vat]/cbc:ID',
  rows: '/cac:TaxTotal/cac:TaxSubtotal/cac:TaxCategory[vat]/cbc:ID',
};

export function ublPresence({ rows, code }: VatKind): Test {
  if (rows === 'exactly one') {
    return (at) =>
      (count(at, ubl.anywhere, code) === 0 && count(at, ubl.lines, code) === 0) || count(at, ubl.rows, code) === 1;
  }
  const scheme = code === 'S' ? '' : '[vat]';
  const used = [`//cac:AllowanceCharge/cac:TaxCategory${scheme}/cbc:ID`, `//cac:ClassifiedTaxCategory${scheme}/cbc:ID`];
  const given = `/cac:TaxTotal/cac:TaxSubtotal/cac:TaxCategory${scheme}/cbc:ID`;
  // A row of IGIC or IPSI answers only when written without blanks, one of IGIC under any tax scheme.
  const answer = code === 'L' ? '/cac:TaxTotal/cac:TaxSubtotal/cac:TaxCategory/cbc:ID' : given;
  const isAnswered: Test = (at) => (code === 'S' ? count(at, given, code) > 0 : at.values(answer).includes(code));
  return (at) => (used.some((path) => count(at, path, code) > 0) ? isAnswered(at) : count(at, given, code) === 0);
}

const ciiRows = '//ram:ApplicableHeaderTradeSettlement/ram:ApplicableTradeTax';
const ciiLines = '//ram:SpecifiedLineTradeSettlement/ram:ApplicableTradeTax';
const ciiCategories = '//ram:CategoryTradeTax';

export function ciiPresence({ rows, code, family }: VatKind): Test {
  const taxes = (at: Place, path: string) =>
    at
      .elements(path)
      .filter(({ children }) => children.some(({ name, value }) => name === 'ram:CategoryCode' && value === code))
      .length;
  return (at) => {
    const [inRows, inLines, elsewhere] = [taxes(at, ciiRows), taxes(at, ciiLines), taxes(at, ciiCategories)];
    if (rows === 'one for each rate') {
      return (inLines === 0 || inLines + inRows >= 2) && (elsewhere === 0 || elsewhere + inRows >= 2);
    }
    if (inRows === 0 && (family === 'O' || inLines + elsewhere === 0)) return true;
    return inRows === 1 && inLines + elsewhere > 0;
  };
}

/** Some of each set of paths must be there. */
const allThere =
  (...sets: string[][]): Test =>
  (at) =>
    sets.every((paths) => paths.some((path) => at.has(path)));

const seller = '//cac:AccountingSupplierParty/cac:Party';
const buyer = '//cac:AccountingCustomerParty/cac:Party';
const representative = '//cac:TaxRepresentativeParty/cac:PartyTaxScheme[vat]/cbc:CompanyID';
const sellerVat = `${seller}/cac:PartyTaxScheme[vat]/cbc:CompanyID`;
const sellerAny = `${seller}/cac:PartyTaxScheme/cbc:CompanyID`;
const buyerVat = `${buyer}/cac:PartyTaxScheme[vat]/cbc:CompanyID`;
const buyerLegal = `${buyer}/cac:PartyLegalEntity/cbc:CompanyID`;

const ublNumbers: Record<VatKind['numbers'], Test> = {
  seller: allThere([sellerAny, representative]),
  'seller by VAT': allThere([sellerVat, representative]),
  'seller and buyer': allThere([sellerAny, representative], [buyerVat, buyerLegal]),
  'seller and buyer by VAT': allThere([sellerVat, representative], [buyerVat]),
  none: (at) => ![sellerVat, representative, buyerVat].some((path) => at.has(path)),
};

export function numbersInUbl({ code, numbers }: VatKind, place: 'line' | 'allowance' | 'charge'): Test {
  const used = usedAt(code, place);
  return (at) => {
    if (count(at, used, code) === 0) {
      return code !== 'S' || place !== 'line' || count(at, ubl.linesOfAnyScheme, code) === 0;
    }
    // A charge of IGIC whose code has blanks asks for no number.
    return ublNumbers[numbers](at) || (code === 'L' && place === 'charge' && !at.values(used).includes(code));
  };
}

function usedAt(code: string, place: 'line' | 'allowance' | 'charge'): string {
  if (place === 'line') return ubl.lines;
  if (place === 'allowance') return code === 'O' ? ubl.documentAllowances : ubl.allowances;
  return code === 'O' ? ubl.documentCharges : ubl.charges;
}

const id = 'ram:SpecifiedTaxRegistration/ram:ID';
const ciiAgreement = '/rsm:SupplyChainTradeTransaction/ram:ApplicableHeaderTradeAgreement';
const ciiSellerVat = `/ram:SellerTradeParty/${id}[VA]`;
const ciiSellerAny = `/ram:SellerTradeParty/${id}[VA or FC]`;
const ciiRepresentative = `/ram:SellerTaxRepresentativeTradeParty/${id}[VA]`;
const ciiBuyerVat = `//ram:BuyerTradeParty/${id}[VA]`;
const ciiBuyerLegal = '//ram:BuyerTradeParty/ram:SpecifiedLegalOrganization/ram:ID';

/** Some categories look for the parties in the agreement, others anywhere. */
const inAgreement = (...paths: string[]) => paths.map((path) => ciiAgreement + path);
const anywhere = (...paths: string[]) => paths.map((path) => `/${path}`);

const ciiNumbers: Record<VatKind['numbers'], Test> = {
  seller: allThere(inAgreement(ciiSellerAny, ciiRepresentative)),
  'seller by VAT': allThere(anywhere(ciiSellerVat, ciiRepresentative)),
  'seller and buyer': allThere(anywhere(ciiSellerAny, ciiRepresentative), [ciiBuyerVat, ciiBuyerLegal]),
  'seller and buyer by VAT': allThere(anywhere(ciiSellerVat, ciiRepresentative), [ciiBuyerVat]),
  none: (at) => ![...inAgreement(ciiSellerVat, ciiRepresentative), ciiBuyerVat].some((path) => at.has(path)),
};

export const numbersInCii = ({ numbers }: VatKind): Test => {
  const test = ciiNumbers[numbers];
  return (at) => at.document.onceOf('numbers', numbers, () => test(at));
};

/** BR-IC-11 (when) and BR-IC-12 (where); UBL judges them only when a breakdown row of K is there. */
export function deliveredTo(question: 'when' | 'where'): Rule['holds'] {
  const country = 'cac:Delivery/cac:DeliveryLocation/cac:Address/cac:Country/cbc:IdentificationCode';
  const inUbl: Test =
    question === 'when'
      ? (at) =>
          at.text('cac:Delivery/cbc:ActualDeliveryDate').length > 1 ||
          at.elements('cac:InvoicePeriod').some(({ children }) => children.length > 0)
      : (at) => at.text(country).length > 1;
  const delivery = '/rsm:SupplyChainTradeTransaction/ram:ApplicableHeaderTradeDelivery';
  const inCii: Test =
    question === 'when'
      ? (at) =>
          at.has(`${delivery}/ram:ActualDeliverySupplyChainEvent/ram:OccurrenceDateTime/udt:DateTimeString`) ||
          at.has('../../ram:BillingSpecifiedPeriod/ram:StartDateTime') ||
          at.has('../../ram:BillingSpecifiedPeriod/ram:EndDateTime')
      : (at) => at.has(`${delivery}/ram:ShipToTradeParty/ram:PostalTradeAddress/ram:CountryID`);
  return { UBL: whenUsed({ code: 'K' }, (at) => count(at, ubl.rows, 'K') === 0 || inUbl(at)), CII: inCii };
}

/** A category without a code is another category. */
export function othersInUbl(place: 'rows' | 'lines' | 'allowances' | 'charges'): Test {
  const categories = ubl[place].replace(/\/cbc:ID$/, '');
  const codeOf = ({ children }: Element) => normalise(children.find(({ name }) => name === 'cbc:ID')?.value ?? '');
  return whenUsed(
    { code: 'O' },
    (at) => count(at, ubl.rows, 'O') === 0 || at.elements(categories).every((each) => codeOf(each) === 'O'),
  );
}

export function othersInCii(place: 'taxes' | 'categories'): Test {
  const path = `${place === 'taxes' ? '//ram:ApplicableTradeTax' : ciiCategories}/ram:CategoryCode`;
  return (at) => at.document.onceOf('only O', place, () => at.values(path).every((code) => code === 'O'));
}
